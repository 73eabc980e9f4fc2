import { afterAll, beforeAll, expect, test } from "vitest";
import { heldSurvey, tooRosy } from "../../../src/core/demo/survey.ts";
import { customersAt } from "../../../src/core/question/perception/customers.ts";
import { perceive } from "../../../src/core/question/perception/perceive.ts";
import type { Filter } from "../../../src/core/question/filter.ts";
import { overlay } from "../../../src/engine/evidence/overlay.ts";
import { feltOn } from "../../../src/engine/question/perception/felt.ts";
import { openDemo, type Demo } from "../demo/demo-set.ts";

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo(3000);
}, 600_000);
afterAll(async () => {
  await demo?.stores[Symbol.asyncDispose]();
}, 60_000);

async function ask(seed: number, filter: Filter = {}) {
  const { felt } = await feltOn(demo.engine, demo.ask(filter), demo.journey);
  const held = heldSurvey(seed);
  const touchpoints = demo.journey.episodes
    .flatMap((episode) => episode.touchpoints)
    .filter(({ id }) => held.touchpoints.includes(id))
    .map((touchpoint) => ({
      id: touchpoint.id,
      customers: customersAt(demo.journey, touchpoint, { felt, notes: [], filter }),
    }));
  return { touchpoints, ...perceive({ ...held, touchpoints }) };
}

test("what customers say is the figure of the map, under a filter too; research stands where nobody was asked", async () => {
  for (const filter of [{}, { attributes: { opwek: ["zonnepanelen"] } }]) {
    const { touchpoints } = await ask(1, filter);
    const drawn = await overlay(demo.engine, demo.ask(filter), demo.journey);
    for (const { id, customers } of touchpoints) {
      const there = drawn.touchpoints.find((each) => each.id === id)!;
      if (there.emotion) expect(customers).toEqual({ kind: "measured", mean: there.emotion });
      else expect(customers?.kind).not.toBe("measured");
    }
    const of = (id: string) => touchpoints.find((each) => each.id === id)!.customers;
    expect(of("tp_jaarrekening")).toEqual(
      "attributes" in filter
        ? null
        : { kind: "research", mean: { n: 24, mean: -0.55, low: null, high: null } },
    );
    // What the map only assumes is no answer of customers.
    expect(of("tp_brief")).toBeNull();
  }
});

test("the planted gap is found, by who has it, and no other", async () => {
  const { groups, touchpoints } = await ask(1);
  const found = groups.flatMap(({ kind, departments, touchpoints: own }) =>
    own.flatMap(({ gap }, at) =>
      gap?.side ? [[kind, departments[0], touchpoints[at]!.id, gap.side]] : [],
    ),
  );
  const planted = Object.keys(tooRosy.believed);
  expect(found).toEqual([
    ["all", undefined, tooRosy.touchpoint, "above"],
    ...planted.map((name) => ["department", name, tooRosy.touchpoint, "above"]),
  ]);
});

test("over twenty surveys it is found each time, and hardly anything else", async () => {
  let [missed, wrong] = [0, 0];
  const { touchpoints } = await ask(1);
  for (let seed = 1; seed <= 20; seed += 1) {
    const { groups } = perceive({ ...heldSurvey(seed), touchpoints });
    for (const { departments, kind, touchpoints: own } of groups)
      for (const [at, { gap }] of own.entries()) {
        const here = touchpoints[at]!.id === tooRosy.touchpoint;
        const has = kind === "all" || departments.some((name) => name in tooRosy.believed);
        if (here && has) missed += Number(gap?.side !== "above");
        else wrong += Number(gap?.side !== null && gap?.side !== undefined);
      }
  }
  expect(missed).toBe(0);
  // Of sixty true ones, one in twenty of all that are told may be wrong.
  expect(wrong).toBeLessThanOrEqual(5);
});
