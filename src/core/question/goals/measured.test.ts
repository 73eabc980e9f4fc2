import { expect, test } from "vitest";
import type { Goal } from "../../map/claim.ts";
import type { TakenFigure } from "../taken/figure.ts";
import { goalsOn, isSame, measuredBy, type Measured } from "./measured.ts";

const figure = { id: "reached", form: "share", value: 0.4 } as unknown as TakenFigure;
const around = {
  bound: [
    { id: "tp_look", codes: [1, 2] },
    { id: "tp_sign", codes: [3] },
    { id: "tp_dream", codes: [] },
  ],
  titles: new Map([
    ["tp_look", "I look"],
    ["tp_sign", "I sign"],
    ["tp_dream", "I dream"],
  ]),
  scores: [{ code: 9, name: "NPS", scale: [0, 10] as const }],
  figures: new Map([["me_pinned", figure]]),
  metrics: new Map([["me_pinned", "Conversion"]]),
};
const goal = (of: Partial<Goal>): Goal => ({
  id: "go_a",
  title: "A",
  kind: "quantitative",
  ...of,
});
const by = (of: Partial<Goal>, home: readonly string[] | null = null) =>
  measuredBy({ goal: goal(of), at: null, home }, around);

test("of those who come to some touchpoints, those are counted who come to others", () => {
  expect(by({ among: ["tp_look"], reach: ["tp_sign"] })).toEqual({
    by: "reach",
    among: [1, 2],
    reach: [3],
    told: { by: "reach", among: ["I look"], towards: ["I sign"], name: "" },
  });
});

test("without a word about whom, a goal is about the touchpoint where it stands, or about all journeys", () => {
  expect(by({ reach: ["tp_sign"] }, ["tp_look"])).toMatchObject({ among: [1, 2], reach: [3] });
  expect(by({ reach: ["tp_sign"] })).toMatchObject({ among: null, reach: [3] });
  expect(by({ measure: "reach" }, ["tp_sign"])).toMatchObject({ among: null, reach: [3] });
  expect(by({ measure: "leave" }, ["tp_look"])).toMatchObject({ by: "leave", among: [1, 2] });
  expect(by({ measure: " nps " }, ["tp_sign"])).toMatchObject({
    by: "score",
    about: [3],
    score: { code: 9 },
  });
  expect(by({ measure: "NPS" })).toMatchObject({ by: "score", about: null });
});

test("a pinned figure measures where nothing is counted", () => {
  expect(by({ metric: "me_pinned", measure: "reach" })).toEqual({
    by: "pinned",
    figure,
    told: { by: "pinned", among: [], towards: [], name: "Conversion" },
  });
  expect(by({ metric: "me_pinned", reach: ["tp_sign"] })).toMatchObject({ by: "reach" });
});

test.each([
  ["measure", {}],
  ["where", { measure: "conversion" }],
  ["where", { measure: "leave" }],
  ["unknown", { measure: "customer happiness" }],
  ["unbound", { reach: ["tp_dream"] }],
  ["unbound", { among: ["tp_dream"], reach: ["tp_sign"] }],
  ["unbound", { measure: "NPS", among: ["tp_dream"] }],
  ["figure", { metric: "me_lost" }],
] as const)("what is lacking is said: %s", (lack, of) => {
  expect(by(of as unknown as Partial<Goal>)).toBe(lack);
});

test("two goals that rest on the same answers or the same touchpoints are the same", () => {
  const of = (...given: Parameters<typeof by>) => by(...given) as Measured;
  const [sign, nps] = [of({ reach: ["tp_sign"] }), of({ measure: "NPS" })];
  expect(isSame(sign, of({ among: ["tp_look"], reach: ["tp_sign"] }))).toBe(true);
  expect(isSame(sign, of({ reach: ["tp_look"] }))).toBe(false);
  expect(isSame(nps, of({ measure: "NPS" }, ["tp_sign"]))).toBe(true);
  expect(isSame(of({ measure: "NPS" }, ["tp_look"]), of({ measure: "NPS" }, ["tp_sign"]))).toBe(
    false,
  );
  expect(isSame(sign, nps)).toBe(false);
});

test("goals stand on the journey, on episodes and on touchpoints", () => {
  const own = (id: string) => [goal({ id })];
  const touchpoint = { id: "tp_look", title: "I look", goals: own("go_c") };
  const episode = { id: "ep_a", title: "Before", goals: own("go_b"), touchpoints: [touchpoint] };
  const found = goalsOn({ goals: own("go_a"), episodes: [episode] });
  expect(found.map(({ goal: { id }, at, home }) => [id, at, home])).toEqual([
    ["go_a", null, null],
    ["go_b", "Before", ["tp_look"]],
    ["go_c", "I look", ["tp_look"]],
  ]);
});
