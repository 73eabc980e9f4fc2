import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { must } from "../../core/assert.ts";
import { logRank, kaplanMeier, type Moment } from "../../core/question/survival.ts";
import type { Engine } from "../port.ts";
import { flow } from "./flow.ts";
import { funnel } from "./funnel.ts";
import {
  codesByEvent,
  logs,
  openLogs,
  present,
  read,
  type Case,
  type OpenLogs,
} from "./logs.fixture.ts";
import { timeTo } from "./time-to.ts";
import { attribution, leave } from "./towards.ts";

const goals = [
  { name: "bpic2012", goal: "A_APPROVED" },
  { name: "bpic2012", goal: "O_SENT" },
  { name: "receipt", goal: "T10 Determine necessity to stop indication" },
] as const;

/** What stands before the goal, and whether it comes. */
function before({ steps }: Case, goal: string): { path: string[]; reached: boolean } {
  const path = steps.map(({ event }) => event);
  const at = path.indexOf(goal);
  return at < 0 ? { path, reached: false } : { path: path.slice(0, at), reached: true };
}

describe.skipIf(!present)("the way to a goal, on real logs", () => {
  let opened: OpenLogs;
  let engine: Engine;
  beforeAll(async () => {
    opened = await openLogs();
    engine = opened.engine;
  }, 60_000);
  afterAll(() => opened[Symbol.asyncDispose](), 60_000);

  const asking = async (name: string, goal: string) => {
    const { ws } = must(
      logs.find((log) => log.name === name),
      name,
    );
    const codes = await codesByEvent(engine, ws);
    const aim = { by: "asked" as const, codes: [must(codes.get(goal), goal)] };
    return { asked: { ws, filter: {}, segments: {} }, aim, codes };
  };

  test.each(goals)("leaving before $goal is as counted in plain loops", async ({ name, goal }) => {
    const { asked, aim } = await asking(name, goal);
    const answer = await leave(engine, asked, aim);
    const ways = read(name).map((each) => before(each, goal));
    const reached = ways.filter((each) => each.reached).length;
    expect([answer.journeys, answer.reached.count, answer.reached.n]).toEqual([
      ways.length,
      reached,
      ways.length,
    ]);
    const lost = answer.touchpoints.reduce((sum, each) => sum + each.lost.count, 0);
    expect(lost).toBe(ways.length - reached);
    for (const { touchpoint, ...each } of answer.touchpoints) {
      const { event } = touchpoint;
      const passing = ways.filter(({ path }) => path.includes(event));
      expect([event, each.journeys, each.visits, each.leave.count, each.success.count]).toEqual([
        event,
        passing.length,
        ways.flatMap(({ path }) => path.filter((one) => one === event)).length,
        ways.filter((way) => !way.reached && way.path.at(-1) === event).length,
        passing.filter((way) => way.reached).length,
      ]);
      expect(each.chance).toBeGreaterThanOrEqual(0);
      expect(each.chance).toBeLessThanOrEqual(1);
    }
  });

  test.each(goals)("each way of crediting $goal shares out all of it", async ({ name, goal }) => {
    const { asked, aim } = await asking(name, goal);
    const answer = await attribution(engine, asked, aim);
    const ways = read(name)
      .map((each) => before(each, goal))
      .filter((each) => each.reached);
    const earned = ways.filter(({ path }) => path.length > 0);
    expect(answer.direct).toBe(ways.length - earned.length);
    const columns = {
      first: answer.touchpoints.reduce((sum, each) => sum + each.first, 0),
      last: answer.touchpoints.reduce((sum, each) => sum + each.last, 0),
      shapley: answer.touchpoints.reduce((sum, each) => sum + each.shapley.value, 0),
      markov: answer.touchpoints.reduce((sum, each) => sum + each.markov, 0),
    };
    for (const sum of Object.values(columns)) expect(sum).toBeCloseTo(earned.length, 6);
    for (const { touchpoint, journeys, first, last, shapley } of answer.touchpoints) {
      const passing = earned.filter(({ path }) => path.includes(touchpoint.event));
      expect([journeys, first, last]).toEqual([
        passing.length,
        earned.filter(({ path }) => path[0] === touchpoint.event).length,
        earned.filter(({ path }) => path.at(-1) === touchpoint.event).length,
      ]);
      const share = passing.reduce((sum, { path }) => sum + 1 / new Set(path).size, 0);
      expect(shapley.value).toBeCloseTo(share, 6);
    }
  });

  const funnels = [
    { name: "bpic2012", steps: ["A_SUBMITTED", "A_ACCEPTED", "O_SENT", "A_APPROVED"] },
    { name: "bpic2012", steps: ["O_SENT", "O_CANCELLED", "O_SENT"] },
    { name: "receipt", steps: ["Confirmation of receipt", "T02 Check confirmation of receipt"] },
  ];
  const orders = ["ordered", "strict", "any"] as const;
  const all = funnels.flatMap((each) =>
    orders.flatMap((order) => [null, 24].map((withinHours) => ({ ...each, order, withinHours }))),
  );

  test.each(all)("the funnel $steps, $order within $withinHours", async ({ name, ...rest }) => {
    const { asked, codes } = await asking(name, rest.steps[0]!);
    const steps = rest.steps.map((event) => must(codes.get(event), event));
    const answer = await funnel(engine, asked, { ...rest, steps });
    const depths = read(name).map((each) => furthest(each, rest));
    expect(answer.steps.map(({ journeys }) => journeys)).toEqual(
      steps.map((_, nth) => depths.filter((depth) => depth > nth).length),
    );
  });

  test("a strict funnel of two steps that come once is the flow between them", async () => {
    const { asked, codes } = await asking("bpic2012", "A_SUBMITTED");
    const names = ["A_SUBMITTED", "A_PARTLYSUBMITTED"];
    const steps = names.map((event) => must(codes.get(event), event));
    const answer = await funnel(engine, asked, { steps, order: "strict", withinHours: null });
    const edge = (await flow(engine, asked)).edges.find(
      ({ from, to }) => from === names[0] && to === names[1],
    );
    expect(answer.steps[1]!.journeys).toBe(edge!.count);
    expect(answer.steps[1]!.wait.medianSeconds).toBe(edge!.medianSeconds);
  });

  test.each(goals)("the time to $goal is that of an independent count", async ({ name, goal }) => {
    const { asked, aim, codes } = await asking(name, goal);
    const cases = read(name);
    const from = cases[0]!.steps[0]!.event;
    const end = Math.max(...cases.map(({ steps }) => steps.at(-1)!.time));
    const answer = await timeTo(engine, asked, { aim, from: codes.get(from)!, by: null });
    const unit = answer.resolutionSeconds * 1000;
    const times = cases.flatMap(({ steps }) => {
      const at = steps.findIndex(({ event }) => event === from);
      if (at < 0) return [];
      const after = steps.slice(at + 1).find(({ event }) => event === goal);
      const time = Math.floor(((after?.time ?? end) - steps[at]!.time) / unit);
      return [{ time, reached: after !== undefined }];
    });
    const moments = momentsOf(times);
    const [group] = answer.groups;
    expect([answer.begun, group!.journeys, group!.reached.count]).toEqual([
      times.length,
      times.length,
      times.filter(({ reached }) => reached).length,
    ]);
    const curve = new Map(kaplanMeier(moments).map((point) => [point.time, point]));
    expect(group!.curve.length).toBeLessThanOrEqual(200);
    for (const { seconds, ...point } of group!.curve)
      expect(curve.get(seconds / answer.resolutionSeconds)).toMatchObject(point);
  });

  test("groups are told apart by an attribute and tested", async () => {
    const { asked, aim } = await asking("receipt", goals[2].goal);
    const answer = await timeTo(engine, asked, { aim, from: null, by: "channel" });
    const cases = read("receipt");
    const end = Math.max(...cases.map(({ steps }) => steps.at(-1)!.time));
    const byChannel = Map.groupBy(cases, ({ traits }) => traits["channel"]!);
    expect(answer.groups.map(({ name, journeys }) => [name, journeys])).toEqual(
      [...byChannel]
        .map(([name, all_]) => [name, all_.length] as const)
        .toSorted((one, other) => other[1] - one[1]),
    );
    const expected = logRank(
      [...byChannel.values()].map((group) =>
        momentsOf(
          group.map(({ steps }) => {
            const goal = steps.find(({ event }, nth) => nth > 0 && event === goals[2].goal);
            const span = (goal?.time ?? end) - steps[0]!.time;
            const time = Math.floor(span / answer.resolutionSeconds / 1000);
            return { time, reached: goal !== undefined };
          }),
        ),
      ),
    );
    expect(answer.test!.chi2).toBeCloseTo(expected.chi2, 6);
  });
});

