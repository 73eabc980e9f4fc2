import { byDay, byWeek, variance, WEEK, type Series, type Sums, type Totals } from "./series.ts";

/** A day on which a series changed, and how surely. */
export type ChangePoint = {
  /** First day of the new state, days since 1970, with a 95 % interval; both ends included. */
  readonly day: number;
  readonly low: number;
  readonly high: number;
  /** Chance that something this odd is somewhere in the stretch where nothing changes. */
  readonly p: number;
  readonly before: Sums;
  readonly after: Sums;
};

/** Fewest people and fewest weeks on either side of a change. */
const FEWEST = 30;
const WEEKS = 2;
/** Fewest on either side of a day, once it is sure that there is one. */
const LEAST = 5;
/** Fewest of whom it is so, and of whom it is not, for a share to be tested. */
const RARE = 10;
/** Changes told apart in one series. */
const MOST = 6;
/**
 * A day belongs to the interval when it makes the data less likely than the best one by no more than
 * this, twice in logarithm: (1 − e^(−x/2))² = 0.95 (Siegmund 1988). That is exact where days are many and
 * each says little; days being whole it is wary, and holds the day in 99 of 100 samples of the test.
 */
const CUT = 7.352;

/**
 * Where a series changes: the week that splits it best, then its parts, as long as they split with a
 * chance of at most `sure`. The first is always told, whatever its chance; none where too few were seen.
 */
export function changePoints(series: Series, sure: number): ChangePoint[] {
  const weeks = byWeek(series);
  const spread = dispersion(weeks);
  const splits: { at: number; p: number }[] = [];
  const search = (from: number, to: number, always: boolean) => {
    const split = bestSplit(weeks, from, to, spread(splits.map(({ at }) => at)));
    if (!split || splits.length >= MOST || !(always || split.p <= sure)) return;
    splits.push(split);
    if (split.p > sure) return;
    search(from, split.at, false);
    search(split.at, to, false);
  };
  search(0, weeks.starts.length, true);
  const days = byDay(series);
  const placeOf = (week: number) => {
    const start = weeks.starts[week];
    const at = start === undefined ? -1 : days.starts.findIndex((day) => day >= start);
    return at < 0 ? days.starts.length : at;
  };
  let sorted = splits.toSorted((one, other) => one.at - other.at);
  for (;;) {
    const phi = spread(sorted.map(({ at }) => at));
    // Where the parts meet is set by days, each part up to where its neighbours' weeks begin.
    const edges = [0, ...sorted.map(({ at }) => placeOf(at)), days.starts.length];
    const found = sorted.map((_, nth) => {
      const day = bestDay(days, edges[nth]!, edges[nth + 2]!, phi);
      return day ?? { at: edges[nth + 1]!, low: edges[nth + 1]!, high: edges[nth + 1]! };
    });
    // A week in which it changed lies between two splits that are one change: the surer one stays.
    const close = found.findIndex(
      ({ at }, nth) =>
        nth > 0 && days.starts[at]! - days.starts[found[nth - 1]!.at]! < WEEKS * WEEK,
    );
    if (close > 0) {
      const less = sorted[close]!.p > sorted[close - 1]!.p ? close : close - 1;
      sorted = sorted.filter((_, nth) => nth !== less);
      continue;
    }
    return sorted.map(({ p }, nth): ChangePoint => {
      const { at, low, high } = found[nth]!;
      return {
        day: days.starts[at]!,
        low: low === 0 ? days.starts[0]! : days.starts[low - 1]! + 1,
        high: days.starts[high]!,
        p,
        before: days.over(nth === 0 ? 0 : found[nth - 1]!.at, at),
        after: days.over(at, found[nth + 1]?.at ?? days.starts.length),
      };
    });
  }
}

/** The chance that two stretches differ as much as they do where nothing changed. */
export function chanceOf(before: Sums, after: Sums, share: boolean, phi = 1): number {
  const gain = gainOf(before, after, share) / phi;
  return Math.min(1, 2 * normalTail(Math.sqrt(gain)));
}

