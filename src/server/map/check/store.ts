import { z } from "zod";
import type { Score } from "../../../core/map/check/check.ts";
import { CheckSettings, readCheckSettings } from "../../../core/map/check/settings.ts";
import { writeYaml } from "../../../core/yaml.ts";
import { DayScores } from "../../../protocol/map/check.ts";
import type { Documents, Statements } from "../../documents/documents.ts";

/** How a workspace wants its maps checked; the defaults when it never said. */
export async function findCheckSettings(
  { query }: Statements,
  workspace: number,
): Promise<CheckSettings> {
  const [found] = await query(
    z.strictObject({ body: z.string() }),
    "SELECT body FROM check_setting WHERE workspace = $1",
    [workspace],
  );
  return readCheckSettings(found?.body ?? "");
}

export async function saveCheckSettings(
  { query }: Statements,
  workspace: number,
  settings: CheckSettings,
): Promise<void> {
  await query(
    z.unknown(),
    `INSERT INTO check_setting (workspace, body) VALUES ($1, $2)
     ON CONFLICT (workspace) DO UPDATE SET body = excluded.body`,
    [workspace, writeYaml(CheckSettings, settings)],
  );
}

/**
 * Keeps the scores of a map for a day when they differ from those kept last; of one day the last
 * ones stay. Returns all that is kept, oldest first.
 */
export function recordScores(
  documents: Documents,
  at: { readonly workspace: number; readonly map: string; readonly day: string },
  scores: readonly Score[],
): Promise<DayScores[]> {
  const { workspace, map, day } = at;
  return documents.transaction(async ({ query }) => {
    const kept = await query(
      DayScores,
      `SELECT to_char(day, 'YYYY-MM-DD') AS day, scores FROM check_score
       WHERE workspace = $1 AND map = $2 ORDER BY check_score.day`,
      [workspace, map],
    );
    const before = kept.at(-1)?.scores;
    if (before && sameScores(before, scores)) return kept;
    await query(
      z.unknown(),
      `INSERT INTO check_score (workspace, map, day, scores) VALUES ($1, $2, $3::date, $4::jsonb)
       ON CONFLICT (workspace, map, day) DO UPDATE SET scores = excluded.scores`,
      [workspace, map, day, JSON.stringify(scores)],
    );
    return [...kept.filter((each) => each.day !== day), { day, scores: [...scores] }];
  });
}

function sameScores(one: readonly Score[], other: readonly Score[]): boolean {
  const text = (scores: readonly Score[]) =>
    scores.map(({ group, score }) => `${group} ${score}`).join();
  return text(one) === text(other);
}
