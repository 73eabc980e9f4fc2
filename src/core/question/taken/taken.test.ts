import { expect, test } from "vitest";
import { rate } from "../../evidence/interval.ts";
import { say } from "../../message/message.ts";
import type { TakenFigure } from "./figure.ts";
import { takenFrom } from "./taken.ts";

const duration = { n: 40, p25Seconds: 60, medianSeconds: 120, p75Seconds: 240 };
const estimate = { value: 12, low: 8, high: 16 };
const place = (code: number, label: string) => ({ code, event: label, channel: "", label });
const [looked, signed] = [place(1, "Looked"), place(2, "Signed")];
const share = rate(30, 40);
const none = rate(0, 0);
const mean = { n: 40, mean: 3.5, low: 3.2, high: 3.8 };
const csat = {
  name: "CSAT",
  scale: [1, 5],
  onScale: mean,
  counts: [],
  way: "share",
  n: 40,
  value: 0.5,
  low: 0.4,
  high: 0.6,
  good: [5, 4],
};
const nps = { ...csat, name: "NPS", scale: [0, 10], way: "points", value: 20, low: 5, high: 35 };
const effort = { ...csat, name: "Effort", scale: [1, 9], way: "mean", value: 6, low: 5, high: 7 };
const scored = { scores: [csat, nps, effort], emotion: null, median: null };
const side = (n: number) => ({
  goal: rate(n, 40),
  duration: { ...duration, low: 100, high: 150 },
  scores: [{ name: "CSAT", low: 1, high: 5, mean: { n: 9, value: 3, low: 2, high: 4 } }],
});

