import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { Engine, Limits } from "../port.ts";
import { chunkShape } from "./cells.ts";
import { suppressedRows } from "../people/suppressed.ts";
import type { Sift } from "../people/sift.ts";
import type { Place } from "./layout.ts";
import { loadInsert, offStage, type Loading } from "./load.ts";

/** A few lines of a live source, in a file on this machine. */
export type Taking = {
  readonly ws: number;
  /** Number of the batch, drawn from those of imports. */
  readonly import: number;
  readonly path: string;
  /** The kinds of rows of the source. */
  readonly kinds: readonly Loading[];
  /** What is not to be kept; null when all is. */
  readonly sift?: Sift | null;
};

/** What became of the lines: events told, of which so many were there already or cannot be read. */
export type Taken = {
  readonly told: number;
  readonly duplicate: number;
  readonly quarantined: number;
  /** Of people who were erased, or older than it is kept. */
  readonly suppressed: number;
  /** Places of the lines that told something, from 1; the others fit no kind. */
  readonly lines: ReadonlySet<number>;
};

const Found = z.object({
  told: z.number(),
  quarantined: z.number(),
  fresh: z.number(),
  lines: z.array(z.coerce.number()),
});

const place: Place = { row: 0, line: 1 };

/**
 * Stands for the place in its source (40 bits), which decides between equal times: what happened comes
 * before what was said about it, then by what it is, then by id. The order of arrival would make the
 * outcome depend on it, and an id alone would give the same two steps now the one order, now the other.
 */
const order = `bitOr(bitShiftLeft(toUInt64(kind != 'event'), 39),
  bitOr(bitShiftLeft(bitAnd(cityHash64(event, channel), 0x7fffff), 16), bitAnd(id, 0xffff)))`;

/**
 * Takes lines in, each event once whatever came before. Not atomic: whoever calls notes the number of
 * the batch first, and after a crash takes it out as he would an import.
 */
export async function takeIn(engine: Engine, taking: Taking, limits: Limits = {}): Promise<Taken> {
  const at = { ws: taking.ws, import: taking.import };
  const sift = taking.sift ?? null;
  for (const loading of taking.kinds) {
    const { insert, parameters } = loadInsert(loading, place, "stage", sift);
    const chunk = { path: taking.path, ...chunkShape(loading.layout, place) };
    await engine.load(chunk, insert, parameters, limits);
  }
  const { intake } = engine;
  const staged = "stage WHERE ws = {ws:UInt32} AND import = {import:UInt32}";
  const known = `SELECT id FROM seen WHERE ws = {ws:UInt32} AND import != {import:UInt32}
    AND id IN (SELECT id FROM ${staged} AND problem = '')`;
  const [found] = await intake.rows(
    Found,
    `SELECT toUInt32(count()) AS told, toUInt32(countIf(problem != '')) AS quarantined,
      toUInt32(uniqExactIf(id, problem = '' AND id NOT IN (${known}))) AS fresh,
      arraySort(groupUniqArray(row)) AS lines
    FROM ${staged}`,
    at,
    limits,
  );
  const { told, quarantined, fresh, lines } = must(found, "the staged rows");
  if (fresh > 0)
    await intake.run(
      `INSERT INTO load SELECT * REPLACE (${offStage}, ${order} AS row)
      FROM ${staged} AND problem = '' AND id NOT IN (${known}) ORDER BY row LIMIT 1 BY id`,
      at,
      limits,
    );
  if (quarantined > 0)
    await intake.run(
      `INSERT INTO load SELECT * REPLACE (${offStage}) FROM ${staged} AND problem != ''`,
      at,
      limits,
    );
  await intake.run(`ALTER TABLE stage DROP PARTITION ${taking.import}`, {}, limits);
  const kept = sift === null ? [] : await suppressedRows(engine, at, limits);
  return {
    told: told + kept.length,
    quarantined,
    suppressed: kept.length,
    duplicate: told - quarantined - fresh,
    lines: new Set([...lines, ...kept]),
  };
}
