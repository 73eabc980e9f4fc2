import { expect, test } from "vitest";
import { formatIn } from "../../message/format.ts";
import { message } from "../../message/message.ts";
import { readJourney } from "../file.ts";
import { columnsOf } from "./column.ts";
import { metricLines, metricsOn } from "./shown-metric.ts";
import { sheetWords } from "./words.ts";

const pinnedTo = { question: "q", figure: "goal" };
const journey = readJourney(
  JSON.stringify({
    spoor: "journey/1",
    id: "jo_a",
    title: "Signing",
    metrics: [{ id: "me_whole", name: "Sign", measure: "funnel", pinned: pinnedTo }],
    goals: [
      {
        id: "go_a",
        title: "Sixty sign",
        kind: "quantitative",
        metric: "me_whole",
        baseline: 51,
        target: 60,
        unit: "%",
        by: "2027-06-30",
      },
    ],
    episodes: [
      {
        id: "ep_a",
        title: "Before",
        metrics: [{ id: "me_wide", name: "Wide", measure: "reach" }],
        touchpoints: [
          {
            id: "tp_a",
            title: "I look",
            metrics: [{ id: "me_own", name: "Own", measure: "wait", unit: "days" }],
          },
          { id: "tp_b", title: "I sign" },
        ],
      },
    ],
  }),
);
const figure = {
  id: "goal",
  name: message("figure-goal"),
  form: "share" as const,
  unit: "",
  value: 0.52,
  low: 0.5,
  high: 0.54,
  n: 8123,
};
const lines = (state: "fresh" | "stale" | "gone" | "missing", shown: typeof figure | null) => {
  const at = shown === null ? null : "2026-11-12T10:00:00.000Z";
  const pinned = [{ metric: "me_whole", state, figure: shown, at }];
  const [metric] = metricsOn(journey, pinned)(journey);
  return metricLines(metric!, formatIn("en"), sheetWords.en.metric);
};

test("a pinned metric shows its figure, what it rests on, and where its goal wants it", () => {
  expect(lines("fresh", figure)).toEqual({
    name: "Sign",
    value: "52%",
    about: ["95% interval 50% to 54%", "n = 8,123", "computed 12 Nov 2026"],
    goals: ["was 51 %, is to be 60 %, by 30 Jun 2027"],
    few: false,
  });
  expect(lines("fresh", { ...figure, n: 29 }).few).toBe(true);
});

test("one whose data changed, whose question is gone, or whose answer lacks it says so", () => {
  expect(lines("stale", figure).about.at(-1)).toBe("the data changed since");
  expect(lines("gone", figure)).toMatchObject({
    value: "52%",
    about: [
      "95% interval 50% to 54%",
      "n = 8,123",
      "computed 12 Nov 2026",
      "its saved question is gone; this is the last figure",
    ],
  });
  expect(lines("missing", null)).toMatchObject({
    value: null,
    about: ["the last answer of its question does not have this figure"],
  });
});

test("metrics of an episode stand at its first touchpoint", () => {
  const told = columnsOf(journey, null).map(({ metrics }) =>
    metrics.map(({ metric, wide }) => [metric.id, wide]),
  );
  expect(told).toEqual([
    [
      ["me_own", false],
      ["me_wide", true],
    ],
    [],
  ]);
});
