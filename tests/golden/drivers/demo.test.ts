import { afterAll, beforeAll, expect, test } from "vitest";
import { must } from "../../../src/core/assert.ts";
import type { Driver } from "../../../src/core/question/drivers/drivers.ts";
import { bindTouchpoints } from "../../../src/core/map/binding.ts";
import { readTouchpoints } from "../../../src/engine/event/touchpoint.ts";
import { drivers } from "../../../src/engine/question/drivers/drivers.ts";
import { openDemo, type Demo } from "../demo/demo-set.ts";

/** `SPOOR_CUSTOMERS=20000` for what only many customers show. */
const customers = Number(process.env["SPOOR_CUSTOMERS"] ?? 4000);
let demo: Demo;
beforeAll(async () => {
  demo = await openDemo(customers);
}, 600_000);
afterAll(async () => {
  await demo.stores[Symbol.asyncDispose]();
}, 60_000);

async function ask(outcome: string | null, event: string | null = null) {
  const names = await readTouchpoints(demo.engine.lookup, demo.ask().ws);
  const last = bindTouchpoints(demo.journey, names).findLast(({ codes }) => codes.length > 0)!;
  const about = event === null ? null : names.filter((each) => each.event === event);
  const found = await drivers(
    demo.engine,
    demo.ask(),
    {
      aim: { by: "map", codes: last.codes },
      outcome,
      about: about && about.map(({ code }) => code),
      crosshair: "mean",
    },
    demo.journey,
  );
  if (process.env["SPOOR_TOLD"]) {
    console.log(outcome, event, found.n, found.mean, found.explained, found.tried, found.sure);
    for (const each of found.drivers) console.log(said(each));
  }
  return found;
}

const said = (each: Driver) =>
  `${each.kind} ${each.touchpoint?.label ?? ""} ${each.name} ${each.value} ${each.from?.toFixed(0)}: ${each.with.mean.toFixed(2)} (${each.with.n}) / ${each.without.mean.toFixed(2)} (${each.without.n}) [${each.difference.low.toFixed(2)}, ${each.difference.high.toFixed(2)}] ${each.alone.toFixed(4)} ${each.share?.toFixed(4)} ${each.kano?.kind}`;

/** Where a planted pain makes a score low, and how it is seen in the data. */
const planted: readonly [string, string, (driver: Driver) => boolean][] = [
  ["CSAT", "Chat gestart", (each) => each.kind === "measured" && each.name === "Wachttijd"],
  ["CSAT", "Eerste nota ontvangen", (each) => each.name === "volgens offerte"],
  [
    "CSAT",
    "Overstap in behandeling",
    (each) =>
      each.kind === "passed" && /bericht|voortgang/i.test(must(each.touchpoint, "it").event),
  ],
  ["CES", "Ingelogd", (each) => each.touchpoint?.event === "Inloggen mislukt"],
];

test.each(planted)(
  "what makes the %s about “%s” low is among its first drivers",
  async (name, event, is) => {
    const { drivers: found } = await ask(name, event);
    expect(found.slice(0, 3).some(is)).toBe(true);
  },
);

test("over all answers the planted pains are among the drivers that are shared out", async () => {
  const { drivers: found, outcome, explained } = await ask(null);
  expect(outcome.name).toBe("CSAT");
  const shared = found.filter(({ share }) => share !== null);
  expect(shared.some(planted[1]![2])).toBe(true);
  expect(shared.reduce((sum, { share }) => sum + share!, 0)).toBeCloseTo(explained, 9);
});

test.each(["goal", "Nota"])("%s is explained too", async (outcome) => {
  const { drivers: found, explained, mean } = await ask(outcome);
  expect(mean).toBeGreaterThan(0);
  const shares = found.flatMap(({ share }) => (share === null ? [] : [share]));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(explained, 9);
});

test("what keeps customers from the goal is what was planted to make them leave", async () => {
  const { drivers: found } = await ask("goal");
  const told = (name: string, value: string) =>
    found.find((each) => each.kind === "attribute" && each.name === name && each.value === value);
  expect(told("aanleiding", "prijs")!.difference.high).toBeLessThan(0);
  expect(told("e-mailtoestemming", "nee")!.difference.high).toBeLessThan(0);
});

test.skipIf(customers < 20_000)(
  "who came by way of the comparison site, where the price no longer holds, signs less often",
  async () => {
    const names = await readTouchpoints(demo.engine.lookup, demo.ask().ws);
    for (const goal of ["Contract getekend", "Verlengingsbrief verstuurd", null]) {
      const codes = names.filter(({ event }) => event === goal).map(({ code }) => code);
      const last = bindTouchpoints(demo.journey, names).findLast((each) => each.codes.length > 0)!;
      const aim =
        goal === null ? { by: "map" as const, codes: last.codes } : { by: "asked" as const, codes };
      const { underWay } = await drivers(
        demo.engine,
        demo.ask(),
        { aim, outcome: "goal", about: null, crosshair: "mean" },
        demo.journey,
      );
      if (process.env["SPOOR_TOLD"])
        for (const each of underWay!.drivers)
          console.log(goal, said(each), each.afterSeconds / 3600, each.underWay, each.reached);
      if (goal !== "Contract getekend") continue;
      const [first] = underWay!.drivers;
      expect([first!.kind, first!.touchpoint!.event]).toEqual(["passed", "Vergelijker bezocht"]);
      expect(first!.difference.high).toBeLessThan(0);
      expect(first!.pains).toContain("De prijs op de vergelijker klopt niet meer");
    }
  },
  600_000,
);

test("who reached the goal once is asked whether he comes again, each person once", async () => {
  const { n, mean, goal } = await ask("again");
  const codes = goal!.touchpoints.map(({ code }) => code).join(", ");
  const [row] = (await demo.stores.rows(
    `SELECT toUInt32(count()) AS people, countIf(times > 1) / count() AS again FROM (
      SELECT person, sum(arrayMax(arrayMap(code -> countEqual(steps, code), [${codes}]))) AS times
      FROM journey FINAL WHERE hasAny(steps, [${codes}]) GROUP BY person)`,
  )) as [{ people: number; again: number }];
  expect([n, mean]).toEqual([row.people, row.again]);
});
