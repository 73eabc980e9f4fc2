import { expect, test } from "vitest";
import { Chance } from "../../demo/chance.ts";
import { holidayOn } from "./holiday.ts";
import { judgeDays, type DaySeries } from "./judge-days.ts";

const DAYS = 400;
const SERIES = 200;

function poisson(chance: Chance, mean: number): number {
  if (mean > 200) return Math.max(0, Math.round(mean + Math.sqrt(mean) * chance.bell()));
  let [count, product] = [0, chance.unit()];
  const limit = Math.exp(-mean);
  while (product > limit) {
    count += 1;
    product *= chance.unit();
  }
  return count;
}

/** Series with weekends, growth, and days that vary more than chance alone has it; nothing odd. */
function quiet(seed: number): DaySeries[] {
  const chance = new Chance(seed, 9);
  return Array.from({ length: SERIES }, (_, at): DaySeries => {
    const mean = Math.exp(chance.between(0, 5.5));
    const weekend = chance.between(0.2, 1.2);
    const growth = chance.between(-1, 1);
    const extra = chance.hit(0.4) ? 0.12 : 0;
    const counts = Array.from({ length: DAYS }, (_none, day) => {
      const season = day % 7 > 4 ? weekend : 1;
      const level = mean * season * Math.exp((growth * day) / DAYS + extra * chance.bell());
      return poisson(chance, level);
    });
    return { at: at + 1, to: null, counts, source: "web" };
  });
}

// A calendar without holidays.
const dayOf = (place: number) =>
  new Date(Date.UTC(2025, 1, 3) + place * 86_400_000).toISOString().slice(0, 10);

test("cries wolf less than once in three months over 200 series", () => {
  let alarms = 0;
  const worlds = Number(process.env["SPOOR_SEEDS"] ?? 4);
  for (let seed = 1; seed <= worlds; seed += 1)
    alarms += judgeDays(quiet(seed), [], 56, dayOf).length;
  const months = (worlds * (DAYS - 56)) / 30;
  if (worlds > 4)
    console.log(`${alarms} false alarms in ${months.toFixed(0)} months of ${SERIES} series`);
  expect(alarms / months).toBeLessThan(0.33);
});

test("a surge and an outage in a quiet series are found on exactly their days", () => {
  const series = quiet(2);
  expect(judgeDays(series, [], 56, dayOf)).toEqual([]);
  const steady = series.findIndex(({ counts }) => counts[200]! > 40 && counts[200]! < 120);
  const counts = [...series[steady]!.counts];
  counts[200] = counts[200]! * 3;
  counts[300] = 0;
  const planted = series.map((each, nth) => (nth === steady ? { ...each, counts } : each));
  const found = judgeDays(planted, [], 56, dayOf);
  expect(found.map(({ at, day, z }) => [at, day, Math.sign(z)])).toEqual([
    [steady + 1, dayOf(200), 1],
    [steady + 1, dayOf(300), -1],
  ]);
  expect(found.map(({ reason }) => reason)).toEqual([{ is: "customers" }, { is: "customers" }]);
});

test("a source that was silent, a holiday, and what happens everywhere are told apart from customers", () => {
  const flat = (count: number, place: number, at: number, source: string): DaySeries => ({
    at,
    to: null,
    source,
    counts: Array.from({ length: 120 }, (_, day) => (day === place ? 0 : count + ((at * day) % 5))),
  });
  const series = [
    flat(80, 100, 1, "calls"),
    flat(60, 101, 2, "web"),
    ...Array.from({ length: 8 }, (_, nth) => flat(70, 110, nth + 3, "web")),
  ];
  const steady = (place: number) =>
    Array.from({ length: 120 }, (_, day) => (day === place ? 0 : 900));
  const sources = [
    { source: "calls", counts: steady(100) },
    { source: "web", counts: steady(-1) },
  ];
  const reasons = new Map(
    judgeDays(series, sources, 56, dayOf).map(({ at, day, reason }) => [`${at} ${day}`, reason]),
  );
  expect(reasons.get(`1 ${dayOf(100)}`)).toEqual({ is: "source", source: "calls" });
  expect(reasons.get(`2 ${dayOf(101)}`)).toEqual({ is: "customers" });
  expect(reasons.get(`3 ${dayOf(110)}`)).toEqual({ is: "everywhere" });
  expect(holidayOn("2026-04-06")).toBe("easter");
  expect(holidayOn("2026-05-14")).toBe("ascension");
  expect(holidayOn("2027-03-28")).toBe("easter");
  expect(holidayOn("2026-05-12")).toBeNull();
});

test("what lasts is a new level after a week, and is not told for ever", () => {
  const counts = Array.from({ length: 200 }, (_, day) => (day < 120 ? 100 : 30) + (day % 3));
  const found = judgeDays([{ at: 1, to: null, counts, source: "" }], [], 56, dayOf);
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThanOrEqual(8);
  expect(found[0]!.day).toBe(dayOf(120));
});
