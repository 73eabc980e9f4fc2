import fc from "fast-check";
import { expect, test } from "vitest";
import { compare } from "../../../core/map/compare.ts";
import { anyJourney } from "../../../core/map/journey.arbitrary.ts";
import { Journey } from "../../../core/map/journey.ts";
import { spansOf } from "./spans.ts";

function drawn(...episodes: readonly (readonly [string, readonly string[]])[]) {
  const journey = Journey.parse({
    spoor: "journey/1",
    id: "jo_a",
    title: "A",
    episodes: episodes.map(([id, touchpoints]) => ({
      id,
      title: id,
      touchpoints: touchpoints.map((tp) => ({ id: tp, title: tp })),
    })),
  });
  return { journey, overlay: null };
}

test("what went stands in the episode around it, and an episode that went under its own title", () => {
  const above = drawn(["ep_a", ["tp_1", "tp_2", "tp_3"]], ["ep_b", ["tp_4"]], ["ep_c", ["tp_5"]]);
  const below = drawn(["ep_a", ["tp_1", "tp_3"]], ["ep_c", ["tp_5", "tp_6"]]);
  const compared = compare([above, below]);
  expect(
    spansOf(compared, 1).map(({ episode, first, last, gone }) => [episode.id, first, last, gone]),
  ).toEqual([
    ["ep_a", 0, 2, false],
    ["ep_b", 3, 3, true],
    ["ep_c", 4, 5, false],
  ]);
});

test("every touchpoint of a state stands under the title of its own episode", () => {
  fc.assert(
    fc.property(anyJourney, anyJourney, (one, other) => {
      const compared = compare([one, other].map((journey) => ({ journey, overlay: null })));
      for (const at of [0, 1]) {
        const spans = spansOf(compared, at);
        for (const [column, { cells }] of compared.entries()) {
          const standing = cells[at]?.standing;
          const over = spans.filter(({ first, last }) => first <= column && column <= last);
          expect(over.length).toBeLessThanOrEqual(1);
          if (standing) expect(over[0]?.episode.id).toBe(standing.episode.id);
        }
      }
    }),
  );
});
