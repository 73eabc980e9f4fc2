import { expect, test } from "vitest";
import { bindTouchpoints } from "../../../src/core/map/binding.ts";
import type { Change } from "../../../src/core/question/drift/drift.ts";
import { readTouchpoints } from "../../../src/engine/event/touchpoint.ts";
import { drift } from "../../../src/engine/question/drift/drift.ts";
import { openDemo } from "../demo/demo-set.ts";

/**
 * The planted improvement is found on its day, give or take a week. In the suite for one seed;
 * `SPOOR_SEEDS=5 SPOOR_CUSTOMERS=5000,20000` for all that is promised,
 * `SPOOR_FIRST=2` to begin with another.
 */
const seeds = Number(process.env["SPOOR_SEEDS"] ?? 1);
const first = Number(process.env["SPOOR_FIRST"] ?? 1);
const sizes = (process.env["SPOOR_CUSTOMERS"] ?? "1000").split(",").map(Number);

const sets = sizes.flatMap((customers) =>
  Array.from({ length: seeds }, (_, nth) => ({ customers, seed: first + nth })),
);

test.each(sets)(
  "$customers customers, seed $seed",
  async ({ customers, seed }) => {
    const demo = await openDemo(customers, seed);
    try {
      const asked = demo.ask();
      const names = await readTouchpoints(demo.engine.lookup, asked.ws);
      const last = bindTouchpoints(demo.journey, names).findLast(({ codes }) => codes.length > 0)!;
      const start = performance.now();
      const found = await drift(demo.engine, asked, { by: "map", codes: last.codes });
      const seconds = (performance.now() - start) / 1000;
      if (process.env["SPOOR_TOLD"]) {
        console.log(`${found.tested} tested, ${found.people} people, ${seconds.toFixed(1)} s`);
        for (const moment of found.moments)
          console.log(`${moment.day}\n${moment.changes.map(told).join("\n")}`);
        console.log(`apart\n${found.apart.map(told).join("\n")}`);
      }
      const { improvement } = demo.truth;
      const planted = Date.parse(improvement.from);
      const near = found.moments.filter(
        ({ day }) => Math.abs(Date.parse(day) - planted) <= 7 * 86_400_000,
      );
      const there = near.flatMap(({ changes }) => changes);
      const here = there.filter(({ at }) => at?.event === improvement.at.event);
      expect(here.some(({ kind }) => kind === "reach")).toBe(true);
      expect(Math.max(...here.map(({ p }) => p))).toBeLessThan(0.01);
      // So few call in a small set that their share is not sure yet.
      if (customers < 5000) return;
      const calls = there.filter(
        ({ kind, to }) => kind === "reach" && to?.event === "Gebeld: ben ik nu klant?",
      );
      expect(calls.map(({ at }) => at?.event)).toEqual([improvement.at.event]);
      const [{ difference }] = calls as [Change];
      const [before, after] = improvement.calls;
      expect(difference.low).toBeLessThanOrEqual(after - before + 0.02);
      expect(difference.high).toBeGreaterThanOrEqual(after - before - 0.02);
    } finally {
      await demo.stores[Symbol.asyncDispose]();
    }
  },
  600_000,
);

function told({ kind, at, to, score, day, between, size, before, after, p, otherwise }: Change) {
  const level = (each: Change["before"]) =>
    "rate" in each
      ? `${((each.rate.share ?? 0) * 100).toFixed(1)} % of ${each.rate.n}`
      : "mean" in each
        ? `${each.mean.mean.toFixed(2)} of ${each.mean.n}`
        : `${((each.duration.medianSeconds ?? 0) / 3600).toFixed(1)} h of ${each.duration.n}`;
  return `  ${kind} ${at?.label ?? "–"} → ${score ?? ""} ${to?.label ?? "–"}: ${level(before)} → ${level(after)}, size ${size.toFixed(2)}, ${day} [${between.join(", ")}], p ${p.toExponential(1)} ${JSON.stringify(otherwise) ?? ""}`;
}
