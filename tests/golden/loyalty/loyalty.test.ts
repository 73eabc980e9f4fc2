import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { rungsOf } from "../../../src/core/question/loyalty/ladder.ts";
import { Standing, type Loyalty } from "../../../src/core/question/loyalty/loyalty.ts";
import { readTouchpoints } from "../../../src/engine/event/touchpoint.ts";
import { cohorts } from "../../../src/engine/question/cohorts.ts";
import { loyalty, type LoyaltyQuestion } from "../../../src/engine/question/loyalty/loyalty.ts";
import { overview } from "../../../src/engine/question/overview.ts";
import { openDemo, type Demo } from "../demo/demo-set.ts";

/** Loyalty and cohorts of the demo against plain loops over its journeys. */

const number = z.coerce.number();
const Row = z.object({
  person: z.string(),
  start: number,
  steps: z.array(z.number()),
  waits: z.array(number),
  codes: z.array(z.number()),
  values: z.array(z.number()),
  times: z.array(number),
});
const Scale = z.object({ code: z.number(), low: z.number(), high: z.number() });
const zone = "Europe/Amsterdam";

type Visit = { readonly time: number; readonly code: number };
type Person = { readonly visits: Visit[]; readonly scores: { time: number; share: number }[] };

let demo: Demo;
let people: Person[];
let question: LoyaltyQuestion;

beforeAll(async () => {
  demo = await openDemo(400);
  question = {
    buying: null,
    leastBought: 1,
    leastScore: 0.75,
    days: null,
    map: demo.journey,
    zone,
  };
  const { ws } = demo.ask();
  const scales = await demo.engine.analysis.rows(
    Scale,
    "SELECT code, low, high FROM measure FINAL WHERE ws = {ws:UInt32} AND kind = 'score'",
    { ws },
  );
  const rows = await demo.engine.analysis.rows(
    Row,
    `SELECT person, toUnixTimestamp64Milli(start) AS start, steps, waits, measures.code AS codes,
      measures.value AS values, arrayMap(t -> toUnixTimestamp64Milli(t), measures.time) AS times
    FROM journey FINAL WHERE ws = {ws:UInt32}`,
    { ws },
  );
  const all = new Map<string, Person>();
  for (const { person, start, steps, waits, codes, values, times } of rows) {
    const own = all.get(person) ?? { visits: [], scores: [] };
    all.set(person, own);
    let time = start;
    for (const [nth, code] of steps.entries()) {
      own.visits.push({ time, code });
      time += waits[nth] ?? 0;
    }
    for (const [nth, code] of codes.entries()) {
      const scale = scales.find((each) => each.code === code);
      if (scale)
        own.scores.push({
          time: times[nth]!,
          share: (values[nth]! - scale.low) / (scale.high - scale.low),
        });
    }
  }
  people = [...all.values()];
}, 600_000);
afterAll(() => demo.stores[Symbol.asyncDispose](), 60_000);

function standing(
  { visits, scores }: Person,
  { from, to }: { from: string; to: string },
  buying: ReadonlySet<number>,
  { leastBought, leastScore }: LoyaltyQuestion,
): Standing {
  const inside = ({ time }: { time: number }) => time >= Date.parse(from) && time < Date.parse(to);
  const said = scores.filter(inside);
  const seen = visits.filter(inside);
  if (said.length === 0 && seen.length === 0) return "away";
  if (said.length === 0) return "unmeasured";
  const mean = said.reduce((sum, { share }) => sum + share, 0) / said.length;
  const buys = seen.filter(({ code }) => buying.has(code)).length >= leastBought;
  if (mean >= leastScore - 1e-9) return buys ? "true" : "latent";
  return buys ? "spurious" : "none";
}

const asked: readonly Partial<LoyaltyQuestion>[] = [
  {},
  { days: 180, leastScore: 0.6 },
  { days: 91, leastBought: 2, leastScore: 0.9 },
];

