import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { END, START } from "../../core/question/answers.ts";
import type { Filter } from "../../core/question/filter.ts";
import { overlay } from "../evidence/overlay.ts";
import { draftMap } from "../map/draft.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { facets } from "./facets.ts";
import { flow } from "./flow.ts";
import { journeys } from "./journeys.ts";
import {
  codesByEvent,
  logs,
  openLogs,
  present,
  read,
  type Case,
  type OpenLogs,
} from "./logs.fixture.ts";
import { overview } from "./overview.ts";
import { routes } from "./routes.ts";
import { timeline } from "./timeline.ts";
import { touchpoints } from "./touchpoints.ts";

/** Real logs, counted in plain loops, against the engine's answers. */

/** Quantile with linear interpolation between neighbours. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at % 1);
}

function spread(milliseconds: readonly number[]) {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const of = (share: number) => (sorted.length === 0 ? null : quantile(sorted, share) / 1000);
  return { p25Seconds: of(0.25), medianSeconds: of(0.5), p75Seconds: of(0.75) };
}

function expectedFlow(cases: readonly Case[]) {
  const waits = new Map<string, { from: string; to: string; count: number; waits: number[] }>();
  for (const { steps } of cases) {
    const path = [START, ...steps.map((step) => step.event), END];
    for (let i = 1; i < path.length; i++) {
      const [from, to] = [path[i - 1]!, path[i]!];
      const key = JSON.stringify([from, to]);
      const edge = waits.get(key) ?? { from, to, count: 0, waits: [] };
      edge.count += 1;
      if (from !== START && to !== END) edge.waits.push(steps[i - 1]!.time - steps[i - 2]!.time);
      waits.set(key, edge);
    }
  }
  return [...waits.values()].map((edge) => ({
    from: edge.from,
    to: edge.to,
    count: edge.count,
    ...spread(edge.waits),
  }));
}

function tally<T>(items: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

const pathOf = ({ steps }: Case) => JSON.stringify(steps.map((step) => step.event));

const byEnds = (a: { from: string; to: string }, b: { from: string; to: string }) =>
  `${a.from}|${a.to}` < `${b.from}|${b.to}` ? -1 : 1;

describe.skipIf(!present)("on real logs", () => {
  let engine: Engine;
  let opened: OpenLogs;

  beforeAll(async () => {
    opened = await openLogs();
    engine = opened.engine;
  }, 60_000);
  afterAll(() => opened[Symbol.asyncDispose](), 60_000);

  const codesOf = (ws: number) => codesByEvent(engine, ws);
  const ask = (ws: number, filter: Filter = {}): Asked => ({ ws, filter, segments: {} });

  test.each(logs)("the overview of $name is that of its publishers", async (log) => {
    const { ws, name, ...figures } = log;
    const times = read(name).flatMap(({ steps }) => steps.map((step) => step.time));
    expect(await overview(engine, ask(ws))).toEqual({
      ...figures,
      people: log.journeys,
      from: new Date(times.reduce((a, b) => Math.min(a, b))).toISOString(),
      to: new Date(times.reduce((a, b) => Math.max(a, b))).toISOString(),
      shown: { journeys: log.journeys, of: log.journeys },
      outside: 0,
    });
  });

  /** Filters by the names of events, and the same in plain code. */
  const filters = [
    { name: "bpic2012", passed: [], order: [], notPassed: [], from: null },
    { name: "bpic2012", passed: ["A_APPROVED"], order: [], notPassed: ["O_CANCELLED"], from: null },
    {
      name: "bpic2012",
      passed: [],
      order: ["O_SENT", "O_CANCELLED", "O_SENT"],
      notPassed: [],
      from: null,
    },
    {
      name: "bpic2012",
      passed: [],
      order: [],
      notPassed: ["A_DECLINED"],
      from: "2012-01-01T00:00:00Z",
    },
    { name: "receipt", passed: [], order: [], notPassed: [], from: null },
    {
      name: "receipt",
      passed: [],
      order: [],
      notPassed: [],
      from: null,
      channel: ["Internet", "Post"],
    },
    { name: "receipt", passed: ["no such touchpoint"], order: [], notPassed: [], from: null },
  ];

  test.each(filters)(
    "flow, routes, touchpoints and journeys reconcile: %j",
    async (wanted) => {
      const { ws } = logs.find((log) => log.name === wanted.name)!;
      const codes = await codesOf(ws);
      const code = (event: string) => codes.get(event) ?? 64_999;
      const filter: Filter = {
        ...(wanted.passed.length > 0 && { passed: wanted.passed.map(code) }),
        ...(wanted.order.length > 0 && { inOrder: wanted.order.map(code) }),
        ...(wanted.notPassed.length > 0 && { notPassed: wanted.notPassed.map(code) }),
        ...(wanted.from !== null && { from: wanted.from }),
        ...(wanted.channel && { attributes: { channel: wanted.channel } }),
      };
      const everybody = read(wanted.name);
      const cases = everybody.filter(({ steps, traits }) => {
        const path = steps.map((step) => step.event);
        let next = 0;
        for (const event of path) if (event === wanted.order[next]) next += 1;
        return (
          wanted.passed.every((event) => path.includes(event)) &&
          !wanted.notPassed.some((event) => path.includes(event)) &&
          next === wanted.order.length &&
          (wanted.from === null || steps[0]!.time >= Date.parse(wanted.from)) &&
          (!wanted.channel || wanted.channel.includes(traits["channel"]!))
        );
      });
      const shown = { journeys: cases.length, of: everybody.length };
      const events = cases.reduce((sum, { steps }) => sum + steps.length, 0);

      const asked = ask(ws, filter);
      const head = await overview(engine, asked);
      expect([head.journeys, head.events, head.shown]).toEqual([cases.length, events, shown]);

      const answer = await flow(engine, asked);
      expect([answer.journeys, answer.events, answer.shown]).toEqual([cases.length, events, shown]);
      const edges = answer.edges.map(({ from, to, count, ...rest }) => ({
        from,
        to,
        count,
        p25Seconds: rest.p25Seconds,
        medianSeconds: rest.medianSeconds,
        p75Seconds: rest.p75Seconds,
      }));
      expect(edges.toSorted(byEnds)).toEqual(expectedFlow(cases).toSorted(byEnds));
      const ends = (end: "from" | "to") =>
        Object.fromEntries(
          Object.entries(Object.groupBy(edges, (edge) => edge[end]))
            .filter(([node]) => node !== START && node !== END)
            .map(([node, all]) => [node, all!.reduce((sum, edge) => sum + edge.count, 0)]),
        );
      expect(ends("to")).toEqual(ends("from"));
      const started = edges.filter((edge) => edge.from === START);
      expect(started.reduce((sum, edge) => sum + edge.count, 0)).toBe(cases.length);

      const paths = tally(
        cases.map(({ steps }) => JSON.stringify(steps.map((step) => step.event))),
      );
      const found = await routes(engine, asked, 1000);
      expect([found.journeys, found.total]).toEqual([cases.length, paths.size]);
      expect(found.routes.reduce((sum, route) => sum + route.count, found.rest)).toBe(cases.length);
      const travellers = Map.groupBy(cases, pathOf);
      for (const route of found.routes) {
        const same = travellers.get(JSON.stringify(route.steps))!;
        expect([route.count, route.duration]).toEqual([
          same.length,
          {
            n: same.length,
            ...spread(same.map(({ steps }) => steps.at(-1)!.time - steps[0]!.time)),
          },
        ]);
      }

      const stats = await touchpoints(engine, asked);
      expect(stats.touchpoints.reduce((sum, each) => sum + each.events, 0)).toBe(head.events);
      expect(stats.touchpoints.reduce((sum, each) => sum + each.leave.count, 0)).toBe(cases.length);
      for (const stat of stats.touchpoints) {
        const { event } = stat.touchpoint;
        const visits = cases.map(
          ({ steps }) => steps.filter((step) => step.event === event).length,
        );
        const dwell = cases.flatMap(({ steps }) =>
          steps
            .slice(1)
            .flatMap((step, i) => (steps[i]!.event === event ? [step.time - steps[i]!.time] : [])),
        );
        expect({
          ...stat,
          reach: stat.reach.count,
          repeats: stat.repeats.count,
          leave: stat.leave.count,
        }).toEqual({
          touchpoint: stat.touchpoint,
          events: visits.reduce((a, b) => a + b, 0),
          journeys: visits.filter((n) => n > 0).length,
          people: visits.filter((n) => n > 0).length,
          reach: visits.filter((n) => n > 0).length,
          repeats: visits.filter((n) => n > 1).length,
          dwell: { n: dwell.length, ...spread(dwell) },
          leave: cases.filter(({ steps }) => steps.at(-1)!.event === event).length,
        });
      }

      const list = await journeys(engine, asked, { limit: 50, offset: 1 });
      const newest = cases.toSorted((a, b) => b.steps[0]!.time - a.steps[0]!.time);
      expect([list.total, list.shown]).toEqual([cases.length, shown]);
      expect(list.journeys.map((row) => Date.parse(row.start))).toEqual(
        newest.slice(1, 51).map(({ steps }) => steps[0]!.time),
      );
      for (const row of list.journeys) {
        const own = cases.find((one) => one.id === row.name)!;
        expect([row.path, row.steps]).toEqual([
          own.steps.slice(0, 40).map((s) => s.event),
          own.steps.length,
        ]);
      }
    },
    60_000,
  );

  test("the journeys of a route are as many as the route counts, with their timeline", async () => {
    const [top] = (await routes(engine, ask(2), 1)).routes;
    const list = await journeys(engine, ask(2), { route: top!.id, limit: 1, offset: 0 });
    expect([list.total, list.shown]).toEqual([top!.count, { journeys: 1434, of: 1434 }]);
    const [one] = list.journeys;
    const own = await timeline(engine, { ws: 2, person: one!.person });
    expect(own.events.map(({ event, journey }) => [event, journey])).toEqual(
      top!.steps.map((step) => [step, one!.id]),
    );
    await expect(timeline(engine, { ws: 2, person: "1" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("facets list channels and attribute values with the journeys behind them", async () => {
    const found = await facets(engine, ask(2), []);
    const expected = tally(read("receipt").map(({ traits }) => traits["channel"]!));
    expect(found.attributes).toEqual([
      {
        name: "channel",
        values: [...expected]
          .map(([value, count]) => ({ value, journeys: count }))
          .toSorted((a, b) => b.journeys - a.journeys || (a.value < b.value ? -1 : 1)),
      },
    ]);
    expect([found.channels, found.touchpoints.length, found.segments]).toEqual([[], 27, []]);
  });

  test.each(logs)("a map drafted from $name is measured throughout", async ({ ws, ...log }) => {
    const map = await draftMap(engine, ask(ws), { title: log.name });
    const found = await overlay(engine, ask(ws), map);
    const stats = (await touchpoints(engine, ask(ws))).touchpoints;
    const drawn = map.episodes.flatMap((episode) => episode.touchpoints);
    expect(map.episodes.length).toBeGreaterThanOrEqual(5);
    expect(map.episodes.length).toBeLessThanOrEqual(7);
    expect(
      found.touchpoints.map(({ events, journeys, reach, wait }) => [events, journeys, reach, wait]),
    ).toEqual(
      drawn.map(({ title }) => {
        const stat = stats.find((each) => each.touchpoint.event === title)!;
        return [stat.events, stat.journeys, stat.reach, stat.dwell];
      }),
    );
    expect(found.unbound.length).toBe(log.touchpoints - drawn.length);
    expect(found.evidence).toEqual({ measured: drawn.length, research: 0, assumed: 0 });
    expect(found.touchpoints.reduce((sum, each) => sum + each.lost, 0)).toBe(found.onMap);
  });

  test("an unknown segment is refused by name", async () => {
    const asked = { ...ask(2, { segment: "ghosts" }), segments: { movers: { moves: ["yes"] } } };
    await expect(overview(engine, asked)).rejects.toThrow("no segment ghosts");
  });
});
