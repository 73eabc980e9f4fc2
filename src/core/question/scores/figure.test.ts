import { expect, test } from "vitest";
import { meanOf } from "../../evidence/mean.ts";
import { Chance } from "../../demo/chance.ts";
import { figureOf } from "./figure.ts";

type Answers = Readonly<Record<number, number>>;

function stat(name: string, scale: [number, number], answers: Answers) {
  const counts = Object.entries(answers).map(([value, count]) => ({ value: Number(value), count }));
  const n = counts.reduce((sum, { count }) => sum + count, 0);
  const mean = counts.reduce((sum, { value, count }) => sum + value * count, 0) / n;
  const squares = counts.reduce((sum, { value, count }) => sum + count * (value - mean) ** 2, 0);
  return { name, scale, counts, onScale: meanOf({ n, mean, variance: squares / (n - 1) }) };
}

const rounded = (figure: ReturnType<typeof figureOf>, digits = 4) => ({
  way: figure.way,
  n: figure.n,
  value: Number(figure.value.toFixed(digits)),
  low: Number(figure.low?.toFixed(digits)),
  high: Number(figure.high?.toFixed(digits)),
  good: figure.good,
});

test("a score is told the way its scale is, with its published interval", () => {
  expect(rounded(figureOf(stat("NPS", [0, 10], { 9: 30, 10: 20, 7: 30, 3: 20 })), 2)).toEqual({
    way: "points",
    n: 100,
    value: 30,
    low: 14.05,
    high: 44.2,
    good: [10, 9],
  });
  expect(rounded(figureOf(stat("CSAT", [1, 5], { 5: 40, 4: 38, 2: 22 })))).toEqual({
    way: "share",
    n: 100,
    value: 0.78,
    low: 0.6893,
    high: 0.85,
    good: [5, 4],
  });
  expect(figureOf(stat("CES", [1, 7], { 7: 5, 5: 4, 1: 1 })).good).toEqual([7, 6, 5]);
  expect(figureOf(stat("grade", [1, 10], { 7: 5, 5: 4 }))).toMatchObject({ way: "mean", good: [] });
});

test("where low is the good end, the same answers turned round give the same score", () => {
  for (const [name, length] of [
    ["CSAT", 5],
    ["CES", 7],
  ] as const) {
    const up = figureOf(stat(name, [1, length], { 1: 3, [length - 1]: 8, [length]: 9 }));
    const down = figureOf(stat(name, [length, 1], { [length]: 3, 2: 8, 1: 9 }));
    expect({ ...rounded(down), good: [] }).toEqual({ ...rounded(up), good: [] });
    expect(down.good[0]).toBe(1);
  }
});

test("answers between the whole values of a scale are told as a mean", () => {
  const halves = {
    ...stat("CSAT", [1, 5], { 4: 10 }),
    onScale: { n: 12, mean: 4, low: 3, high: 5 },
  };
  expect(figureOf(halves).way).toBe("mean");
});

test.each([
  ["NPS", [0, 10], [0, 0, 0.05, 0.05, 0.05, 0.1, 0.1, 0.15, 0.2, 0.15, 0.15]],
  ["CSAT", [1, 5], [0.1, 0.1, 0.2, 0.35, 0.25]],
  ["CES", [1, 7], [0.05, 0.05, 0.1, 0.2, 0.2, 0.2, 0.2]],
  ["grade", [1, 10], [0, 0.05, 0.05, 0.1, 0.2, 0.2, 0.2, 0.1, 0.05, 0.05]],
] as const)(
  "the interval of %s holds the truth in 93 to 97 % of samples",
  (name, scale, shares) => {
    const chance = new Chance(11);
    const value = (draw: number) => {
      let left = draw;
      const nth = shares.findIndex((share) => (left -= share) < 0);
      return scale[0] + (nth === -1 ? shares.length - 1 : nth);
    };
    const draw = (size: number) => {
      const answers: Record<number, number> = {};
      for (let nth = 0; nth < size; nth += 1) {
        const one = value(chance.unit());
        answers[one] = (answers[one] ?? 0) + 1;
      }
      return figureOf(stat(name, [scale[0], scale[1]], answers));
    };
    const sum = (of: (value: number) => number) =>
      shares.reduce<number>((all, share, nth) => all + share * of(scale[0] + nth), 0);
    const { good, way } = draw(60);
    const truth =
      way === "points"
        ? 100 * sum((one) => (one >= 9 ? 1 : one <= 6 ? -1 : 0))
        : sum((one) => (way === "mean" ? one : Number(good.includes(one))));
    let held = 0;
    const samples = 4000;
    for (let nth = 0; nth < samples; nth += 1) {
      const { low, high } = draw(60);
      if (low! <= truth && truth <= high!) held += 1;
    }
    expect(held / samples).toBeGreaterThan(0.93);
    expect(held / samples).toBeLessThan(0.97);
  },
);
