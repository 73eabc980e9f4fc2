import { rate, type Mean, type Rate } from "../../../src/core/evidence/interval.ts";
import { meanOf, pool } from "../../../src/core/evidence/mean.ts";
import type { ScoreStat } from "../../../src/core/evidence/overlay.ts";

/** The share among all others: journeys belong to a part or to the rest. */
export function shareElsewhere(all: Rate, part: Rate): Rate {
  return rate(all.count - part.count, all.n - part.n);
}

/** The mean score that all others gave. */
export function scoreElsewhere(all: ScoreStat, part: ScoreStat): Mean {
  const given = new Map(part.counts.map(({ value, count }) => [value, count]));
  const rest = all.counts.flatMap(({ value, count }) => {
    const n = count - (given.get(value) ?? 0);
    return n > 0 ? [{ n, mean: value, variance: 0 }] : [];
  });
  return meanOf(pool(rest));
}