test.each(asked)("people stand and move as counted in plain loops, %j", async (part) => {
  const whole = { ...question, ...part };
  const found = await loyalty(demo.engine, demo.ask(), whole);
  const buying = new Set(found.buying.touchpoints.map(({ code }) => code));
  expect(found.buying.by).toBe("map");
  expect(buying.size).toBeGreaterThan(1);
  const [first, second] = found.periods;
  expect(Date.parse(first.to) - Date.parse(first.from)).toBe(
    Date.parse(second.to) - Date.parse(second.from),
  );
  const moved = people.map((each) => [
    standing(each, first, buying, whole),
    standing(each, second, buying, whole),
  ]);
  for (const { from, people: row, to } of found.moves) {
    for (const { corner, share } of to) {
      if (from === "away" && corner === "away") continue;
      const expected = moved.filter(([one, two]) => one === from && two === corner).length;
      expect([from, corner, share.count, share.n]).toEqual([from, corner, expected, row]);
    }
    // Rows add up to the people of the first period.
    expect(to.reduce((sum, { share }) => sum + share.count, 0)).toBe(row);
  }
  for (const [at, period] of found.periods.entries()) {
    const here = moved.map((each) => each[at]!);
    expect(period.people).toBe(here.filter((each) => each !== "away").length);
    const inCorners = period.corners.reduce((sum, { share }) => sum + share.count, 0);
    expect(inCorners).toBe(period.measured.count);
    for (const { corner, share } of period.corners)
      expect([corner, share.count]).toEqual([
        corner,
        here.filter((each) => each === corner).length,
      ]);
  }
  expect(new Set(moved.flat()).size).toBeGreaterThan(3);
});

test("those who left are told apart from those who said nothing", async () => {
  const { moves } = await loyalty(demo.engine, demo.ask(), question);
  const of = (from: Standing, to: Standing) =>
    moves.find((each) => each.from === from)!.to.find(({ corner }) => corner === to)!.share.count;
  expect(of("spurious", "away")).toBeGreaterThan(0);
  expect(of("spurious", "unmeasured")).toBeGreaterThan(0);
  expect(moves.map(({ from }) => from)).toEqual(Standing.options);
});

test("the ladder's rungs hold whom they should, and what comes and goes explains every change", async () => {
  const { ladder } = await loyalty(demo.engine, demo.ask(), question);
  const { periods, rungs } = ladder as NonNullable<Loyalty["ladder"]>;
  const names = await readTouchpoints(demo.engine.lookup, demo.ask().ws);
  const { rungOf } = rungsOf(demo.journey, names)!;
  expect(periods.length).toBeGreaterThan(7);
  expect(rungs.some(({ touchpoints }) => touchpoints.some(({ measured }) => !measured))).toBe(true);
  const order = rungs.map(({ rung }) => rung);
  let before = order.map(() => 0);
  for (const { to, open, standing: after, flows } of periods) {
    const changed = before.map(
      (count, nth) =>
        count +
        flows.reduce(
          (sum, flow) =>
            sum +
            (order.indexOf(flow.to) === nth ? flow.people : 0) -
            (flow.from !== null && order.indexOf(flow.from) === nth ? flow.people : 0),
          0,
        ),
    );
    expect(after).toEqual(changed);
    // Midnight in Amsterdam is one or two hours before that of UTC; nobody is on a rung of the hours between.
    const end = open ? Infinity : startOf(to);
    const highest = people.map(({ visits }) =>
      Math.max(0, ...visits.map(({ time, code }) => (time < end ? (rungOf.get(code) ?? 0) : 0))),
    );
    expect(after).toEqual(order.map((_, nth) => highest.filter((each) => each === nth + 1).length));
    for (const { from, share } of flows)
      if (share) expect([from, share.n]).toEqual([from, before[order.indexOf(from!)]]);
    before = after;
  }
});

/** Midnight in Amsterdam, in epoch milliseconds. */
function startOf(day: string): number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hour: "numeric",
    hourCycle: "h23",
  });
  const utc = Date.parse(`${day}T00:00:00Z`);
  return utc - Number(format.format(utc)) * 3_600_000;
}

test("the cohorts of the demo are everybody who was seen", async () => {
  const all = await overview(demo.engine, demo.ask());
  for (const unit of ["month", "week"] as const) {
    const found = await cohorts(demo.engine, demo.ask(), {
      first: null,
      back: null,
      unit,
      kind: "bracket",
      zone,
    });
    expect(found.people + found.before).toBe(all.people);
    expect(found.cohorts.reduce((sum, each) => sum + each.people, 0)).toBe(found.people);
  }
});

test("a question about touchpoints that are none is refused", async () => {
  await expect(
    loyalty(demo.engine, demo.ask(), { ...question, buying: [60_000] }),
  ).rejects.toMatchObject({ code: "bad-request" });
});
