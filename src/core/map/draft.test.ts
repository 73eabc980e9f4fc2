import fc from "fast-check";
import { expect, test } from "vitest";
import { draftJourney, type Candidate } from "./draft.ts";

const candidate = (code: number, event: string, position: number, journeys = 100): Candidate => ({
  code,
  event,
  channel: "telefoon",
  label: `${event} · telefoon`,
  journeys,
  position,
});

test("touchpoints stand in the order of the journeys, cut where little goes from one to the next", () => {
  const names = ["Zoeken", "Kiezen", "Tekenen", "Wachten", "Betalen", "Bellen"];
  const candidates = names.map((name, i) => candidate(i + 1, name, i / 6)).toReversed();
  const flow = [
    { from: 1, to: 2, count: 5 },
    { from: 2, to: 3, count: 50 },
    { from: 4, to: 3, count: 7 },
    { from: 4, to: 5, count: 8 },
    { from: 5, to: 6, count: 9 },
  ];
  const map = draftJourney({
    title: "Overstappen",
    journeys: 100,
    candidates,
    flow,
    language: "nl",
  });
  expect(map.episodes.map((episode) => episode.touchpoints.map((each) => each.title))).toEqual([
    ["Zoeken"],
    ["Kiezen", "Tekenen"],
    ["Wachten"],
    ["Betalen"],
    ["Bellen"],
  ]);
  expect(map.episodes[0]).toEqual({
    id: "ep_zoeken",
    title: "Zoeken",
    touchpoints: [
      {
        id: "tp_zoeken-telefoon",
        title: "Zoeken",
        channel: "phone",
        events: [{ event: "Zoeken", channel: "telefoon" }],
        evidence: [{ kind: "measured", n: 100 }],
      },
    ],
  });
});

const anyCandidates = fc
  .array(
    fc.record({
      event: fc.string({ minLength: 1, maxLength: 200 }),
      channel: fc.constantFrom("", "web", "Winkel", "__proto__", "constructor"),
      journeys: fc.integer({ min: 1, max: 1000 }),
      position: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((list) => list.map((each, i): Candidate => ({ ...each, code: i + 1, label: each.event })));

test("any data gives a valid map of five to seven episodes, or fewer touchpoints than that", () => {
  fc.assert(
    fc.property(anyCandidates, (candidates) => {
      const input = { title: "A", journeys: 1000, flow: [] };
      const map = draftJourney({ ...input, candidates });
      const drawn = map.episodes.flatMap((episode) => episode.touchpoints);
      const least = Math.min(5, candidates.length);
      expect(map.episodes.length).toBeGreaterThanOrEqual(least);
      expect(map.episodes.length).toBeLessThanOrEqual(7);
      expect(map.episodes.every((episode) => episode.touchpoints.length > 0)).toBe(true);
      expect(new Set(drawn.map((each) => each.id)).size).toBe(drawn.length);
      expect(draftJourney({ ...input, candidates: candidates.toReversed() })).toEqual(map);
    }),
  );
});
