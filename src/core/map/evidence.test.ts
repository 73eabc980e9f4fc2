import { expect, test } from "vitest";
import { countEvidence } from "./evidence.ts";
import { readJourney } from "./file.ts";

test("every claim on a map counts once, by what it rests on", () => {
  const research = { kind: "research", source: "14 interviews" };
  const journey = readJourney(
    JSON.stringify({
      spoor: "journey/1",
      id: "jo_switch",
      title: "Switching",
      evidence: [research],
      episodes: [
        {
          id: "ep_start",
          title: "Start",
          pains: [{ title: "It takes long", evidence: research }],
          touchpoints: [
            {
              id: "tp_call",
              title: "I call",
              evidence: [research],
              emotions: [{ value: -1, evidence: { kind: "measured" } }],
            },
            {
              id: "tp_hear",
              title: "I hear of it",
              quotes: [{ text: "Try them", evidence: research }],
              opportunities: [{ title: "Ask for a review" }],
            },
          ],
        },
      ],
    }),
  );
  expect(countEvidence(journey, new Set(["tp_call"]))).toEqual({
    measured: 2,
    research: 3,
    assumed: 2,
  });
  const pinned = { question: "q", figure: "goal" };
  const metric = { id: "me_a", name: "Reach the goal", measure: "leave", pinned };
  const [episode] = journey.episodes;
  expect(
    countEvidence(
      { ...journey, metrics: [metric], episodes: [{ ...episode!, metrics: [metric] }] },
      new Set(),
    ),
  ).toEqual({ measured: 3, research: 4, assumed: 2 });
  expect(countEvidence(journey, new Set())).toEqual({ measured: 1, research: 4, assumed: 2 });
});
