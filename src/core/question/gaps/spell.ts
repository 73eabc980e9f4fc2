import type { Part } from "./contrast.ts";

/** Shortest spell, in weeks, and fewest journeys in it and outside of it. */
const SHORTEST = 3;
const FEWEST = 30;
/**
 * How much likelier a spell must make the counts than none (twice the log-likelihood ratio). Of all
 * spells of two years the likeliest has 99.9 % under 25 where nothing changes (by simulation, see the test).
 */
const SURE = 25;

/** The weeks [from, to) in which a share was highest compared with all others; null when it is steady. */
export function spellOf(weeks: readonly Part[]): { from: number; to: number } | null {
  const whole = sum(weeks);
  let best = { gain: SURE, from: 0, to: 0 };
  for (let from = 0; from < weeks.length; from += 1) {
    const inside = { n: 0, count: 0 };
    for (let to = from + 1; to <= weeks.length; to += 1) {
      inside.n += weeks[to - 1]!.n;
      inside.count += weeks[to - 1]!.count;
      const outside = { n: whole.n - inside.n, count: whole.count - inside.count };
      if (to - from < SHORTEST || inside.n < FEWEST || outside.n < FEWEST) continue;
      if (inside.count / inside.n <= outside.count / outside.n) continue;
      const gain = 2 * (likelihood(inside) + likelihood(outside) - likelihood(whole));
      if (gain > best.gain) best = { gain, from, to };
    }
  }
  return best.to === 0 ? null : { from: best.from, to: best.to };
}

export function sum(parts: readonly Part[]): Part {
  return parts.reduce((all, { n, count }) => ({ n: all.n + n, count: all.count + count }), {
    n: 0,
    count: 0,
  });
}

/** Log-likelihood of a share at its best. */
function likelihood({ n, count }: Part): number {
  if (count === 0 || count === n) return 0;
  return count * Math.log(count / n) + (n - count) * Math.log(1 - count / n);
}
