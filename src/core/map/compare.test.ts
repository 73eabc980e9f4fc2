import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, felt, personasFelt, totals } from "./compare.ts";
import { anyJourney } from "./journey.arbitrary.ts";
import { Journey } from "./journey.ts";

const assumed = { kind: "assumed" } as const;
const feels = (value: number, id = "em_1") => [{ id, value, evidence: assumed }];
const pain = (id: string) => ({ id, title: id, evidence: assumed });

const now = Journey.parse({
  spoor: "journey/1",
  id: "jo_now",
  title: "Now",
  episodes: [
    {
      id: "ep_a",
      title: "Ask",
      pains: [pain("pn_episode")],
      touchpoints: [
        { id: "tp_ask", title: "I ask", emotions: feels(0.2), pains: [pain("pn_stays")] },
        { id: "tp_wait", title: "I wait", emotions: feels(-0.8, "em_2"), pains: [pain("pn_wait")] },
        { id: "tp_call", title: "I call", emotions: feels(-0.3, "em_3") },
      ],
    },
  ],
  transitions: [{ id: "tr_1", from: "tp_wait", to: "tp_call", pains: [pain("pn_way")] }],
});
const next: Journey = {
  ...now,
  id: "jo_next",
  state: "future",
  basedOn: "jo_now",
  episodes: [
    {
      id: "ep_a",
      title: "Ask",
      touchpoints: [
        { id: "tp_call", title: "I call", emotions: feels(0.4, "em_3") },
        { id: "tp_ask", title: "I ask", emotions: feels(0.2), pains: [pain("pn_stays")] },
        { id: "tp_app", title: "I look", pains: [pain("pn_new")] },
      ],
    },
  ],
  transitions: [],
};

test("pains that went stand where they stood, also with a touchpoint that went", () => {
  const compared = compare([
    { journey: now, overlay: null },
    { journey: next, overlay: null },
  ]);
  expect(
    compared.map(({ id, cells }) => [
      `${id} ${cells[1]?.what}`,
      ...(cells[1]?.pains.map((each) => `${each.id} ${each.what}`) ?? []),
    ]),
  ).toEqual([
    ["tp_ask left"],
    ["tp_wait removed", "pn_wait gone", "pn_way gone"],
    ["tp_call kept"],
    ["tp_ask moved", "pn_stays kept", "pn_episode gone"],
    ["tp_app new", "pn_new new"],
  ]);
  expect(totals(compared, 1)).toEqual({
    new: 1,
    removed: 1,
    moved: 1,
    painsGone: 3,
    painsNew: 1,
    opportunitiesGone: 0,
    opportunitiesNew: 0,
    better: 1,
    worse: 0,
  });
});

test("what is measured now is expected later, unless the later state claims something else", () => {
  const mean = { n: 80, mean: -0.6, low: -0.7, high: -0.5 };
  const overlay = {
    onMap: 100,
    loops: [],
    touchpoints: ["tp_ask", "tp_call"].map((id) => ({
      id,
      events: 100,
      still: { share: 1 },
      lost: 0,
      quotes: [],
      emotion: mean,
    })),
  } as unknown as NonNullable<Parameters<typeof compare>[0][0]["overlay"]>;
  const compared = compare([
    { journey: now, overlay },
    { journey: next, overlay: null },
    { journey: { ...next, state: "ideal" }, overlay: null },
  ]);
  expect(totals(compared, 2)).toMatchObject({ better: 0, worse: 0 });
  const ideal = compared.flatMap(({ cells }) => cells[2]?.feeling?.value ?? []);
  expect(ideal).toEqual([0.4, -0.6]);
  const told = compared.flatMap(({ id, cells }) => {
    const [, cell] = cells;
    return cell?.feeling ? [[id, cell.feeling.kind, cell.feeling.value, felt(cell)]] : [];
  });
  expect(told).toEqual([
    ["tp_call", "assumed", 0.4, 20],
    ["tp_ask", "assumed", -0.6, 0],
  ]);
});

test("a state that is the same differs in nothing", () => {
  fc.assert(
    fc.property(anyJourney, (journey) => {
      const drawn = { journey, overlay: null };
      expect(Object.values(totals(compare([drawn, drawn]), 1)).every((count) => count === 0)).toBe(
        true,
      );
    }),
  );
});

test("what came one way goes the other way", () => {
  fc.assert(
    fc.property(anyJourney, anyJourney, (one, other) => {
      const [a, b] = [one, other].map((journey) => ({ journey, overlay: null }));
      const there = totals(compare([a!, b!]), 1);
      const back = totals(compare([b!, a!]), 1);
      expect([back.removed, back.new, back.better, back.worse]).toEqual([
        there.new,
        there.removed,
        there.worse,
        there.better,
      ]);
    }),
  );
});

test("the feelings of one persona are compared with his own, not with those of customers in general", () => {
  const anna = { id: "pe_anna", name: "Anna" };
  const bram = { id: "pe_bram", name: "Bram" };
  const of = (value: number, persona: string) => ({
    id: `em_${persona}`,
    value,
    persona,
    evidence: assumed,
  });
  const state = (general: number, own: number) =>
    Journey.parse({
      ...now,
      personas: [anna, bram],
      transitions: [],
      episodes: [
        {
          id: "ep_a",
          title: "Ask",
          touchpoints: [
            {
              id: "tp_ask",
              title: "I ask",
              emotions: [...feels(general), of(own, "pe_anna")],
            },
            { id: "tp_wait", title: "I wait", emotions: feels(general, "em_wait") },
          ],
        },
      ],
    });
  const states = [state(0.5, -0.5), state(0.2, 0.5)].map((journey) => ({ journey, overlay: null }));
  expect(personasFelt(states)).toEqual([anna]);
  const moods = (whose: string | null) =>
    compare(states, whose)
      .map(({ cells }) => cells[1]!)
      .map((cell) => [cell.feeling?.value ?? null, felt(cell)]);
  expect(moods(null)).toEqual([
    [0.2, -6],
    [0.2, -6],
  ]);
  expect(moods("pe_anna")).toEqual([
    [0.5, 20],
    [null, 0],
  ]);
  expect(totals(compare(states, "pe_anna"), 1)).toMatchObject({ better: 1, worse: 0 });
});
