import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { JourneyCut } from "../../core/event/mapping.ts";
import { openEngine } from "../open.ts";
import type { Engine } from "../port.ts";
import { assertRoutesDiffer, derive, type DeriveSettings } from "./derive.ts";
import { edgesSql } from "./edge.ts";
import { expectedJourneys, sortJourneys, type Row } from "./derive.oracle.ts";

let engine: Engine;
let folder: string;
let ws = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spoor-derive-"));
  engine = await openEngine({ path: folder });
}, 60_000);
afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
}, 60_000);

const HOUR = 3_600_000;
const JANUARY = Date.UTC(2026, 0, 1);

async function insert(space: number, number: number, rows: readonly Row[]): Promise<void> {
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
      [${row.measures.map((value) => `(1, ${value})`).join(",")}], ${text(row.comment)})`,
  );
  await engine.intake.run(
    `INSERT INTO load (ws, import, source, file, row, line, rule, kind, id, time, event, channel,
      journey, who, attributes, measures, comment) VALUES ${values.join(",")}`,
  );
}

/** Journeys as a person would describe them: names instead of codes, hours instead of times. */
async function journeys(space: number): Promise<unknown[]> {
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
async function everything(space: number): Promise<unknown[]> {
  const hidden = await engine.analysis.rows(
    z.unknown(),
    `SELECT journey, person, route FROM journey FINAL WHERE ws = ${space} ORDER BY journey`,
  );
  const links = await engine.analysis.rows(
    z.unknown(),
    `SELECT identifier, person FROM link FINAL WHERE ws = ${space} ORDER BY identifier`,
  );
  await expectEdges(space);
  return [await journeys(space), hidden.length, people(hidden), links];
}

/** The edges that were written are those of the journeys as they stand. */
async function expectEdges(space: number): Promise<void> {
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

const identity = { customer: { unique: true }, phone: { limit: 2 } };

const anyRow = fc.record({
  source: fc.constantFrom("crm", "web"),
  kind: fc.constantFrom("event", "event", "event", "event", "feedback", "person"),
  hour: fc.nat(60),
  event: fc.constantFrom("a", "b", "c", "d"),
  journey: fc.constantFrom("", "j1", "j2", "j3"),
  who: fc.uniqueArray(
    fc.constantFrom(
      ["customer", "1"] as const,
      ["customer", "2"] as const,
      ["phone", "x"] as const,
      ["phone", "y"] as const,
      ["email", "p"] as const,
      ["email", "q"] as const,
      ["email", "r"] as const,
    ),
    { maxLength: 2, selector: ([kind, value]) => kind + value },
  ),
  attributes: fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    fc.record({ size: fc.constantFrom("s", "l") }),
  ),
  measures: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 2 }),
  ),
  comment: fc.constantFrom("", "", "", "good", "bad"),
});

const anyRows = fc
  .array(anyRow, { minLength: 1, maxLength: 24 })
  .map((rows): Row[] => rows.map((row, i) => ({ ...row, row: i + 1 })));

const cuts: JourneyCut[] = [
  { by: "id" },
  { by: "person" },
  { by: "gap", days: 0.25 },
  { by: "bounds", start: ["a"], end: ["d"] },
  { by: "bounds", start: ["a", "b"], end: [] },
];

test.each(cuts)(
  "journeys cut by %j are those that a reader would cut by hand",
  async (cut) => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const space = ++ws;
        await insert(space, 1, rows);
        await derive(engine, { ws: space, imports: [1], settings: { identity, journeys: cut } });
        expect(sortJourneys(await journeys(space))).toEqual(
          sortJourneys(expectedJourneys(rows, cut, identity)),
        );
      }),
      { numRuns: 8, endOnFailure: true },
    );
  },
  120_000,
);

test.each(cuts)(
  "imports in any order, cut by %j, give what one derivation of all gives",
  async (cut) => {
    await fc.assert(
      fc.asyncProperty(
        anyRows,
        fc.array(fc.nat(3), { minLength: 24, maxLength: 24 }),
        async (rows, lots) => {
          const settings: DeriveSettings = { identity, journeys: cut };
          const [piecewise, whole] = [++ws, ++ws];
          for (let lot = 0; lot <= 3; lot++) {
            await insert(
              piecewise,
              lot + 1,
              rows.filter((_, i) => lots[i] === lot),
            );
            await derive(engine, { ws: piecewise, imports: [lot + 1], settings });
          }
          await insert(whole, 1, rows);
          await derive(engine, { ws: whole, imports: null, settings });
          const incremental = await everything(piecewise);
          expect(incremental).toEqual(await everything(whole));
          await derive(engine, { ws: piecewise, imports: null, settings });
          expect(await everything(piecewise)).toEqual(incremental);
        },
      ),
      { numRuns: 4, endOnFailure: true },
    );
  },
  240_000,
);

test("an attribute with more than 200 values is no trait, whenever it gets them", async () => {
  const space = ++ws;
  const row = (i: number): Row => ({
    source: "web",
    row: i,
    kind: "event",
    hour: i,
    event: "a",
    journey: `j${i}`,
    who: [],
    attributes: { name: `n${i}`, size: "s" },
    measures: [],
    comment: "",
  });
  const settings: DeriveSettings = { identity: {} };
  const few = Array.from({ length: 200 }, (_, i) => row(i + 1));
  await insert(space, 1, few);
  await derive(engine, { ws: space, imports: [1], settings });
  const before = z.array(z.object({ traits: z.array(z.string()) })).parse(await journeys(space));
  expect(before[0]?.traits).toEqual(["name=n1", "size=s"]);
  await insert(space, 2, [row(201)]);
  await derive(engine, { ws: space, imports: [2], settings });
  const after = z.array(z.object({ traits: z.array(z.string()) })).parse(await journeys(space));
  expect(after.map((journey) => journey.traits)).toEqual(after.map(() => ["size=s"]));
  expect(after).toHaveLength(201);
}, 60_000);

test("two routes behind one hash are a broken invariant", async () => {
  const space = ++ws;
  await engine.intake.run(
    `INSERT INTO journey (ws, journey, build, person, steps, route, check)
    VALUES (${space}, 1, 1, 1, [1], 7, 1), (${space}, 2, 1, 2, [2], 7, 2)`,
  );
  await expect(assertRoutesDiffer(engine.analysis, space)).rejects.toThrow("route hash 7");
});
