import type { UnderWay } from "../../../core/question/drivers/drivers.ts";
import { aloneBy, matched } from "../../../core/question/drivers/matched.ts";
import { isMany, isSure } from "../../../core/question/drivers/sure.ts";
import type { Goal } from "../../../core/question/towards.ts";
import type { Engine } from "../../port.ts";
import type { Scope } from "../filter.ts";
import type { Place } from "./places.ts";
import { readUnderWay } from "./under-way.ts";

/**
 * The touchpoints after which customers who are still under way reach the goal less; the largest
 * difference first. Those after which they reach it more are not told: whoever meets one has mostly come farther.
 */
export async function tellUnderWay(
  engine: Engine,
  scope: Scope,
  { goal, places }: { readonly goal: Goal; readonly places: readonly Place[] },
  signal: AbortSignal | undefined,
): Promise<UnderWay> {
  const names = new Map(scope.touchpoints.map((each) => [each.code, each]));
  const parts = await readUnderWay(engine, scope, goal, signal);
  const compared = parts.flatMap((each) => {
    const told = matched(each.pairs);
    return isMany(told) ? [{ ...each, told }] : [];
  });
  return {
    tried: compared.length,
    drivers: compared
      .filter(({ told }) => isSure(told) && told.difference.value < 0)
      .toSorted((one, other) => one.told.difference.value - other.told.difference.value)
      .map(({ kind, touchpoint, after, n, reached, pairs, told }) => ({
        kind,
        touchpoint: names.get(touchpoint) ?? null,
        name: "",
        value: "",
        from: null,
        unit: "",
        with: told.with,
        without: told.without,
        difference: told.difference,
        alone: aloneBy(pairs, reached * (1 - reached / n)),
        share: null,
        kano: null,
        pains: places.find(({ codes }) => codes.includes(touchpoint))?.pains ?? [],
        afterSeconds: after / 1000,
        underWay: n,
        reached: reached / n,
      })),
  };
}