function bestSplit(
  weeks: Totals,
  from: number,
  to: number,
  phi: number,
): { at: number; p: number } | null {
  const whole = weeks.over(from, to);
  if (tooRare(whole, weeks.share)) return null;
  let best = { at: 0, gain: -1 };
  const parts: number[] = [];
  for (let at = from + WEEKS; at <= to - WEEKS; at += 1) {
    const [before, after] = [weeks.over(from, at), weeks.over(at, to)];
    if (before.n < FEWEST || after.n < FEWEST) continue;
    parts.push(before.n / whole.n);
    const gain = gainOf(before, after, weeks.share);
    if (gain > best.gain) best = { at, gain };
  }
  if (best.gain < 0) return null;
  return { at: best.at, p: maximalChance(best.gain / phi, parts[0]!, parts.at(-1)!) };
}

function tooRare({ n, sum }: Sums, share: boolean): boolean {
  return n < 2 * FEWEST || (share && (sum < RARE || n - sum < RARE));
}

/** How much likelier two means make the data than one, twice in logarithm (G; of means with pooled variance). */
function gainOf(before: Sums, after: Sums, share: boolean): number {
  const whole = {
    n: before.n + after.n,
    sum: before.sum + after.sum,
    squares: before.squares + after.squares,
  };
  if (share) return 2 * (likelihood(before) + likelihood(after) - likelihood(whole));
  const within = before.n * variance(before) + after.n * variance(after);
  return within > 0 ? whole.n * Math.log((whole.n * variance(whole)) / within) : 0;
}

function likelihood({ n, sum }: Sums): number {
  if (sum <= 0 || sum >= n) return 0;
  return sum * Math.log(sum / n) + (n - sum) * Math.log(1 - sum / n);
}

/**
 * Chance that the largest of all χ² of a series, split at shares from `first` to `last` of its people,
 * is at least `gain` (Miller & Siegmund 1982, maximally selected χ²).
 */
export function maximalChance(gain: number, first: number, last: number): number {
  const b = Math.sqrt(Math.max(0, gain));
  if (b < 1) return 1;
  const density = Math.exp(-gain / 2) / Math.sqrt(2 * Math.PI);
  const range = Math.log((last * (1 - first)) / ((1 - last) * first));
  return Math.min(1, density * ((b - 1 / b) * range + 4 / b));
}

/** Upper tail of the normal distribution (Abramowitz & Stegun 26.2.17 near 0, Mills' ratio beyond). */
function normalTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > 6) return (density / z) * (1 - 1 / (z * z) + 3 / z ** 4);
  const t = 1 / (1 + 0.2316419 * z);
  const poly =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return density * poly;
}

/**
 * How much more neighbouring weeks differ than people who decide by themselves would make them: 1 or
 * more. From differences of neighbours, so that a change itself counts for little.
 */
function dispersion(weeks: Totals): (splits: readonly number[]) => number {
  const all = weeks.over(0, weeks.starts.length);
  return (splits) => {
    let [sum, count] = [0, 0];
    for (let at = 1; at < weeks.starts.length; at += 1) {
      const [one, other] = [weeks.over(at - 1, at), weeks.over(at, at + 1)];
      if (one.n < 5 || other.n < 5 || splits.includes(at)) continue;
      const from = Math.max(0, ...splits.filter((split) => split < at));
      const to = Math.min(weeks.starts.length, ...splits.filter((split) => split > at));
      const local = splits.length === 0 ? all : weeks.over(from, to);
      const expected = variance(local) * (1 / one.n + 1 / other.n);
      if (expected <= 0) continue;
      sum += (one.sum / one.n - other.sum / other.n) ** 2 / expected;
      count += 1;
    }
    return count < 8 ? 1 : Math.max(1, sum / count);
  };
}

/** The place that splits days best, and those that do so nearly as well. */
function bestDay(
  days: Totals,
  from: number,
  to: number,
  phi: number,
): { at: number; low: number; high: number } | null {
  const gains: { at: number; gain: number }[] = [];
  for (let at = from + 1; at < to; at += 1) {
    const [before, after] = [days.over(from, at), days.over(at, to)];
    if (before.n < LEAST || after.n < LEAST) continue;
    gains.push({ at, gain: gainOf(before, after, days.share) / phi });
  }
  const best = gains.reduce<(typeof gains)[number] | null>(
    (most, each) => (most === null || each.gain > most.gain ? each : most),
    null,
  );
  if (!best) return null;
  const near = gains.filter(({ gain }) => best.gain - gain <= CUT);
  return { at: best.at, low: near[0]!.at, high: near.at(-1)!.at };
}
