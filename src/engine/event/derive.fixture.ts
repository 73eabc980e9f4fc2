import { expect } from "vitest";
import { z } from "zod";
import type { Engine } from "../port.ts";
import { edgesSql } from "./edge.ts";
import type { Row } from "./derive.oracle.ts";

/** Puts rows in, and tells what is derived from them, for tests of deriving. */

const HOUR = 3_600_000;
const JANUARY = Date.UTC(2026, 0, 1);

export async function insert(
  engine: Engine,
  space: number,
  number: number,
  rows: readonly (Row & { readonly trust?: number })[],
): Promise<void> {
  if (rows.length === 0) return;
  const text = (value: string) => `'${value}'`;
  const values = rows.map(
    (
      row,
    ) => `(${space}, ${number}, ${text(row.source)}, 'f', ${row.row}, ${row.row}, 0, ${text(row.kind)},
      sipHash64(${text(row.source)}, ${row.row}), fromUnixTimestamp64Milli(toInt64(${JANUARY + row.hour * HOUR}), 'UTC'),
      ${text(row.event)}, '', ${text(row.journey)},
      [${row.who.map(([kind, value]) => `(${text(kind)}, ${text(value)})`).join(",")}],
      map(${Object.entries(row.attributes).flat().map(text).join(",")}),
      [${row.measures.map((value) => `(1, ${value})`).join(",")}], ${text(row.comment)}, ${row.trust ?? 2})`,
  );
  await engine.intake.run(
    `INSERT INTO load (ws, import, source, file, row, line, rule, kind, id, time, event, channel,
      journey, who, attributes, measures, comment, trust) VALUES ${values.join(",")}`,
  );
}

/** Journeys as a person would describe them: names instead of codes, hours instead of times. */
export async function journeys(engine: Engine, space: number): Promise<unknown[]> {
  const event = (code: string) => `transform(${code}, names.1, names.2, '')`;
  const hour = (time: string) => `intDiv(toUnixTimestamp64Milli(${time}) - ${JANUARY}, ${HOUR})`;
  return engine.analysis.rows(
    z.unknown(),
    `WITH (SELECT (groupArray(code), groupArray(event)) FROM touchpoint WHERE ws = ${space}) AS names,
      (SELECT (groupArray(hash), groupArray(name || '=' || value)) FROM trait FINAL WHERE ws = ${space}) AS known
    SELECT toInt32(${hour("start")}) AS start,
      arrayMap(code -> ${event("code")}, steps) AS steps,
      arrayMap(wait -> toUInt32(intDiv(wait, ${HOUR})), waits) AS waits,
      arraySort(arrayMap(hash -> transform(hash, known.1, known.2, ''), traits)) AS traits,
      arraySort(arrayMap((value, code, time) -> (toFloat64(value), ${event("code")}, toInt32(${hour("time")})),
        measures.value, measures.touchpoint, measures.time)) AS measures,
      arraySort(arrayMap((text, code, time) -> (text, ${event("code")}, toInt32(${hour("time")})),
        comments.text, comments.touchpoint, comments.time)) AS comments
    FROM journey FINAL WHERE ws = ${space}
    ORDER BY start, steps, waits, traits, toString(measures), toString(comments)`,
  );
}

/** Everything derived, ids included. */
export async function everything(engine: Engine, space: number): Promise<unknown[]> {
  const hidden = await engine.analysis.rows(
    z.unknown(),
    `SELECT journey, person, route FROM journey FINAL WHERE ws = ${space} ORDER BY journey`,
  );
  const links = await engine.analysis.rows(
    z.unknown(),
    // Who is nobody but himself may stand here or not.
    `SELECT identifier, person FROM link FINAL WHERE ws = ${space} AND person != identifier
    ORDER BY identifier`,
  );
  await expectEdges(engine, space);
  return [await journeys(engine, space), hidden.length, people(hidden), links];
}

/** The edges that were written are those of the journeys as they stand. */
async function expectEdges(engine: Engine, space: number): Promise<void> {
  const edges = (from: string) =>
    engine.analysis.rows(z.unknown(), `SELECT * FROM (${from}) ORDER BY from, to`);
  const live = edgesSql(`(SELECT * FROM journey FINAL WHERE ws = ${space})`);
  const written = `SELECT from, to, count, q FROM edge WHERE ws = ${space}`;
  expect(await edges(written)).toEqual(await edges(live));
}

/** Route hashes hold codes, which depend on the order of arrival; persons and journeys do not. */
function people(rows: unknown[]): unknown[] {
  return rows.map((row) => z.object({ journey: z.string(), person: z.string() }).parse(row));
}
