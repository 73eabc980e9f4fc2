import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stepDistances, stepSet } from "../../../core/question/archetypes/step-set.ts";
import type { Engine } from "../../port.ts";
import { archetypes } from "../archetypes/archetypes.ts";
import { codesByEvent, openLogs, present, read, type OpenLogs } from "../logs.fixture.ts";
import { contrast } from "./contrast.ts";

const WS = 2;
const everything = { ws: WS, filter: {}, segments: {} };
const internet = { ws: WS, filter: { attributes: { channel: ["Internet"] } }, segments: {} };

describe.skipIf(!present)("groups of journeys of a real log", () => {
  let opened: OpenLogs;
  let engine: Engine;
  beforeAll(async () => {
    opened = await openLogs();
    engine = opened.engine;
  }, 120_000);
  afterAll(() => opened[Symbol.asyncDispose](), 60_000);

  test("one beside all others is counted as in plain loops", async () => {
    const found = await contrast(engine, internet, null, null);
    const cases = read("receipt");
    const sides = [true, false].map((is) =>
      cases.filter(({ traits }) => (traits["channel"] === "Internet") === is),
    );
    expect([found.one.journeys, found.other.journeys, found.both]).toEqual([
      sides[0]!.length,
      sides[1]!.length,
      0,
    ]);
    expect(found.differences.some(({ what }) => what === "move")).toBe(true);
    for (const { what, from, to, one, other } of found.differences) {
      if (what !== "reach" && what !== "move" && what !== "leave") continue;
      for (const [nth, side] of [one, other].entries()) {
        const here = sides[nth]!.filter(({ steps }) =>
          steps.some(({ event }) => event === from!.event),
        );
        const have = here.filter(({ steps }) =>
          steps.some(
            ({ event }, place) => event === from!.event && steps[place + 1]?.event === to?.event,
          ),
        );
        const [count, n] =
          what === "reach" ? [here.length, sides[nth]!.length] : [have.length, here.length];
        expect([what, from!.label, to?.label, side.n, Math.round(side.value * side.n)]).toEqual([
          what,
          from!.label,
          to?.label,
          n,
          count,
        ]);
      }
    }
  }, 60_000);

  test("the same filter on both sides gives the same sides, and no difference", async () => {
    const { one, other, both, apart, differences, sure, compared } = await contrast(
      engine,
      internet,
      internet,
      null,
    );
    expect(other).toEqual(one);
    expect(both).toBe(one.journeys);
    expect(apart).toMatchObject({ distance: 0, p: 1 });
    expect(differences.every(({ effect }) => Math.abs(effect.value) < 1e-9)).toBe(true);
    expect([sure, compared > 0]).toEqual([0, true]);
  }, 60_000);

  test("changing sides turns every effect, and nothing else", async () => {
    const there = await contrast(engine, internet, everything, null);
    const back = await contrast(engine, everything, internet, null);
    expect([back.one, back.other, back.both]).toEqual([there.other, there.one, there.both]);
    const key = ({ what, from, to }: (typeof there.differences)[number]) =>
      [what, from?.code, to?.code].join(" ");
    const turned = new Map(back.differences.map((each) => [key(each), each]));
    for (const each of there.differences) {
      const other = turned.get(key(each))!;
      expect(other.effect.value).toBeCloseTo(-each.effect.value, 9);
      expect(other.q).toBeCloseTo(each.q, 9);
    }
  }, 60_000);

  test("every journey stands with the typical one it has most in common with", async () => {
    const found = await archetypes(engine, everything, null, 4);
    const codes = await codesByEvent(engine, WS);
    const cases = read("receipt").map(({ steps }) =>
      stepSet(steps.map(({ event }) => codes.get(event)!)),
    );
    const labels = new Map(found.goal.touchpoints.map(({ label, event }) => [label, event]));
    const medoids = found.archetypes.map(({ steps }) =>
      stepSet(steps.map((label) => codes.get(labels.get(label) ?? label)!)),
    );
    const sizes = medoids.map(() => 0);
    for (const own of cases) {
      const near = medoids.map((medoid) => stepDistances([own, medoid])[1]!);
      const least = Math.min(...near);
      // Where two are as near, either is right: told apart by the order of the medoids.
      const ties = near.filter((each) => each === least).length;
      if (ties === 1) sizes[near.indexOf(least)]! += 1;
    }
    const total = found.archetypes.reduce((sum, { size }) => sum + size.count, 0);
    expect(total).toBe(cases.length);
    for (const [nth, { size, exactly }] of found.archetypes.entries()) {
      expect(size.count).toBeGreaterThanOrEqual(Math.max(exactly, sizes[nth]!));
    }
    expect(found.archetypes.length).toBe(4);
    expect(await archetypes(engine, everything, null, 4)).toEqual(found);
  }, 60_000);
});
