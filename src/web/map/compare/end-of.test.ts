import { expect, test } from "vitest";
import { figuresOver } from "../../../../tests/e2e/map-harness/figures.ts";
import { Journey } from "../../../core/map/journey.ts";
import { endOf } from "./end-of.ts";

function drawn(events: object) {
  const touchpoints = [
    { id: "tp_a", title: "A", events: [{ event: "order" }] },
    { id: "tp_b", title: "B", ...events },
  ];
  const journey = Journey.parse({
    spoor: "journey/1",
    id: "jo_a",
    title: "A",
    episodes: [{ id: "ep_a", title: "A", touchpoints }],
  });
  const overlay = figuresOver(
    journey,
    [100, 40].map((still) => ({ still, reach: still, waitHours: 1 })),
    [],
  );
  return { journey, overlay };
}

test("tells how many reach the last touchpoint", () => {
  const { journey, overlay } = drawn({ events: [{ event: "bill" }] });
  expect(endOf({ journey, overlay })).toEqual(overlay.touchpoints[1]?.still);
});

test("does not take an end that no event supports for one that nobody reaches", () => {
  expect(endOf(drawn({}))).toBe("unmeasured");
  expect(endOf(drawn({ events: [] }))).toBe("unmeasured");
});

test("says nothing of it without figures", () => {
  expect(endOf({ journey: drawn({}).journey, overlay: null })).toBeNull();
});
