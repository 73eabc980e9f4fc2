import { expect, test } from "vitest";
import { Overlay } from "../../../../core/evidence/overlay.ts";
import { readJourney } from "../../../../core/map/file.ts";
import { ruleOf, unclaimed, unsupported } from "./tray.ts";

const journey = readJourney(`spoor: journey/1
id: jo_a
title: A
episodes:
  - id: ep_a
    title: One
    touchpoints:
      - id: tp_a
        title: I look
      - id: tp_b
        title: I buy
`);

const figures = Overlay.shape.touchpoints.element.partial();
const overlay = {
  unbound: [
    { label: "Called · phone", journeys: 3 },
    { label: "Paid", journeys: 9 },
  ],
  touchpoints: [
    figures.parse({ id: "tp_a", codes: [4] }),
    figures.parse({ id: "tp_b", codes: [] }),
  ],
} as unknown as Overlay;
const facets = {
  touchpoints: [
    { code: 1, event: "Called", channel: "phone", label: "Called · phone" },
    { code: 2, event: "Paid", channel: "", label: "Paid" },
  ],
  from: null,
  to: null,
  channels: [],
  attributes: [],
  segments: [],
  scores: [],
};

test("what most journeys pass and the map lacks comes first", () => {
  expect(unclaimed(overlay, facets)).toEqual([
    { event: "Paid", channel: "", label: "Paid", journeys: 9 },
    { event: "Called", channel: "phone", label: "Called · phone", journeys: 3 },
  ]);
});

test("a touchpoint without an event behind it is told", () => {
  expect(unsupported(journey, overlay).map(({ id }) => id)).toEqual(["tp_b"]);
});

test("an event without a channel is bound for any channel", () => {
  expect(unclaimed(overlay, facets).map(ruleOf)).toEqual([
    { event: "Paid" },
    { event: "Called", channel: "phone" },
  ]);
});