/** Of every question an answer as small as can be, and what can be taken from it. */
const cases: Readonly<Record<keyof typeof takenFrom, readonly [object, readonly string[]]>> = {
  overview: [{ journeys: 50, people: 40 }, ["journeys 50 number", "people 40 number"]],
  flow: [
    { edges: [{ from: "Looked", to: "Signed", share, count: 30, medianSeconds: 120 }] },
    ["way:Looked>Signed 0.75 share", "wait:Looked>Signed 120 seconds"],
  ],
  routes: [{ routes: [{ id: "77", steps: ["Looked", "Signed"], share }] }, ["route:77 0.75 share"]],
  touchpoints: [
    {
      touchpoints: [
        { touchpoint: looked, reach: share, repeats: none, leave: share, dwell: duration },
      ],
    },
    ["reach:1 0.75 share", "leave:1 0.75 share", "wait:1 120 seconds"],
  ],
  journeys: [{ journeys: [{ id: "secret" }], total: 1 }, []],
  fit: [
    {
      fitness: { value: 0.9, low: 0.8, high: 0.95 },
      perfect: share,
      aligned: 40,
      touchpoints: [{ id: "tp_a", skipped: share }],
    },
    ["fitness 0.9 share", "perfect 0.75 share", "skipped:tp_a 0.75 share"],
  ],
  goals: [
    {
      goals: [
        {
          id: "go_sign",
          title: "More sign",
          measured: { by: "reach" },
          now: { form: "share", unit: "", value: 0.6, low: 0.5, high: 0.7, n: 90 },
        },
        { id: "go_feel", title: "At ease", measured: null, now: null },
        {
          id: "go_time",
          title: "Sooner",
          measured: { by: "pinned" },
          now: { form: "seconds", unit: "", value: 60, low: null, high: null, n: 90 },
        },
      ],
      branches: [
        { qualitative: "go_feel", quantitative: "go_sign", difference: null },
        {
          qualitative: "go_feel",
          quantitative: "go_sign",
          form: "share",
          met: { n: 40 },
          unmet: { n: 50 },
          difference: estimate,
        },
      ],
    },
    ["goal:go_sign 0.6 share", "branch:go_feel:go_sign 12 share"],
  ],
  perception: [
    {
      touchpoints: [
        { id: "tp_a", title: "Looked" },
        { id: "tp_b", title: "Signed" },
      ],
      groups: [
        {
          kind: "all",
          touchpoints: [
            { mean, gap: { value: 0.4, sure: { low: 0.2, high: 0.6 } } },
            { mean, gap: { value: 0.1, sure: null } },
          ],
        },
      ],
    },
    ["gap:tp_a 0.4 number −1–1"],
  ],
  gaps: [
    {
      gaps: [
        {
          kind: "switch",
          from: looked,
          to: signed,
          rate: share,
          perMonth: estimate,
          stake: { name: "Sales", unit: "EUR", perMonth: estimate },
          segment: { attribute: "plan", name: "grey" },
        },
      ],
    },
    [
      "month:switch:1:2:plan:grey 12 month",
      "share:switch:1:2:plan:grey 0.75 share",
      "stake:Sales:switch:1:2:plan:grey 12 month EUR",
    ],
  ],
  scores: [
    {
      whole: { ...scored, emotion: { ...mean, mean: 3.4 } },
      touchpoints: [{ ...scored, id: "tp_a", title: "I look", scores: [csat] }],
      episodes: [{ ...scored, id: "ep_a", title: "Before", scores: [] }],
      personas: [{ ...scored, id: "pe_a", name: "Ada", scores: [nps] }],
      peakEnd: { mean, peakEnd: { ...mean, mean: 3.3 } },
    },
    [
      "score:CSAT:1–5: 0.5 share",
      "score:NPS:0–10: 20 points",
      "score:Effort:1–9: 6 number 1–9",
      "emotion 3.4 number",
      "peak-end 3.3 number",
      "score:CSAT:1–5:tp_a 0.5 share",
      "score:NPS:0–10:pe_a 20 points",
    ],
  ],
  drivers: [
    {
      outcome: { kind: "goal", name: "", scale: null, unit: "" },
      n: 40,
      mean: 0.6,
      drivers: [
        {
          kind: "passed",
          touchpoint: looked,
          name: "",
          value: "",
          difference: estimate,
          with: { n: 9 },
        },
      ],
    },
    ["mean 0.6 share", "driver:passed:1:: 12 share"],
  ],
  segments: [
    { proposals: [{ predicate: { plan: ["grey"] }, size: share, goal: share }], unplaced: none },
    ["size:plan=grey 0.75 share", "goal:plan=grey 0.75 share"],
  ],
  drift: [
    {
      moments: [
        {
          changes: [{ kind: "reach", at: looked, to: signed, score: null, after: { rate: share } }],
        },
      ],
      apart: [
        { kind: "wait", at: looked, to: null, score: null, after: { duration } },
        { kind: "score", at: null, to: looked, score: "CSAT", after: { mean } },
      ],
    },
    ["reach:1:2: 0.75 share", "wait:1:0: 120 seconds", "score:0:1:CSAT 3.5 number"],
  ],
  contrast: [
    { one: side(10), other: side(30) },
    [
      "goal:1 0.25 share",
      "duration:1 120 seconds",
      "score:CSAT:1–5:1 3 number 1–5",
      "goal:2 0.75 share",
      "duration:2 120 seconds",
      "score:CSAT:1–5:2 3 number 1–5",
    ],
  ],
  archetypes: [
    { archetypes: [{ route: "77", steps: ["Looked"], size: share, goal: none }] },
    ["size:77 0.75 share"],
  ],
  funnel: [
    {
      steps: [
        { touchpoint: looked, ofFirst: rate(40, 40), ofPrevious: rate(40, 50), wait: duration },
        { touchpoint: signed, ofFirst: share, ofPrevious: share, wait: duration },
      ],
    },
    ["first:1:2 0.75 share", "wait:1:2 120 seconds", "reach:1 0.8 share"],
  ],
  leave: [
    { reached: share, touchpoints: [{ touchpoint: looked, leave: share, success: none }] },
    ["goal 0.75 share", "leave:1 0.75 share"],
  ],
  timeTo: [
    {
      by: null,
      groups: [
        { name: "", journeys: 40, median: { seconds: 90, low: 80, high: null }, reached: share },
      ],
    },
    ["median: 90 seconds", "goal: 0.75 share"],
  ],
  attribution: [
    { reached: share, touchpoints: [{ touchpoint: looked, removal: estimate, journeys: 40 }] },
    ["goal 0.75 share", "credit:1 12 share"],
  ],
  cohorts: [{ unit: "month", mean: [share, none] }, ["back:1 0.75 share"]],
  pattern: [
    {
      text: '"Looked" then "Signed"',
      matched: share,
      until: duration,
      groups: [{ segment: null, attribute: "plan", name: "grey", matched: share }],
    },
    ["matched 0.75 share", "until 120 seconds", "matched:plan=grey 0.75 share"],
  ],
  loyalty: [
    { periods: [{}, { corners: [{ corner: "true", share }], bought: share }] },
    ["corner:true 0.75 share", "bought 0.75 share"],
  ],
};

test.each(Object.keys(cases) as (keyof typeof takenFrom)[])(
  "which figures can be taken out of an answer of %s",
  (question) => {
    const [answer, expected] = cases[question];
    const take = takenFrom[question] as (answer: object, names: object) => TakenFigure[];
    const found = take(answer, { tp_a: "I look" });
    const told = ({ id, value, form, unit }: TakenFigure) =>
      [id, value, form, ...(unit === "" ? [] : [unit])].join(" ");
    expect(found.map(told)).toEqual(expected);
    for (const { low, high, value, n } of found) {
      expect(n).toBeGreaterThan(0);
      if (low !== null && high !== null) expect(low <= value && value <= high).toBe(true);
    }
    const names = found.flatMap(({ name }) => [say(name, "en"), say(name, "nl")]);
    expect(names.filter((name) => /undefined|^$/.test(name))).toEqual([]);
  },
);
