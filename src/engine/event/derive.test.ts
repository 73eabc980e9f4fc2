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
import { everything, insert, journeys } from "./derive.fixture.ts";
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
        await insert(engine, space, 1, rows);
        await derive(engine, { ws: space, imports: [1], settings: { identity, journeys: cut } });
        expect(sortJourneys(await journeys(engine, space))).toEqual(
          sortJourneys(expectedJourneys(rows, cut, identity)),
        );
      }),
      { numRuns: 8, endOnFailure: true },
    );
  },
  120_000,
);

/** Something is said of a step that nobody took before; then somebody does. */
const saidBefore: Row[] = (["b", "b", "b", "b", "d", "d"] as const).map((event, at) => ({
  source: "crm",
  row: at + 1,
  kind: at === 4 ? "feedback" : "event",
  hour: at * 3,
  event,
  journey: at === 5 ? "j2" : "j1",
  who: [],
  attributes: {},
  measures: [],
  comment: at === 4 ? "bad" : "",
}));

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
              engine,
              piecewise,
              lot + 1,
              rows.filter((_, i) => lots[i] === lot),
            );
            await derive(engine, { ws: piecewise, imports: [lot + 1], settings });
          }
          await insert(engine, whole, 1, rows);
          await derive(engine, { ws: whole, imports: null, settings });
          const incremental = await everything(engine, piecewise);
          expect(incremental).toEqual(await everything(engine, whole));
          await derive(engine, { ws: piecewise, imports: null, settings });
          expect(await everything(engine, piecewise)).toEqual(incremental);
        },
      ),
      { numRuns: 5, endOnFailure: true, examples: [[saidBefore, [0, 0, 0, 0, 0, 1]]] },
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
  await insert(engine, space, 1, few);
  await derive(engine, { ws: space, imports: [1], settings });
  const before = z
    .array(z.object({ traits: z.array(z.string()) }))
    .parse(await journeys(engine, space));
  expect(before[0]?.traits).toEqual(["name=n1", "size=s"]);
  await insert(engine, space, 2, [row(201)]);
  await derive(engine, { ws: space, imports: [2], settings });
  const after = z
    .array(z.object({ traits: z.array(z.string()) }))
    .parse(await journeys(engine, space));
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
