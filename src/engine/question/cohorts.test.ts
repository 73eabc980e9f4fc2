import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { must } from "../../core/assert.ts";
import type { CohortKind, CohortUnit } from "../../core/question/cohorts.ts";
import type { Engine } from "../port.ts";
import { cohorts } from "./cohorts.ts";
import { codesByEvent, logs, openLogs, present, read, type OpenLogs } from "./logs.fixture.ts";
import { overview } from "./overview.ts";

const zone = "Europe/Amsterdam";
const day = new Intl.DateTimeFormat("sv-SE", { timeZone: zone });
const HOUR = 3_600_000;

/** The first day of the period that a moment falls in, by a way that is not the engine's. */
function periodOf(unit: CohortUnit, time: number): string {
  const text = day.format(time);
  if (unit === "month") return `${text.slice(0, 8)}01`;
  const noon = new Date(`${text}T12:00:00Z`);
  return new Date(noon.getTime() - ((noon.getUTCDay() + 6) % 7) * 24 * HOUR)
    .toISOString()
    .slice(0, 10);
}

function later(unit: CohortUnit, from: string, periods: number): string {
  const date = new Date(`${from}T12:00:00Z`);
  if (unit === "month") date.setUTCMonth(date.getUTCMonth() + periods);
  else date.setUTCDate(date.getUTCDate() + 7 * periods);
  return date.toISOString().slice(0, 10);
}

const asked = [
  { name: "bpic2012", unit: "month", kind: "bracket", first: null, back: null },
  { name: "bpic2012", unit: "week", kind: "bracket", first: "A_ACCEPTED", back: "O_SENT" },
  { name: "bpic2012", unit: "week", kind: "unbounded", first: null, back: null },
  {
    name: "receipt",
    unit: "month",
    kind: "unbounded",
    first: null,
    back: "T06 Determine necessity of stop advice",
  },
  { name: "receipt", unit: "week", kind: "bracket", first: null, back: null },
] as const satisfies readonly { unit: CohortUnit; kind: CohortKind; [name: string]: unknown }[];

describe.skipIf(!present)("cohorts, on real logs", () => {
  let opened: OpenLogs;
  let engine: Engine;
  beforeAll(async () => {
    opened = await openLogs();
    engine = opened.engine;
  }, 120_000);
  afterAll(() => opened[Symbol.asyncDispose](), 60_000);

  const wsOf = (name: string) =>
    must(
      logs.find((log) => log.name === name),
      name,
    ).ws;

  test.each(asked)("$name by $unit, $kind, is as counted in plain loops", async (question) => {
    const { name, unit, kind } = question;
    const ws = wsOf(name);
    const codes = await codesByEvent(engine, ws);
    const code = (event: string | null) => (event === null ? null : must(codes.get(event), event));
    const answer = await cohorts(
      engine,
      { ws, filter: {}, segments: {} },
      { first: code(question.first), back: code(question.back), unit, kind, zone },
    );
    const cases = read(name);
    const end = cases.reduce((most, { steps }) => Math.max(most, steps.at(-1)!.time), 0);
    const open = periodOf(unit, end + 2 * HOUR);
    const people = cases.flatMap(({ steps }) => {
      const first = steps.find(({ event }) => question.first === null || event === question.first);
      if (!first) return [];
      const seen = steps
        .filter(({ event }) => question.back === null || event === question.back)
        .map(({ time }) => periodOf(unit, time));
      return [{ cohort: periodOf(unit, first.time), seen: new Set(seen) }];
    });
    expect(answer.people + answer.before).toBe(people.length);
    expect(answer.cohorts.reduce((sum, each) => sum + each.people, 0)).toBe(answer.people);
    for (const { from, people: size, cells } of answer.cohorts) {
      const own = people.filter(({ cohort }) => cohort === from);
      expect([from, size]).toEqual([from, own.length]);
      // Either all that one is followed or nothing; else as far as periods are over.
      if (kind === "unbounded") expect([0, answer.followed]).toContain(cells.length);
      for (const [at, cell] of cells.entries()) {
        const period = later(unit, from, at + 1);
        // No cell says anything of a period that is not over.
        expect(period < open).toBe(true);
        if (cell === null) {
          expect(size).toBeLessThan(5);
          continue;
        }
        const back = own.filter(({ seen }) =>
          kind === "bracket"
            ? seen.has(period)
            : [...seen].some(
                (each) => each >= period && each <= later(unit, from, answer.followed!),
              ),
        );
        expect([from, period, cell.count, cell.n]).toEqual([from, period, back.length, size]);
      }
    }
    expect(answer.mean).toHaveLength(answer.cohorts[0]!.cells.length);
    expect(answer.mean.length).toBeGreaterThan(0);
    for (const [at, mean] of answer.mean.entries())
      expect(mean.n).toBe(
        answer.cohorts
          .filter(({ cells }) => cells.length > at)
          .reduce((sum, each) => sum + each.people, 0),
      );
  });

  test("the period of a filter says whose cohorts are told, not how far they are followed", async () => {
    const question = { first: null, back: null, unit: "month", kind: "bracket", zone } as const;
    const ask = (filter: { from?: string; to?: string }) =>
      cohorts(engine, { ws: 1, filter, segments: {} }, question);
    const whole = await ask({});
    const part = await ask({ from: "2011-11-30T23:00:00Z", to: "2012-01-31T23:00:00Z" });
    expect(part.cohorts).toEqual(
      whole.cohorts.filter(({ from }) => from === "2011-12-01" || from === "2012-01-01"),
    );
    const earlier = whole.cohorts.filter(({ from }) => from < "2011-12-01");
    expect(part.before).toBe(earlier.reduce((sum, { people }) => sum + people, 0));
    const all = await overview(engine, { ws: 1, filter: {}, segments: {} });
    expect(whole.people + whole.before).toBe(all.people);
  });

  test("a touchpoint that is none is refused", async () => {
    const question = { first: 999, back: null, unit: "month", kind: "bracket", zone } as const;
    await expect(
      cohorts(engine, { ws: 1, filter: {}, segments: {} }, question),
    ).rejects.toMatchObject({ code: "bad-request" });
  });
});
