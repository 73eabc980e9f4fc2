import { afterAll, beforeAll, expect, test } from "vitest";
import { must } from "../../../src/core/assert.ts";
import { rate } from "../../../src/core/evidence/interval.ts";
import { bindTouchpoints } from "../../../src/core/map/binding.ts";
import type { Filter } from "../../../src/core/question/filter.ts";
import type { Goals } from "../../../src/core/question/goals/goals.ts";
import { message } from "../../../src/core/message/message.ts";
import type { TakenFigure } from "../../../src/core/question/taken/figure.ts";
import { readTouchpoints } from "../../../src/engine/event/touchpoint.ts";
import { goals } from "../../../src/engine/question/goals/goals.ts";
import { scores } from "../../../src/engine/question/scores/scores.ts";
import { openDemo, type Demo } from "../demo/demo-set.ts";
import {
  answering,
  compared,
  counted,
  journeyOf,
  leaving,
  reaching,
  type PlainJourney,
} from "./plain.oracle.ts";

/** `SPOOR_CUSTOMERS=20000` for what many customers show. */
const customers = Number(process.env["SPOOR_CUSTOMERS"] ?? 4000);
let demo: Demo;
let journeys: readonly PlainJourney[];
let codes: ReadonlyMap<string, readonly number[]>;
let scoreCodes: ReadonlyMap<string, number>;
let all: Goals;

beforeAll(async () => {
  demo = await openDemo(customers);
  const rows = await demo.stores.rows(
    `SELECT toString(toUnixTimestamp64Milli(start)) AS begin, steps, arrayMap(w -> toString(w), waits) AS waits,
      measures.code AS codes, measures.touchpoint AS touchpoints, measures.value AS values,
      toString(cityHash64(journey)) AS lot
    FROM journey FINAL WHERE deleted = 0`,
  );
  journeys = rows.map(journeyOf);
  const names = await readTouchpoints(demo.engine.lookup, demo.ask().ws);
  codes = new Map(bindTouchpoints(demo.journey, names).map((each) => [each.id, each.codes]));
  const known = await demo.stores.rows("SELECT code, name FROM measure FINAL WHERE kind = 'score'");
  scoreCodes = new Map(known.map(({ code, name }) => [String(name), Number(code)]));
  all = await ask();
  if (process.env["SPOOR_TOLD"]) {
    for (const each of all.goals)
      console.log(
        each.id,
        each.measured?.by ?? each.lack,
        each.now?.value.toFixed(3),
        each.now?.low?.toFixed(3),
        each.now?.high?.toFixed(3),
        each.now?.n,
        each.whole?.value.toFixed(3),
        each.early,
        each.target,
        each.outlook.verdict,
        each.outlook.doubt,
        each.outlook.months,
        each.outlook.expected,
      );
    for (const each of all.branches)
      console.log(
        each.qualitative,
        each.quantitative,
        each.kind,
        each.doubt,
        each.goes,
        each.met,
        each.unmet,
        each.difference,
        each.strength?.toFixed(2),
        each.q,
      );
  }
}, 600_000);
afterAll(async () => {
  await demo?.stores[Symbol.asyncDispose]();
}, 60_000);

const ask = (filter: Filter = {}, map = demo.journey, figures = new Map<string, TakenFigure>()) =>
  goals(demo.engine, demo.ask(filter), map, figures);
const goal = (id: string, found: Goals = all) =>
  must(
    found.goals.find((each) => each.id === id),
    id,
  );
const branch = (one: string, other: string, found: Goals = all) =>
  must(
    found.branches.find((each) => each.qualitative === one && each.quantitative === other),
    `${one} ${other}`,
  );
const at = (...ids: string[]) => ids.flatMap((id) => codes.get(id) ?? []);

/** The quantitative goals of the demo, as plain loops. */
const plain = () => ({
  go_overstappen_1: reaching(at("tp_tarieven"), at("tp_contract")),
  go_overstappen_2: reaching(at("tp_contract"), at("tp_ben_ik_klant")),
  go_meterstand_1: leaving(at("tp_meterstand")),
  go_termijnbedrag_1: reaching(at("tp_termijnbedrag"), at("tp_bellen")),
});

test("how many come or leave is what plain loops count, now, in all, and those who began too recently", () => {
  for (const [id, of] of Object.entries(plain())) {
    const { told, now, early } = counted(journeys, of);
    const { whole, now: recent, early: left } = goal(id);
    const figure = ({ n, hits }: { n: number; hits: number }) => {
      const { share, low, high } = rate(hits, n);
      return { form: "share", unit: "", value: share, low, high, n };
    };
    expect([id, whole, left]).toEqual([id, figure(told), early]);
    expect([id, recent]).toEqual([id, figure(now.n < 30 ? told : now)]);
    expect(goal(id).months.reduce((sum, { n }) => sum + n, 0)).toBe(told.n);
  }
});

test("a score is that of the question about scores at the same touchpoint, under a filter too", async () => {
  for (const filter of [{}, { attributes: { opwek: ["zonnepanelen"] } }]) {
    const found = await ask(filter);
    const asked = await scores(demo.engine, demo.ask(filter), demo.journey, []);
    const there = asked.touchpoints
      .find(({ id }) => id === "tp_aanraden")!
      .scores.find(({ name }) => name === "NPS")!;
    const { value, low, high, n } = there;
    for (const id of ["go_overstappen_3", "go_aanraden_1"])
      expect(goal(id, found).whole).toEqual({ form: "points", unit: "", value, low, high, n });
  }
});

