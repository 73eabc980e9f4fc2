import { expect, test } from "vitest";
import { bindTouchpoints } from "./binding.ts";
import { Journey } from "./journey.ts";

const journey = Journey.parse({
  spoor: "journey/1",
  id: "jo_switch",
  title: "Switching",
  episodes: [
    {
      id: "ep_start",
      title: "Start",
      touchpoints: [
        { id: "tp_call", title: "I call", events: [{ event: "Call", channel: "phone" }] },
        { id: "tp_talk", title: "I talk", events: [{ event: "Call" }, { event: "Chat" }] },
        { id: "tp_hear", title: "I hear of it" },
      ],
    },
  ],
});

test("a touchpoint of the data belongs to the first rule that fits", () => {
  const found = [
    { code: 1, event: "Call", channel: "web", label: "Call · web" },
    { code: 2, event: "Call", channel: "phone", label: "Call · phone" },
    { code: 3, event: "Chat", channel: "", label: "Chat" },
    { code: 4, event: "Bill", channel: "", label: "Bill" },
  ];
  expect(bindTouchpoints(journey, found)).toEqual([
    { id: "tp_call", codes: [2] },
    { id: "tp_talk", codes: [1, 3] },
    { id: "tp_hear", codes: [] },
  ]);
});
