import fc from "fast-check";
import { expect, test } from "vitest";
import { compare } from "../../../core/map/compare.ts";
import { Journey } from "../../../core/map/journey.ts";
import { curvesOf } from "./curves.ts";

function feeling(values: readonly (number | null)[]): Journey {
  return Journey.parse({
    spoor: "journey/1",
    id: "jo_a",
    title: "A",
    episodes: [
      {
        id: "ep_a",
        title: "A",
        touchpoints: values.map((value, at) => ({
          id: `tp_${at}`,
          title: "I wait",
          ...(value !== null && {
            emotions: [{ id: `em_${at}`, value, evidence: { kind: "assumed" } }],
          }),
        })),
      },
    ],
  });
}

const laid = (...states: readonly (readonly (number | null)[])[]) =>
  curvesOf(compare(states.map((values) => ({ journey: feeling(values), overlay: null }))), 100);

test("a line has a stretch between neighbours of which both are told, and none elsewhere", () => {
  const values = fc.array(fc.option(fc.integer({ min: -10, max: 10 }).map((value) => value / 10)), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(values, (told) => {
      const [curve] = laid(told).curves;
      const pairs = told.filter((value, at) => value !== null && (told[at + 1] ?? null) !== null);
      expect(curve?.measured).toBe("");
      expect(curve?.claimed.match(/M/g)?.length ?? 0).toBe(pairs.length);
      expect(curve?.points.map(({ x }) => x)).toEqual(
        told.flatMap((value, at) => (value === null ? [] : [at * 100 + 50])),
      );
    }),
  );
});

test("where it feels otherwise than in the state above, that is marked as better or worse", () => {
  const { shifts } = laid([0.2, -0.5, 0.5, null], [0.2, 0.5, 0.1, 0.3]);
  expect(shifts.map(({ x, better }) => [x, better])).toEqual([
    [150, true],
    [250, false],
  ]);
  expect(shifts.every(({ from, to, better }) => to < from === better)).toBe(true);
});