test("a branch is what plain loops count: of those asked about the same, with the experience and without", () => {
  const handed = answering(scoreCodes.get("CSAT")!, at("tp_stilte", "tp_termijnbedrag"));
  const easy = answering(scoreCodes.get("NPS")!, at("tp_aanraden"));
  let told = 0;
  for (const [id, of] of Object.entries(plain())) {
    for (const [one, experience, good] of [
      ["go_overstappen_4", handed, [4, 5]],
      ["go_overstappen_3", easy, [9, 10]],
    ] as const) {
      const expected = compared(journeys, experience, good, of);
      const found = branch(one, id);
      expect([one, id, found.met.n, found.unmet.n]).toEqual([
        one,
        id,
        expected.met.n,
        expected.unmet.n,
      ]);
      if (found.difference === null) continue;
      told += 1;
      expect(found.met.mean).toBeCloseTo(expected.met.mean, 9);
      expect(found.unmet.mean).toBeCloseTo(expected.unmet.mean, 9);
      expect(found.difference.value).toBeCloseTo(expected.met.mean - expected.unmet.mean, 9);
    }
  }
  expect(told).toBeGreaterThanOrEqual(3);
});

test("the planted odds of calling lie in the interval, before and after the improvement", async () => {
  const { from, calls } = demo.truth.improvement;
  // The filter is about when a journey began; who signs does so within weeks.
  const [before, after] = [
    await ask({ to: new Date(Date.parse(from) - 90 * 86_400_000).toISOString() }),
    await ask({ from }),
  ].map((found) => goal("go_overstappen_2", found).whole!);
  expect(before!.low).toBeLessThan(calls[0]);
  expect(before!.high).toBeGreaterThan(calls[0]);
  expect(after!.low).toBeLessThan(calls[1]);
  expect(after!.high).toBeGreaterThan(calls[1]);
});

test("who is in good hands calls less, as planted and as the map says", () => {
  const about = branch("go_overstappen_4", "go_termijnbedrag_1");
  const silence = branch("go_overstappen_4", "go_overstappen_2");
  for (const each of [about, silence]) {
    expect(each).toMatchObject({ stated: true, form: "share", doubt: null });
    // Which of several answers is drawn differs from store to store; of few customers it is not always sure.
    expect(each.difference!.value).toBeLessThan(0);
    if (customers >= 20_000) expect(each).toMatchObject({ kind: "seen", goes: "together" });
  }
});

test("what was not planted is not found", () => {
  // Recommending is drawn from the same crowd, whatever happened on the way.
  for (const id of ["go_overstappen_2", "go_termijnbedrag_1"])
    expect(branch("go_overstappen_3", id).goes).toBeNull();
});

test("what cannot be known is not told", () => {
  // Whoever was asked about signing or later has signed.
  expect(branch("go_overstappen_4", "go_overstappen_1")).toMatchObject({
    kind: "unknown",
    doubt: "alike",
    difference: null,
    q: null,
  });
  // One and the same answer is both the experience and the figure.
  expect(branch("go_overstappen_3", "go_aanraden_1")).toMatchObject({
    kind: "unknown",
    doubt: "same",
  });
  for (const { kind, met, unmet } of all.branches)
    if (Math.min(met.n, unmet.n) < 30) expect(kind).toBe("unknown");
});

test("the jump of the planted improvement is not taken for a trend", () => {
  const { outlook, months } = goal("go_overstappen_2");
  expect(months.length).toBeGreaterThan(outlook.months);
  expect(["unknown", "unlikely"]).toContain(outlook.verdict);
});

test("under a filter that leaves nobody nothing is known, and no map has no goals", async () => {
  const none = await ask({ attributes: { opwek: ["kernfusie"] } });
  expect(none.goals.every(({ now }) => now === null)).toBe(true);
  expect(none.branches.every(({ kind }) => kind === "unknown")).toBe(true);
  const nothing = await goals(demo.engine, demo.ask(), null, new Map());
  expect([nothing.map, nothing.goals, nothing.branches]).toEqual([null, [], []]);
});

test("a goal that its map measures by a pinned figure shows that figure, and has no branch", async () => {
  const [first, ...rest] = demo.journey.goals!;
  const { among: _, reach: __, ...bare } = first!;
  const map = {
    ...demo.journey,
    metrics: [{ id: "me_pinned", name: "Tekenen", measure: "funnel" }],
    goals: [{ ...bare, metric: "me_pinned" }, ...rest],
  };
  const figure: TakenFigure = {
    id: "first:1:17",
    name: message("figure-goal"),
    form: "share",
    unit: "",
    value: 0.52,
    low: 0.5,
    high: 0.54,
    n: 2000,
  };
  const found = await ask({}, map, new Map([["me_pinned", figure]]));
  const { now, measured, outlook, since } = goal("go_overstappen_1", found);
  expect(now).toEqual({ form: "share", unit: "", value: 0.52, low: 0.5, high: 0.54, n: 2000 });
  expect([measured!.name, since, outlook.doubt]).toEqual(["Tekenen", null, "months"]);
  expect(branch("go_overstappen_4", "go_overstappen_1", found).doubt).toBe("unmeasured");
  const lost = await ask({}, map);
  expect(goal("go_overstappen_1", lost)).toMatchObject({ now: null, lack: "figure" });
});
