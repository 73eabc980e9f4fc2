import fc from "fast-check";
import { expect, test } from "vitest";
import { rate } from "../evidence/interval.ts";
import { END, START, type Flow } from "./answers.ts";
import { OTHER, pictureFlow } from "./flow-picture.ts";

/** The flow of journeys given as words, a letter a touchpoint. */
function flowOf(journeys: readonly string[]): Flow {
  const counts = new Map<string, number>();
  for (const journey of journeys) {
    const path = [START, ...journey.split(""), END];
    for (let i = 1; i < path.length; i++) {
      const key = JSON.stringify([path[i - 1], path[i]]);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return {
    journeys: journeys.length,
    events: journeys.join("").length,
    shown: { journeys: journeys.length, of: journeys.length },
    edges: [...counts].map(([key, count]) => {
      const [from, to] = JSON.parse(key) as [string, string];
      return { from, to, count, share: rate(0, 0), p25Seconds: 1, medianSeconds: 2, p75Seconds: 3 };
    }),
  };
}

test("rare touchpoints stand as OTHER, rare ways are hidden, and all steps are accounted for", () => {
  const journeys = [...Array<string>(8).fill("ab"), "axyb", "aab"];
  expect(pictureFlow(flowOf(journeys), { nodes: 0.9, edges: 0.8 })).toEqual({
    nodes: [
      { label: START, count: 10 },
      { label: END, count: 10 },
      { label: "a", count: 11 },
      { label: "b", count: 10 },
      { label: OTHER, count: 2 },
    ],
    edges: [
      { from: START, to: "a", count: 10, medianSeconds: 2 },
      { from: "b", to: END, count: 10, medianSeconds: 2 },
      { from: "a", to: "b", count: 9, medianSeconds: 2 },
      { from: OTHER, to: "b", count: 1, medianSeconds: null },
      { from: "a", to: OTHER, count: 1, medianSeconds: null },
    ],
    others: [
      { label: "x", count: 1 },
      { label: "y", count: 1 },
    ],
    among: 1,
    hidden: { edges: 1, count: 1 },
  });
});

const anyFlow = fc
  .array(
    fc.string({ unit: fc.constantFrom("a", "b", "c", "d", "e"), minLength: 1, maxLength: 8 }),
    { minLength: 1, maxLength: 30 },
  )
  .map(flowOf);
const anyChoice = fc.record({
  nodes: fc.double({ min: 0, max: 1, noNaN: true }),
  edges: fc.double({ min: 0, max: 1, noNaN: true }),
});

test("every drawn node can be reached from START and reaches END, and no step is lost", () => {
  fc.assert(
    fc.property(anyFlow, anyChoice, (flow, choice) => {
      const picture = pictureFlow(flow, choice);
      const total = (list: readonly { count: number }[]) =>
        list.reduce((sum, { count }) => sum + count, 0);
      expect(total(picture.edges) + picture.among + picture.hidden.count).toBe(total(flow.edges));
      const reach = (root: string, near: "from" | "to", far: "from" | "to") => {
        const seen = new Set([root]);
        for (const at of seen) {
          for (const edge of picture.edges) if (edge[near] === at) seen.add(edge[far]);
        }
        return seen;
      };
      const labels = picture.nodes.map(({ label }) => label).toSorted();
      expect([...reach(START, "from", "to")].toSorted()).toEqual(labels);
      expect([...reach(END, "to", "from")].toSorted()).toEqual(labels);
    }),
  );
});

test("everything is drawn when all is asked for", () => {
  fc.assert(
    fc.property(anyFlow, (flow) => {
      const picture = pictureFlow(flow, { nodes: 1, edges: 1 });
      expect([picture.edges.length, picture.others, picture.hidden.edges]).toEqual([
        flow.edges.length,
        [],
        0,
      ]);
    }),
  );
});
