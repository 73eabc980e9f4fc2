import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { must } from "../../../core/assert.ts";
import { automatonOf, type Automaton } from "../../../core/question/pattern/automaton.ts";
import { writePattern } from "../../../core/question/pattern/expression.ts";
import { expressionOf } from "../../../core/question/pattern/pattern.arbitrary.ts";
import type { Engine } from "../../port.ts";
import { flow } from "../flow.ts";
import { funnel } from "../funnel.ts";
import { logs, openLogs, present, type OpenLogs } from "../logs.fixture.ts";
import { routes } from "../routes.ts";
import { readTouchpoints } from "../../event/touchpoint.ts";
import { matchSql } from "./match-sql.ts";
import { matchByTrying } from "./pattern.oracle.ts";
import { pattern } from "./pattern.ts";

const Matched = z.object({
  journey: z.string(),
  begin: z.coerce.number(),
  finish: z.coerce.number(),
});
const HOUR = 3_600_000;

describe.skipIf(!present)("patterns", () => {
  let opened: OpenLogs;
  let engine: Engine;
  beforeAll(async () => {
    opened = await openLogs();
    engine = opened.engine;
  }, 120_000);
  afterAll(() => opened[Symbol.asyncDispose](), 60_000);

  const asking = (name: string) => ({
    ws: must(
      logs.find((log) => log.name === name),
      name,
    ).ws,
    filter: {},
    segments: {},
  });

  /** Short journeys over four touchpoints, as a table of their own. */
  const letters = ["a", "b", "c", "d"].map((event, nth) => ({
    code: nth + 1,
    event,
    channel: "",
    label: event,
  }));
  const journey = fc.array(
    fc.record({ code: fc.integer({ min: 1, max: 4 }), wait: fc.integer({ min: 0, max: 40 }) }),
    { minLength: 1, maxLength: 9 },
  );

  test("every match is the one that trying all places finds", async () => {
    await fc.assert(
      fc.asyncProperty(
        expressionOf(letters.map(({ label }) => label)),
        fc.array(journey, { minLength: 150, maxLength: 150 }),
        async (expression, all) => {
          const automaton = automatonOf(expression, letters, new Map()) as Automaton;
          const rows = all.map((each, nth) => {
            const waits = each.slice(0, -1).map(({ wait }) => wait * HOUR);
            const steps = each.map(({ code }) => code);
            return `(${nth}, [${steps.join(",")}], [${waits.join(",")}])`;
          });
          const journeys = `(SELECT toUInt64(j) AS journey, toUInt64(j) AS person,
            toDateTime64(0, 3, 'UTC') AS start, CAST(s, 'Array(UInt16)') AS steps,
            CAST(w, 'Array(UInt64)') AS waits, emptyArrayUInt64() AS traits
            FROM values('j UInt64, s Array(UInt16), w Array(UInt64)', ${rows.join(", ")}))`;
          const { sql, parameters } = matchSql(journeys, automaton);
          const found = await engine.analysis.rows(
            Matched,
            `SELECT journey, begin, finish FROM ${sql} ORDER BY journey`,
            parameters,
          );
          const expected = all.flatMap((each, nth) => {
            let time = 0;
            const at = each.map(({ wait }) => {
              const now = time;
              time += wait * HOUR;
              return now;
            });
            const steps = each.map(({ code }) => code);
            const match = matchByTrying(automaton, steps, at);
            return match
              ? [{ journey: `${nth}`, begin: match.begin + 1, finish: match.finish + 1 }]
              : [];
          });
          expect(
            found.toSorted((one, other) => Number(one.journey) - Number(other.journey)),
            writePattern(expression),
          ).toEqual(expected);
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
  }, 300_000);

  test.each([
    ["bpic2012", "A_SUBMITTED", "A_ACCEPTED", "A_APPROVED"],
    [
      "receipt",
      "Confirmation of receipt",
      "T02 Check confirmation of receipt",
      "T10 Determine necessity to stop indication",
    ],
  ])(
    "on %s they agree with funnel, flow and routes",
    async (name, one, two, three) => {
      const asked = asking(name);
      const names = await readTouchpoints(engine.lookup, asked.ws);
      const codes = [one, two, three].map(
        (event) =>
          must(
            names.find((each) => each.event === event),
            event,
          ).code,
      );
      const counted = async (text: string) => (await pattern(engine, asked, text)).matched.count;
      for (const [order, link] of [
        ["ordered", "then"],
        ["strict", "then directly"],
      ] as const) {
        for (const withinHours of [null, 24, 240]) {
          const steps = (await funnel(engine, asked, { steps: codes, order, withinHours })).steps;
          const within = withinHours === null ? "" : ` within ${withinHours} hours`;
          expect(await counted(`"${one}" ${link} "${two}" ${link} "${three}"${within}`)).toBe(
            steps[2]!.journeys,
          );
        }
      }
      const { edges } = await flow(engine, asked);
      const edge = (from: string, to: string) =>
        edges.find((each) => each.from === from && each.to === to)?.count ?? 0;
      const [l1, l3] = [codes[0], codes[2]].map(
        (code) => names.find((each) => each.code === code)!.label,
      );
      expect(await counted(`starts with "${one}"`)).toBe(edge("START", l1!));
      expect(await counted(`"${three}" and ends there`)).toBe(edge(l3!, "END"));
      const all = await routes(engine, asked, 1000);
      const [most] = all.routes;
      const way = most!.steps.map((label) => `"${label}"`).join(" then directly ");
      expect(await counted(`starts with ${way} and ends there`)).toBe(most!.count);
      // Whoever passes one of them either comes to the other after it or does not.
      const passing = await counted(`"${one}"`);
      const never = await counted(
        `"${one}" at least 1 times, not preceded by "${one}", not followed by "${two}"`,
      );
      const first = await counted(`"${one}" then "${two}", not preceded by "${one}"`);
      expect(never + first).toBe(passing);
    },
    120_000,
  );

  test("what stands around a match adds up, and examples are told from five on", async () => {
    const asked = asking("bpic2012");
    const found = await pattern(
      engine,
      asked,
      `"A_ACCEPTED" dan "O_SENT" minstens 2 keer binnen 7 dagen`,
    );
    expect(found.text).toBe(`"A_ACCEPTED" then "O_SENT" at least 2 times within 7 days`);
    const { count: n } = found.matched;
    expect(n).toBeGreaterThan(30);
    for (const place of [found.before, found.begins, found.ends, found.after]) {
      const told = place.touchpoints.reduce((sum, { share }) => sum + share.count, 0);
      expect(told + place.rest).toBe(n);
    }
    expect([found.until.n, found.lasts.n]).toEqual([n, n]);
    expect(found.lasts.p75Seconds).toBeLessThanOrEqual(7 * 86_400);
    expect(found.examples).toHaveLength(5);
    for (const { path, begin, finish, steps } of found.examples) {
      expect(path[begin - 1]).toBe("A_ACCEPTED");
      if (finish <= path.length) expect(path[finish - 1]).toBe("O_SENT");
      expect(steps).toBeGreaterThanOrEqual(finish);
    }
    const rare = await pattern(
      engine,
      asking("receipt"),
      `"T11 Create document X request unlicensed" at least 2 times`,
    );
    if (rare.matched.count < 5) expect(rare.examples).toEqual([]);
  });

  test("a touchpoint that is none is refused with what was probably meant", async () => {
    await expect(pattern(engine, asking("bpic2012"), `"A_ACEPTED"`)).rejects.toThrow(
      "Did you mean “A_ACCEPTED”?",
    );
  });
});
