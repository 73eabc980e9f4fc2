import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rate } from "../evidence/interval.ts";
import { END, START } from "./answers.ts";
import type { Flow } from "./answers.ts";
import { OTHER, flowPicture } from "./flow-picture.ts";

/** The flow of some journeys, each a list of touchpoints. */
function flowOf(journeys: readonly (readonly string[])[]): Flow {
  const counts = new Map<string, number>();
  for (const journey of journeys) {
    const steps = [START, ...journey, END];
    for (let at = 1; at < steps.length; at++) {
      const key = `${steps[at - 1]}\n${steps[at]}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const edges = [...counts].map(([key, count]) => {
    const [from = "", to = ""] = key.split("\n");
    const wait = from === START || to === END ? null : 60;
    return {
      from,
      to,
      count,
      share: rate(count, count),
      p25Seconds: wait,
      medianSeconds: wait,
      p75Seconds: wait,
    };
  });
  const shown = { journeys: journeys.length, of: journeys.length };
  return { journeys: journeys.length, events: journeys.flat().length, edges, shown };
}

const journeysOf = fc.array(
  fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f"), { minLength: 1, maxLength: 8 }),
  { minLength: 1, maxLength: 30 },
);

describe("the picture of a flow", () => {
  test("drawn in full is the flow itself", () => {
    const flow = flowOf([["a", "b"], ["a", "c", "b"], ["c"]]);
    const picture = flowPicture(flow, { nodes: 1, edges: 1 });
    expect(picture.edges).toEqual(
      flow.edges.map(({ from, to, count, medianSeconds }) => ({ from, to, count, medianSeconds })),
    );
    expect(picture.nodes).toEqual([
      { label: START, count: 3 },
      { label: END, count: 3 },
      { label: "a", count: 2 },
      { label: "b", count: 2 },
      { label: "c", count: 2 },
    ]);
  });

  test("lets rare touchpoints stand together as other", () => {
    const flow = flowOf([["a", "x"], ["a", "y"], ["a"]]);
    const picture = flowPicture(flow, { nodes: 0.3, edges: 1 });
    expect(picture).toEqual({
      nodes: [
        { label: START, count: 3 },
        { label: END, count: 3 },
        { label: "a", count: 3 },
        { label: OTHER, count: 2 },
      ],
      edges: [
        { from: START, to: "a", count: 3, medianSeconds: null },
        { from: "a", to: OTHER, count: 2, medianSeconds: null },
        { from: OTHER, to: END, count: 2, medianSeconds: null },
        { from: "a", to: END, count: 1, medianSeconds: null },
      ],
      touchpoints: { drawn: 1, of: 3 },
      ways: { drawn: 2, of: 6 },
    });
  });

  test("keeps every drawn node on a way from START to END, however little is kept", () => {
    fc.assert(
      fc.property(
        journeysOf,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (journeys, nodes, edges) => {
          const picture = flowPicture(flowOf(journeys), { nodes, edges });
          const labels = picture.nodes.map(({ label }) => label).toSorted();
          expect(reached(picture.edges, START, "from", "to")).toEqual(labels);
          expect(reached(picture.edges, END, "to", "from")).toEqual(labels);
        },
      ),
    );
  });

  test("balances at every node while all ways are drawn", () => {
    fc.assert(
      fc.property(journeysOf, fc.double({ min: 0, max: 1, noNaN: true }), (journeys, nodes) => {
        const picture = flowPicture(flowOf(journeys), { nodes, edges: 1 });
        for (const { label, count } of picture.nodes) {
          const out = picture.edges.filter(({ from }) => from === label);
          const sum = out.reduce((total, edge) => total + edge.count, 0);
          expect(sum).toBe(label === END ? 0 : count);
        }
      }),
    );
  });
});

function reached(
  edges: readonly { from: string; to: string }[],
  root: string,
  near: "from" | "to",
  far: "from" | "to",
): string[] {
  const found = new Set([root]);
  for (const label of found) {
    for (const edge of edges) if (edge[near] === label) found.add(edge[far]);
  }
  return [...found].toSorted();
}
