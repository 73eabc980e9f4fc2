import fc from "fast-check";
import { expect, test } from "vitest";
import type { SurveyAnswer } from "../../evidence/survey.ts";
import { FLOOR } from "../../evidence/floor.ts";
import { tellable } from "../../evidence/floor.ts";
import { believed, groupsOf } from "./believed.ts";
import { perceive } from "./perceive.ts";
import type { Told } from "./perception.ts";

const say = (department: string, scores: Record<string, number>, remark: string | null = null) =>
  ({ department, scores, remark }) satisfies SurveyAnswer;
const many = (n: number, answer: SurveyAnswer) => Array.from({ length: n }, () => answer);
const measured = (mean: number, n = 400): Told => ({
  kind: "measured",
  mean: { n, mean, low: mean - 0.05, high: mean + 0.05 },
});
const departments = ["Service", "Sales", "IT"];

test("five who agree are not certain, and one alone has no interval", () => {
  expect(believed([-1])).toEqual({ n: 1, mean: -0.5, low: null, high: null });
  const { n, mean, low, high } = believed([-1, -1, -1, -1, -1]);
  // By hand: √(0.25/5/5) = 0.1, times 2.77645.
  expect([n, mean, low!.toFixed(4), high!.toFixed(4)]).toEqual([5, -0.5, "-0.7776", "-0.2224"]);
});

test("a figure is left out where few stand behind it, and where it would tell of those who were left out", () => {
  expect(tellable([9, 8, 7])).toEqual([true, true, true]);
  expect(tellable([9, 3, 8])).toEqual([true, false, false]);
  expect(tellable([9, 3, 2])).toEqual([true, false, false]);
  expect(tellable([4])).toEqual([false]);
  expect(tellable([9, 8], 2)).toEqual([true, false]);
});

test("whatever is left out is nobody or enough", () => {
  const counts = fc.array(fc.nat(12), { maxLength: 8 });
  fc.assert(
    fc.property(counts, fc.nat(7), (each, outside) => {
      const told = tellable(each, outside);
      const left = each.reduce((sum, count, nth) => (told[nth] ? sum : sum + count), outside);
      expect(left === 0 || left >= FLOOR || !told.includes(true)).toBe(true);
      for (const [nth, may] of told.entries())
        if (may) expect(each[nth]).toBeGreaterThanOrEqual(FLOOR);
    }),
  );
});

test("small departments stand together, and of fewer than five answers there is nothing", () => {
  const answers = [
    ...many(6, say("Service", { tp_a: 1 })),
    ...many(4, say("Sales", { tp_a: 0 })),
    ...many(2, say("", { tp_a: -1 })),
  ];
  expect(
    groupsOf(departments, answers).map((group) => [
      group.kind,
      group.departments,
      group.answers.length,
    ]),
  ).toEqual([
    ["all", [], 12],
    ["department", ["Service"], 6],
    ["rest", ["Sales"], 6],
  ]);
  expect(groupsOf(departments, answers.slice(0, 4))).toEqual([]);
  const asked = { departments, touchpoints: [{ id: "tp_a", customers: measured(0) }] };
  expect(perceive({ ...asked, answers: answers.slice(0, 4) })).toEqual({
    groups: [],
    tested: 0,
    sure: 0,
    remarks: [],
  });
});

test("a gap is what is believed less what is said, and sure only where customers were measured", () => {
  const places = [
    { id: "tp_rosy", customers: measured(-0.6) },
    { id: "tp_true", customers: measured(0.5) },
    { id: "tp_few", customers: measured(-0.6, 12) },
    {
      id: "tp_told",
      customers: { kind: "research", mean: { n: 9, mean: -0.5, low: null, high: null } } as const,
    },
    { id: "tp_unknown", customers: null },
  ];
  const answers = many(
    8,
    say("Service", { tp_rosy: 1, tp_true: 1, tp_few: 1, tp_told: 1, tp_unknown: 1 }),
  );
  const { groups, tested, sure } = perceive({ departments, touchpoints: places, answers });
  const [all] = groups;
  expect(
    all!.touchpoints.map(({ gap }) => gap && [gap.value.toFixed(2), gap.side, gap.sure !== null]),
  ).toEqual([
    ["1.10", "above", true],
    ["0.00", null, true],
    ["1.10", null, false],
    ["1.00", null, false],
    null,
  ]);
  expect([groups.length, tested, sure]).toEqual([2, 4, 2]);
  expect(all!.worst).toEqual({
    believed: { id: "tp_rosy", or: ["tp_true"] },
    measured: { id: "tp_rosy", or: [] },
    place: 1,
  });
});

test("at a touchpoint that few of a department know, it is not told, nor can it be worked out", () => {
  const answers = [
    ...many(6, say("Service", { tp_a: 1 })),
    ...many(3, say("Sales", { tp_a: -2 })),
    ...many(3, say("Sales", {})),
    ...many(7, say("IT", { tp_a: 0 })),
  ];
  const touchpoints = [{ id: "tp_a", customers: measured(0) }];
  const { groups } = perceive({ departments, touchpoints, answers });
  expect(
    groups.map(({ departments: of, touchpoints: [own] }) => [of[0] ?? "all", own!.mean?.n]),
  ).toEqual([
    ["all", 16],
    ["Service", undefined],
    ["Sales", undefined],
    ["IT", 7],
  ]);
});

test("remarks come in an order that tells nothing of when", () => {
  const answers = ["b", "c", null, "a", "b"].map((remark) => say("IT", { tp_a: 0 }, remark));
  expect(perceive({ departments, touchpoints: [], answers }).remarks).toEqual(["a", "b", "b", "c"]);
});

test("neither the order of answers nor that of departments matters", () => {
  const answer = fc.record({
    department: fc.constantFrom(...departments, ""),
    scores: fc.dictionary(fc.constantFrom("tp_a", "tp_b"), fc.integer({ min: -2, max: 2 })),
    remark: fc.constant(null),
  });
  const touchpoints = [
    { id: "tp_a", customers: measured(-0.2) },
    { id: "tp_b", customers: measured(0.4) },
  ];
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 40 }), (answers) => {
      const one = perceive({ departments, touchpoints, answers });
      const other = perceive({ departments, touchpoints, answers: answers.toReversed() });
      expect(JSON.stringify(other, rounded)).toEqual(JSON.stringify(one, rounded));
    }),
    { numRuns: 100 },
  );
});

function rounded(_: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toFixed(9)) + 0 : value;
}
