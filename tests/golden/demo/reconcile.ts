import { expect, test } from "vitest";
import { must } from "../../../src/core/assert.ts";
import { END, START } from "../../../src/core/question/answers.ts";
import type { Filter } from "../../../src/core/question/filter.ts";
import { overlay } from "../../../src/engine/evidence/overlay.ts";
import { flow } from "../../../src/engine/question/flow.ts";
import { journeys } from "../../../src/engine/question/journeys.ts";
import { overview } from "../../../src/engine/question/overview.ts";
import { routes } from "../../../src/engine/question/routes.ts";
import { touchpoints } from "../../../src/engine/question/touchpoints.ts";
import type { Demo } from "./demo-set.ts";

const filters: Record<string, Filter> = {
  everybody: {},
  "a persona in half a year": {
    segment: "pe_zon",
    from: "2025-01-01T00:00:00Z",
    to: "2025-07-01T00:00:00Z",
  },
  "price seekers by an evening chat": {
    channels: ["chat"],
    attributes: { aanleiding: ["prijs"], dienst: ["avond"] },
  },
  "those without consent": { attributes: { "e-mailtoestemming": ["nee"] } },
};

/** Whatever the filter, all answers tell of the same journeys and events. */
export function numbersReconcile(demo: () => Demo): void {
  test.each(Object.entries(filters))("about %s", async (_, filter) => {
    const { engine, journey } = demo();
    const asked = demo().ask(filter);
    const whole = await overview(engine, asked);
    expect(whole.journeys).toBeGreaterThan(20);
    expect(whole.shown).toEqual({
      journeys: whole.journeys,
      of: (await overview(engine, demo().ask())).journeys,
    });

    const taken = await routes(engine, asked, 10_000);
    const listed = sum(taken.routes.map(({ count }) => count));
    const steps = sum(taken.routes.map(({ steps, count }) => steps.length * count));
    expect([taken.total, listed, taken.rest, steps]).toEqual([
      whole.routes,
      whole.journeys,
      0,
      whole.events,
    ]);

    const ways = await flow(engine, asked);
    const into = (node: string) =>
      sum(ways.edges.filter(({ to }) => to === node).map(({ count }) => count));
    const from = (node: string) =>
      sum(ways.edges.filter((edge) => edge.from === node).map(({ count }) => count));
    expect([from(START), into(END)]).toEqual([whole.journeys, whole.journeys]);

    const passed = await touchpoints(engine, asked);
    expect(passed.touchpoints.length).toBe(whole.touchpoints);
    expect(sum(passed.touchpoints.map(({ events }) => events))).toBe(whole.events);
    expect(sum(passed.touchpoints.map(({ leave }) => leave.count))).toBe(whole.journeys);
    for (const { touchpoint, events, leave } of passed.touchpoints)
      expect([
        into(touchpoint.label),
        from(touchpoint.label),
        left(ways, touchpoint.label),
      ]).toEqual([events, events, leave.count]);

    const laid = await overlay(engine, asked, journey);
    expect(sum(laid.touchpoints.map(({ lost }) => lost))).toBe(laid.onMap);
    const codes = laid.touchpoints.flatMap((each) => each.codes);
    const unbound = passed.touchpoints.filter(({ touchpoint }) => !codes.includes(touchpoint.code));
    expect(new Map(laid.unbound.map(({ label, journeys }) => [label, journeys]))).toEqual(
      new Map(unbound.map(({ touchpoint, journeys }) => [touchpoint.label, journeys])),
    );
    for (const drawn of laid.touchpoints) {
      const own = passed.touchpoints.filter(({ touchpoint }) =>
        drawn.codes.includes(touchpoint.code),
      );
      expect([drawn.id, drawn.events]).toEqual([drawn.id, sum(own.map(({ events }) => events))]);
      if (own.length !== 1) continue;
      const { journeys, people, reach, repeats, dwell } = must(own[0], "its touchpoint");
      expect(drawn).toMatchObject({ journeys, people, reach, repeats, wait: dwell });
    }

    const page = { limit: 1, offset: 0 };
    const { total } = await journeys(engine, asked, page);
    const shown = [total, ways.journeys, taken.journeys, passed.journeys, laid.shown.journeys];
    expect(new Set(shown)).toEqual(new Set([whole.journeys]));
    expect([ways.events, passed.events, laid.people]).toEqual([
      whole.events,
      whole.events,
      whole.people,
    ]);
  });
}

function left({ edges }: Awaited<ReturnType<typeof flow>>, label: string): number {
  return edges.find(({ from, to }) => from === label && to === END)?.count ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