function momentsOf(times: readonly { time: number; reached: boolean }[]): Moment[] {
  const byTime = Map.groupBy(times, ({ time }) => time);
  return [...byTime]
    .map(([time, all]) => ({
      time,
      reached: all.filter(({ reached }) => reached).length,
      censored: all.filter(({ reached }) => !reached).length,
    }))
    .toSorted((one, other) => one.time - other.time);
}

type Wanted = {
  readonly steps: readonly string[];
  readonly order: (typeof orderNames)[number];
  readonly withinHours: number | null;
};
const orderNames = ["ordered", "strict", "any"] as const;

/** How many steps of a funnel a journey passes by its best try. */
function furthest({ steps }: Case, { steps: wanted, order, withinHours }: Wanted): number {
  let best = 0;
  for (const [begin, { event, time }] of steps.entries()) {
    if (order === "any" ? !wanted.includes(event) : event !== wanted[0]) continue;
    const limit = withinHours === null ? Infinity : time + withinHours * 3_600_000;
    const rest = steps.slice(begin).filter((step) => step.time <= limit);
    let depth = 0;
    if (order === "ordered") for (const step of rest) depth += step.event === wanted[depth] ? 1 : 0;
    if (order === "strict")
      while (depth < wanted.length && rest[depth]?.event === wanted[depth]) depth += 1;
    if (order === "any")
      while (depth < wanted.length && rest.some((step) => step.event === wanted[depth])) depth += 1;
    best = Math.max(best, depth);
  }
  return best;
}
