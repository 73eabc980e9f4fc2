import { z } from "zod";
import type { Statements } from "./documents.ts";

const Row = z.strictObject({
  id: z.string(),
  updated: z.string(),
  author: z.string().nullable(),
  deleted: z.string().nullable(),
  body: z.string(),
  day: z.string().nullable(),
  scores: z.json(),
});
export type PortfolioRow = z.infer<typeof Row>;

/** All maps of a workspace, oldest first, those thrown away too, with the last scores of the health check. */
export function listPortfolio({ query }: Statements, workspace: number): Promise<PortfolioRow[]> {
  return query(
    Row,
    `SELECT map.id, map.updated, map.author, map.deleted,
       CASE WHEN map.deleted IS NULL THEN '' ELSE map.body END AS body,
       score.day::text AS day, score.scores
     FROM map LEFT JOIN LATERAL (
       SELECT day, scores FROM check_score
       WHERE check_score.workspace = map.workspace AND check_score.map = map.id
       ORDER BY day DESC LIMIT 1
     ) AS score ON true
     WHERE map.workspace = $1 ORDER BY map.created, map.id`,
    [workspace],
  );
}
