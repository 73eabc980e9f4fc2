import { z } from "zod";
import type { TouchpointFigures } from "../../core/evidence/overlay.ts";
import type { Engine } from "../port.ts";
import type { Laid } from "./lay-over.ts";

const Row = z.object({ at: z.number(), text: z.string(), person: z.string(), time: z.string() });

/** Letters in a comment that says something and still fits on a map. */
const SHORTEST = 15;
const LONGEST = 160;
const PER_TOUCHPOINT = 3;

/** The newest short comments about each drawn touchpoint, by its place on the map; every text once. */
export async function readQuotes(
  engine: Engine,
  laid: Laid,
): Promise<Map<number, TouchpointFigures["quotes"]>> {
  const rows = await engine.analysis.rows(
    Row,
    `SELECT at, text, person, time
    FROM (
      SELECT ${laid.drawn("touchpoint")} AS at, text, person, time
      FROM (
        SELECT person, comments.text, comments.touchpoint, comments.time FROM ${laid.scope.journeys}
        WHERE notEmpty(comments.text)
      )
      ARRAY JOIN comments.text AS text, comments.touchpoint AS touchpoint, comments.time AS time
      WHERE at != 0 AND lengthUTF8(text) BETWEEN ${SHORTEST} AND ${LONGEST}
      ORDER BY time DESC, person, text LIMIT 1 BY at, text
    )
    ORDER BY at, time DESC, person, text LIMIT ${PER_TOUCHPOINT} BY at`,
    laid.parameters,
    laid.limits,
  );
  const quotes = new Map<number, TouchpointFigures["quotes"]>();
  for (const { at, ...quote } of rows) quotes.set(at, [...(quotes.get(at) ?? []), quote]);
  return quotes;
}
