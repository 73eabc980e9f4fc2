import { expect, test } from "vitest";
import { Journey } from "../../../../core/map/journey.ts";
import { drawingOf } from "../../drawing.ts";
import { episodeLanding, touchpointLanding } from "./drop-place.ts";

const { columns, spans } = drawingOf(
  Journey.parse({
    spoor: "journey/1",
    id: "jo_a",
    title: "A",
    episodes: [
      {
        id: "ep_one",
        title: "One",
        touchpoints: [
          { id: "tp_a", title: "A" },
          { id: "tp_b", title: "B" },
        ],
      },
      { id: "ep_two", title: "Two", touchpoints: [{ id: "tp_c", title: "C" }] },
    ],
  }),
  null,
  100,
);

test.each([
  [-3, "ep_one", null, 0],
  [0.4, "ep_one", null, 0],
  [0.6, "ep_one", "tp_a", 1],
  [1.2, "ep_one", "tp_a", 1],
  [1.9, "ep_one", "tp_b", 2],
  [2.1, "ep_two", null, 2],
  [2.6, "ep_two", "tp_c", 3],
  [99, "ep_two", "tp_c", 3],
])("a touchpoint let go at %s lands in %s behind %s", (at, episode, after, line) => {
  expect(touchpointLanding(columns, at)).toEqual({ where: { episode, after }, line });
});

test.each([
  [-1, null, 0],
  [0.9, null, 0],
  [1.1, "ep_one", 2],
  [2.4, "ep_one", 2],
  [2.6, "ep_two", 3],
  [50, "ep_two", 3],
])("an episode let go at %s lands behind %s", (at, where, line) => {
  expect(episodeLanding(spans, at)).toEqual({ where, line });
});

test("on an empty map nothing lands", () => {
  expect([touchpointLanding([], 1), episodeLanding([], 1)]).toEqual([
    null,
    { where: null, line: 0 },
  ]);
});
