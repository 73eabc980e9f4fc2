import { describe, expect, test } from "vitest";
import { Chance } from "../demo/chance.ts";
import { kaplanMeier, logRank, restrictedMean, timeOf, type Moment } from "./survival.ts";

/** Each duration, negative where it was censored. */
function momentsOf(durations: readonly number[]): Moment[] {
  const times = [...new Set(durations.map(Math.abs))].toSorted((a, b) => a - b);
  return times.map((time) => ({
    time,
    reached: durations.filter((each) => each === time).length,
    censored: durations.filter((each) => each === -time).length,
  }));
}

/** Remission in weeks of 42 patients (Freireich et al. 1963), the field's textbook data. */
const treated = [
  6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35,
];
const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];

describe("Kaplan–Meier", () => {
  test("has the published survival of the treated patients", () => {
    const points = kaplanMeier(momentsOf(treated));
    const survival = points.map(({ time, share }) => [time, Number((1 - share).toFixed(4))]);
    expect(survival).toEqual([
      [6, 0.8571],
      [7, 0.8067],
      [10, 0.7529],
      [13, 0.6902],
      [16, 0.6275],
      [22, 0.5378],
      [23, 0.4482],
    ]);
    expect(points.map(({ atRisk }) => atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6]);
    expect(timeOf(points, 0.5)).toMatchObject({ time: 23, low: 13, high: null });
  });

  test("without censoring it is the plain share", () => {
    const points = kaplanMeier(momentsOf(placebo));
    for (const { time, share } of points)
      expect(share).toBeCloseTo(placebo.filter((each) => each <= time).length / 21, 12);
    expect(timeOf(points, 0.5).time).toBe(8);
  });

  test("the restricted mean is the plain mean of what is cut at its end", () => {
    const cut = placebo.map((each) => Math.min(each, 15));
    const { mean } = restrictedMean(momentsOf(placebo), 15);
    expect(mean).toBeCloseTo(cut.reduce((a, b) => a + b) / 21, 12);
  });

  test("the published log-rank test of the two groups", () => {
    const { chi2, p } = logRank([momentsOf(treated), momentsOf(placebo)]);
    expect(chi2).toBeCloseTo(16.79, 2);
    expect(p).toBeCloseTo(4.17e-5, 6);
  });

  test("three groups: order does not matter, and equal ones do not differ", () => {
    const groups = [momentsOf(treated), momentsOf(placebo), momentsOf([3, 9, 27, -30])];
    const one = logRank(groups);
    expect(logRank(groups.toReversed()).chi2).toBeCloseTo(one.chi2, 9);
    expect(logRank([momentsOf(placebo), momentsOf(placebo)]).p).toBeCloseTo(1, 9);
  });

  test("intervals hold the truth in 93 to 97 % of samples, and the test errs in about 5 %", () => {
    const chance = new Chance(3);
    const samples = 2000;
    const n = 120;
    let share = 0;
    let median = 0;
    let mean = 0;
    let alarms = 0;
    const sample = () =>
      momentsOf(
        Array.from({ length: n }, () => {
          const event = Math.ceil(-500 * Math.log(1 - chance.unit()));
          const seen = chance.span(100, 1400);
          return event <= seen ? event : -seen;
        }),
      );
    const truth = 1 - Math.exp(-400 / 500);
    const area = 500 * (1 - Math.exp(-800 / 500));
    for (let nth = 0; nth < samples; nth += 1) {
      const moments = sample();
      const points = kaplanMeier(moments);
      const at = points.findLast(({ time }) => time <= 400)!;
      if (at.low <= truth && truth <= at.high) share += 1;
      const half = timeOf(points, 0.5);
      const real = 500 * Math.log(2);
      if ((half.low ?? 0) <= real + 1 && real <= (half.high ?? Infinity)) median += 1;
      const restricted = restrictedMean(moments, 800);
      if (restricted.low <= area + 0.5 && area + 0.5 <= restricted.high) mean += 1;
      if (logRank([moments, sample()]).p < 0.05) alarms += 1;
    }
    for (const held of [share, median, mean]) {
      expect(held / samples).toBeGreaterThan(0.93);
      expect(held / samples).toBeLessThan(0.97);
    }
    expect(alarms / samples).toBeGreaterThan(0.03);
    expect(alarms / samples).toBeLessThan(0.07);
  });
});
