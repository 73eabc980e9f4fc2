import { afterAll, beforeAll, expect, test } from "vitest";
import { overlay } from "../../../src/engine/evidence/overlay.ts";
import { scores } from "../../../src/engine/question/scores/scores.ts";
import type { Filter } from "../../../src/core/question/filter.ts";
import type { Scored } from "../../../src/core/question/scores/figure.ts";
import { themes } from "../../../src/engine/question/themes.ts";
import { openDemo, type Demo } from "../demo/demo-set.ts";

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo(1500);
}, 600_000);
afterAll(async () => {
  await demo.stores[Symbol.asyncDispose]();
}, 60_000);

const ask = (filter: Filter = {}) =>
  scores(demo.engine, demo.ask(filter), demo.journey, personas());
const personas = () =>
  demo.truth.personas.map(({ id, name, predicate }) => ({ id, name, predicate }));

/** Answers per score; parts of a whole add up to it. */
function answers(places: readonly Scored[]): Record<string, number> {
  const all: Record<string, number> = {};
  for (const { name, n } of places.flatMap((each) => each.scores)) all[name] = (all[name] ?? 0) + n;
  return all;
}

test("the scores are those of the map, at every touchpoint and under a filter", async () => {
  for (const filter of [{}, { attributes: { opwek: ["zonnepanelen"] } }]) {
    const found = await ask(filter);
    const drawn = await overlay(demo.engine, demo.ask(filter), demo.journey);
    expect(found.touchpoints.map(({ id }) => id)).toEqual(drawn.touchpoints.map(({ id }) => id));
    for (const [nth, place] of found.touchpoints.entries()) {
      const there = drawn.touchpoints[nth]!;
      expect(place.emotion).toEqual(there.emotion);
      expect(
        place.scores.map(({ name, scale, onScale, counts }) => ({ name, scale, onScale, counts })),
      ).toEqual(there.scores);
    }
    expect(drawn.touchpoints.some((each) => each.scores.length > 0)).toBe(true);
  }
});

test("touchpoints and what is not drawn add up to the whole; so do episodes and months", async () => {
  const { whole, touchpoints, undrawn, episodes, months } = await ask();
  const all = answers([whole]);
  expect(Object.keys(all).toSorted()).toEqual(["CES", "CSAT", "NPS"]);
  expect(answers([...touchpoints, undrawn])).toEqual(all);
  expect(answers([...episodes, undrawn])).toEqual(all);
  expect(answers(months)).toEqual(all);
  expect(months.map(({ month }) => month)).toEqual(months.map(({ month }) => month).toSorted());
  const planted = [demo.truth.from.slice(0, 7), demo.truth.to.slice(0, 7)];
  for (const { month } of months) {
    expect(month.slice(0, 7) >= planted[0]! && month.slice(0, 7) <= planted[1]!).toBe(true);
  }
});

test("a persona scores what the whole scores under its filter", async () => {
  const { personas: split } = await ask();
  for (const { id, name: _, ...scored } of split) {
    expect(scored).toEqual((await ask({ segment: id })).whole);
  }
  expect(split.length).toBe(4);
});

test("peak–end and mean are of the journeys with several answers, each counted once", async () => {
  const { peakEnd } = await ask();
  const rows = (await demo.stores.rows(
    `SELECT journey, groupArray((toUnixTimestamp64Milli(time), feeling)) AS given FROM (
      SELECT journey, t AS time, 2 * (v - low) / (high - low) - 1 AS feeling
      FROM (SELECT journey, c, v, t FROM journey FINAL
        ARRAY JOIN measures.code AS c, measures.value AS v, measures.time AS t) AS said
      JOIN (SELECT * FROM measure FINAL WHERE kind = 'score') AS known ON known.code = c
    ) GROUP BY journey HAVING count() > 1`,
  )) as { given: [string, number][] }[];
  const told = rows.map(({ given }) => {
    const felt = given.toSorted((a, b) => Number(a[0]) - Number(b[0])).map(([, value]) => value);
    const most = Math.max(...felt.map(Math.abs));
    const peak = felt.findLast((value) => Math.abs(value) === most)!;
    return { mean: average(felt), peakEnd: (peak + felt.at(-1)!) / 2 };
  });
  expect(peakEnd!.mean.n).toBe(told.length);
  expect(peakEnd!.mean.mean).toBeCloseTo(average(told.map(({ mean }) => mean)), 9);
  expect(peakEnd!.peakEnd.mean).toBeCloseTo(average(told.map((each) => each.peakEnd)), 9);
});

test("without a map the touchpoints of the data stand in its place", async () => {
  const found = await scores(demo.engine, demo.ask(), null, []);
  expect(found.map).toBeNull();
  expect(answers([...found.touchpoints, found.undrawn])).toEqual(answers([found.whole]));
});

test("themes divide all comments; each knows its people, and what its quotes are about", async () => {
  const found = await themes(demo.engine, demo.ask(), demo.journey);
  const [{ written }] = (await demo.stores.rows(
    "SELECT toUInt32(sum(length(comments.text))) AS written FROM journey FINAL",
  )) as [{ written: number }];
  expect([found.comments, found.of]).toEqual([written, written]);
  const placed = found.themes.reduce((sum, { comments }) => sum + comments, 0);
  expect(placed + found.none).toBe(found.comments);
  const told = new Set(
    (
      (await demo.stores.rows(
        "SELECT DISTINCT arrayJoin(comments.text) AS text FROM journey FINAL",
      )) as { text: string }[]
    ).map(({ text }) => text),
  );
  for (const { quotes, people, comments } of found.themes) {
    expect(people).toBeLessThanOrEqual(comments);
    expect(people).toBeGreaterThanOrEqual(5);
    for (const { text } of quotes) expect(told.has(text)).toBe(true);
  }
  const bill = found.themes.find(({ words }) => words.join(" ").includes("termijnbedrag"));
  expect(bill!.touchpoints[0]!.title).toMatch(/nota|termijn/i);
  expect(bill!.feeling).toBeLessThan(0);
});

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
