import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { derive } from "../event/derive.ts";
import { everything, insert } from "../event/derive.fixture.ts";
import type { Row } from "../event/derive.oracle.ts";
import { openEngine } from "../open.ts";
import type { Engine } from "../port.ts";
import { overview } from "../question/overview.ts";
import { timeline } from "../question/timeline.ts";
import { identifierHash } from "./pseudonym.ts";
import type { VerdictChange } from "./verdict.ts";

let engine: Engine;
let folder: string;
let ws = 0;
const hashes = new Map<string, string>();

const known = [
  ["customer", "1"],
  ["customer", "2"],
  ["customer", "3"],
  ["phone", "x"],
  ["phone", "y"],
  ["email", "p"],
  ["email", "q"],
  ["email", "r"],
] as const;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spoor-unmerge-"));
  engine = await openEngine({ path: folder });
  for (const [kind, value] of known) {
    const rows = await engine.lookup.rows(
      z.object({ hash: z.string() }),
      `SELECT ${identifierHash(`'${kind}'`, `'${value}'`)} AS hash`,
    );
    hashes.set(`${kind} ${value}`, rows[0]!.hash);
  }
}, 60_000);
afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
}, 60_000);

const settings = { identity: { customer: { unique: true }, phone: { limit: 2 } } };

/** All that follows from who is who: journeys, links, and what is asked of everybody and of each. */
async function state(space: number): Promise<unknown> {
  const people = await engine.lookup.rows(
    z.object({ person: z.string() }),
    `SELECT DISTINCT person FROM journey FINAL WHERE ws = ${space} ORDER BY person`,
  );
  const timelines = [];
  for (const { person } of people) timelines.push(await timeline(engine, { ws: space, person }));
  const asked = { ws: space, filter: {}, segments: {} };
  return [await everything(engine, space), await overview(engine, asked), timelines];
}

type Told = Row & { readonly trust: number };

const anyRow = fc.record({
  source: fc.constantFrom("crm", "web"),
  kind: fc.constantFrom("event" as const, "event" as const, "person" as const),
  hour: fc.nat(40),
  event: fc.constantFrom("a", "b", "c"),
  journey: fc.constant(""),
  who: fc.uniqueArray(fc.constantFrom(...known), {
    minLength: 1,
    maxLength: 2,
    selector: (one) => one.join(" "),
  }),
  attributes: fc.oneof(fc.constant({}), fc.record({ size: fc.constantFrom("s", "l") })),
  measures: fc.constant([]),
  comment: fc.constant(""),
  trust: fc.constantFrom(1, 2, 2),
});

type Step =
  | { readonly do: "arrive"; readonly rows: readonly Told[] }
  | { readonly do: "decide"; readonly says: "same" | "apart"; readonly pair: readonly string[] }
  | { readonly do: "take back"; readonly which: number };

let row = 0;
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("arrive" as const),
      rows: fc
        .array(anyRow, { minLength: 1, maxLength: 6 })
        .map((rows) => rows.map((each) => ({ ...each, row: ++row }))),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("decide" as const),
      says: fc.constantFrom("same" as const, "apart" as const),
      pair: fc.uniqueArray(fc.constantFrom(...known.map((one) => one.join(" "))), {
        minLength: 2,
        maxLength: 2,
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("take back" as const), which: fc.nat(9) }),
  },
);

type Decision = { readonly a: string; readonly b: string; readonly says: "same" | "apart" };

/** What is in force between two: their newest decision that was not taken back. */
function inForce(
  decisions: readonly (Decision | null)[],
  { a, b }: Pick<Decision, "a" | "b">,
): VerdictChange {
  const nth = decisions.findLastIndex((each) => each?.a === a && each.b === b);
  return { a, b, says: decisions[nth]?.says ?? "nothing", nth: nth + 1 };
}

function decisionOf({ pair, says }: Extract<Step, { do: "decide" }>): Decision {
  const [a, b] = pair.map((one) => BigInt(hashes.get(one)!)).toSorted((x, y) => (x < y ? -1 : 1));
  return { a: String(a), b: String(b), says };
}

test("after any arrivals, decisions and undoings, all is as if derived at once from what is in force", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRow, { minLength: 4, maxLength: 12 }),
      fc.array(step, { minLength: 4, maxLength: 9 }),
      async (first, steps) => {
        const [piecewise, whole] = [++ws, ++ws];
        const rows: Told[] = first.map((each) => ({ ...each, row: ++row }));
        const decisions: (Decision | null)[] = [];
        let imports = 1;
        await insert(engine, piecewise, imports, rows);
        await derive(engine, { ws: piecewise, imports: [imports], settings });
        const seen = () => new Set(rows.flatMap(({ who }) => who.map((one) => one.join(" "))));
        for (const one of steps) {
          if (one.do === "arrive") {
            imports += 1;
            rows.push(...one.rows);
            await insert(engine, piecewise, imports, one.rows);
            await derive(engine, { ws: piecewise, imports: [imports], settings });
            continue;
          }
          const about = one.do === "decide" ? decisionOf(one) : decisions[one.which];
          if (!about || (one.do === "decide" && !one.pair.every((each) => seen().has(each))))
            continue;
          if (one.do === "decide") decisions.push(about);
          else decisions[one.which] = null;
          const verdicts = [inForce(decisions, about)];
          await derive(engine, { ws: piecewise, imports: [], settings, verdicts });
        }
        await insert(engine, whole, 1, rows);
        const verdicts = decisions.flatMap((each) => (each ? [inForce(decisions, each)] : []));
        await derive(engine, { ws: whole, imports: null, settings, verdicts });
        const reached = await state(piecewise);
        expect(reached).toEqual(await state(whole));
        await derive(engine, { ws: piecewise, imports: null, settings });
        expect(await state(piecewise)).toEqual(reached);
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
}, 400_000);

test("a decision that is taken back leaves everything as it was", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRow, { minLength: 6, maxLength: 16 }),
      fc.array(
        step.filter((one) => one.do === "decide"),
        { minLength: 1, maxLength: 3 },
      ),
      async (first, steps) => {
        const space = ++ws;
        const rows: Told[] = first.map((each) => ({ ...each, row: ++row }));
        await insert(engine, space, 1, rows);
        await derive(engine, { ws: space, imports: [1], settings });
        const decisions: (Decision | null)[] = [];
        const states = [await state(space)];
        const decide = async (about: Decision) => {
          const verdicts = [inForce(decisions, about)];
          await derive(engine, { ws: space, imports: [], settings, verdicts });
        };
        for (const one of steps) {
          const about = decisionOf(one);
          decisions.push(about);
          await decide(about);
          states.push(await state(space));
        }
        for (let nth = decisions.length - 1; nth >= 0; nth--) {
          const about = decisions[nth]!;
          decisions[nth] = null;
          await decide(about);
          expect(await state(space)).toEqual(states[nth]);
        }
      },
    ),
    { numRuns: 8, endOnFailure: true },
  );
}, 400_000);
