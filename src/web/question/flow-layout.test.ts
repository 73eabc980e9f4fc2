import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { END, START } from "../../core/question/answers.ts";
import type { FlowPicture } from "../../core/question/flow-picture.ts";
import { layoutFlow } from "./flow-layout.ts";
import { rankFlow } from "./flow-rank.ts";
import { spread } from "./spread.ts";

const labelWidth = (label: string) => label.length * 7;

/** A picture out of journeys. */
function pictureOf(journeys: readonly (readonly string[])[]): FlowPicture {
  const counts = new Map<string, number>();
  const visits = new Map<string, number>();
  for (const journey of journeys) {
    const steps = [START, ...journey, END];
    for (const [at, step] of steps.entries()) {
      visits.set(step, (visits.get(step) ?? 0) + 1);
      const key = `${steps[at - 1]}\n${step}`;
      if (at > 0) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const edges = [...counts].map(([key, count]) => {
    const [from = "", to = ""] = key.split("\n");
    return { from, to, count, medianSeconds: null };
  });
  return {
    nodes: [...visits].map(([label, count]) => ({ label, count })),
    edges,
    others: [],
    among: 0,
    hidden: { edges: 0, count: 0 },
  };
}

const someJourneys = fc
  .array(fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), { minLength: 1 }), {
    minLength: 1,
    maxLength: 25,
  })
  .map(pictureOf);

describe("ranking", () => {
  test("follows the main direction, and marks what runs against it", () => {
    const picture = pictureOf([
      ...Array.from({ length: 9 }, () => ["a", "b", "c"]),
      ["a", "b", "a", "b", "c"],
    ]);
    const { layerOf, back } = rankFlow(picture);
    expect([...layerOf].toSorted((a, b) => a[1] - b[1])).toEqual([
      [START, 0],
      ["a", 1],
      ["b", 2],
      ["c", 3],
      [END, 4],
    ]);
    expect([...back].map(({ from, to }) => [from, to])).toEqual([["b", "a"]]);
  });

  test("lets every way that does not lead back go to a later layer", () => {
    fc.assert(
      fc.property(someJourneys, (picture) => {
        const { layerOf, back } = rankFlow(picture);
        for (const edge of picture.edges) {
          if (back.has(edge)) continue;
          expect(layerOf.get(edge.to)!).toBeGreaterThan(layerOf.get(edge.from)!);
        }
        expect(layerOf.get(START)).toBe(0);
        expect(layerOf.get(END)).toBe(Math.max(...layerOf.values()));
      }),
    );
  });
});

describe("spreading", () => {
  test("leaves things where they want to be when there is room", () => {
    expect(spread([0, 50, 90], [10, 10, 10], 5, 100)).toEqual([0, 50, 90]);
  });
  test("shares the push between things that want the same place", () => {
    expect(spread([45, 45], [10, 10], 10, 100)).toEqual([35, 55]);
  });
  test("keeps order, distance and the edges of the page", () => {
    const row = fc.array(
      fc.tuple(fc.integer({ min: -50, max: 300 }), fc.integer({ min: 1, max: 9 })),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(row, (things) => {
        const sizes = things.map(([, size]) => size);
        const places = spread(
          things.map(([wish]) => wish),
          sizes,
          3,
          200,
        );
        for (const [at, place] of places.entries()) {
          const end = at === 0 ? 0 : places[at - 1]! + sizes[at - 1]! + 3;
          expect(place).toBeGreaterThanOrEqual(end - 1e-9);
        }
        expect(places.at(-1)! + sizes.at(-1)!).toBeLessThanOrEqual(200 + 1e-9);
      }),
    );
  });
});

describe("the layout", () => {
  test("draws bars and ways on one scale", () => {
    const layout = layoutFlow(pictureOf([["a"], ["a"], ["a"], ["b"]]), 600, labelWidth);
    const lengths = Object.fromEntries(layout.nodes.map(({ label, length }) => [label, length]));
    expect(lengths).toEqual({ START: 240, END: 240, a: 180, b: 60 });
    expect(layout.edges.map(({ from, to, width }) => [from, to, width])).toEqual([
      [START, "a", 180],
      ["a", END, 180],
      [START, "b", 60],
      ["b", END, 60],
    ]);
  });

  test("never lets bars and labels of one layer overlap, nor leave the page", () => {
    fc.assert(
      fc.property(someJourneys, fc.integer({ min: 200, max: 1400 }), (picture, width) => {
        const layout = layoutFlow(picture, width, labelWidth);
        for (const layer of Map.groupBy(layout.nodes, ({ y }) => y).values()) {
          const row = layer.toSorted((a, b) => a.x - b.x);
          for (const [at, node] of row.entries()) {
            const next = row[at + 1];
            const end = node.x + node.length + labelWidth(node.label);
            expect(end).toBeLessThanOrEqual(next === undefined ? layout.width : next.x);
          }
        }
      }),
    );
  });
});
