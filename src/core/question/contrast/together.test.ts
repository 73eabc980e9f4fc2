import { expect, test } from "vitest";
import { Chance } from "../../demo/chance.ts";
import type { Bins } from "./bins.ts";
import type { Counted } from "./difference.ts";
import { together } from "./together.ts";

/** Journeys of one touchpoint on to another, after so many milliseconds, with an answer each. */
function counted(milliseconds: readonly number[]): Counted {
  const bins = new Map<number, number>();
  for (const each of milliseconds) {
    const bin = Math.floor(Math.log2(each + 1) * 64);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  const n = milliseconds.length;
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const medianSeconds = n === 0 ? null : sorted[Math.ceil(n / 2) - 1]! / 1000;
  const duration = { n, p25Seconds: null, medianSeconds, p75Seconds: null };
  return {
    journeys: n,
    reached: milliseconds.filter((each) => each % 3 === 0).length,
    duration,
    durations: bins,
    reach: new Map(n === 0 ? [] : [[1, n]]),
    moves: new Map(n === 0 ? [] : [["1 2", n]]),
    waits: new Map(n === 0 ? [] : [["1 2", { bins, duration }]]),
    scores: new Map(n === 0 ? [] : [["1 0", new Map([[4000, n]])]]),
  };
}

function inOrder(bins: Bins): (readonly [number, number])[] {
  return [...bins].toSorted(([one], [other]) => one - other);
}

test("groups together are what they are when they are counted as one", () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const chance = new Chance(seed);
    const parts = Array.from({ length: 1 + chance.whole(6) }, () =>
      Array.from({ length: chance.whole(200) }, () => Math.floor(Math.exp(chance.whole(20)))),
    );
    const one = counted(parts.flat());
    const whole = together(parts.map(counted));
    const bare = ({ durations, duration, waits, ...rest }: Counted) => ({
      ...rest,
      n: duration.n,
      durations: inOrder(durations),
      waits: [...waits.values()].map(({ bins, duration: { n } }) => [n, inOrder(bins)]),
    });
    expect(bare(whole)).toEqual(bare(one));
    const exact = one.duration.medianSeconds;
    if (exact === null) expect(whole.duration.medianSeconds).toBeNull();
    else
      expect(Math.abs(whole.duration.medianSeconds! - exact)).toBeLessThanOrEqual(
        0.0055 * (exact + 0.001),
      );
  }
});
