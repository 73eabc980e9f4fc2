import { expect, test } from "vitest";
import type { TimelineEvent } from "../../core/question/answers.ts";
import { groupDays, journeyStarts, newsOf, whiteFor } from "./timeline-days.ts";

function event(time: string, journey: string | null = null): TimelineEvent {
  return {
    time,
    journey,
    kind: "event",
    event: "call",
    channel: "phone",
    place: "",
    why: "",
    how: "",
    source: "crm",
    attributes: {},
    measures: [],
    comment: "",
  };
}

const dayOf = (time: string) => time.slice(0, 10);

test("events stand by day, with the silence before each day", () => {
  const [a, b, c] = [
    event("2026-01-01T09:00:00Z"),
    event("2026-01-01T21:00:00Z"),
    event("2026-01-19T21:00:00Z"),
  ];
  expect(groupDays([a, b, c], dayOf)).toEqual([
    { time: a.time, events: [a, b], silence: null },
    { time: c.time, events: [c], silence: 18 * 86_400 },
  ]);
});

test("no events, no days", () => expect(groupDays([], dayOf)).toEqual([]));

test("white space grows with the silence, up to a limit", () => {
  const whites = [1, 7, 30, 365, 3650].map((days) => whiteFor(days * 86_400));
  expect(whites).toEqual(whites.toSorted((a, b) => a - b));
  expect([whites[0]! > 12, whites.at(-1)]).toEqual([true, 160]);
});

test("each journey begins at its first event; facts begin none", () => {
  const events = [
    event("2026-01-01T09:00:00Z"),
    event("2026-01-02T09:00:00Z", "1"),
    event("2026-01-03T09:00:00Z", "2"),
    event("2026-01-04T09:00:00Z", "1"),
  ];
  expect([...journeyStarts(events)]).toEqual([events[1], events[2]]);
});

test("attributes are told once, and again when they change", () => {
  const told = [{ tariff: "fixed", home: "flat" }, { tariff: "fixed" }, { tariff: "variable" }];
  const events = told.map((attributes) => ({ ...event("2026-01-01T09:00:00Z"), attributes }));
  expect([...newsOf(events).values()]).toEqual([
    [
      ["tariff", "fixed"],
      ["home", "flat"],
    ],
    [],
    [["tariff", "variable"]],
  ]);
});
