/** A day that is odd for its series. */
export type OddDay = {
  /** Place in the series. */
  readonly at: number;
  readonly count: number;
  /** What was expected of such a day, with what 99.9 of 100 such days keep to. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Robust z on the scale on which counts spread alike; negative for fewer than expected. */
  readonly z: number;
};

/** Weeks whose same weekdays say what a weekday does, and days that say where the level lies now. */
const WEEKS = 8;
const LEVEL = 14;
/** Days whose surprise says how much days surprise, and so many days must lie before one that is judged. */
const SPREAD = 56;
const HISTORY = 56;
/** Fewest a day, in the middle, for a series to be judged, and fewest in a surge. */
const SUPPORT = 3;
const SURGE = 10;
/** What the level and the weekday may be off, being medians of a few days: π/2 · (1/14 + 1/8), as a deviation. */
const UNSURE = Math.sqrt((Math.PI / 2) * (1 / LEVEL + 1 / WEEKS));
/** Counts that people make by themselves spread by 1 on the scale used, before what is unsure of the baseline. */
const FLOOR = Math.sqrt(1 + UNSURE ** 2);
/** From a median deviation to a standard one. */
const MAD = 1.4826;
/** Days of a run that are told as odd; what lasts longer is a new level. */
const LASTING = 7;

/**
 * Odd days from place `from` on: the count of a day against the level of the last two weeks and what its
 * weekday does otherwise, on the scale 2√(n + ⅜) (Anscombe 1948), on which chance spreads all counts by
 * 1; by median and median deviation, so that odd days before do not count. `chance` is how often one day
 * of one series may be called odd by chance; small counts must be as unlikely by Poisson too.
 */
export function oddDays(counts: readonly number[], from: number, chance: number): OddDay[] {
  const y = counts.map((count) => 2 * Math.sqrt(count + 0.375));
  const bar = quantile(chance / 2);
  const weekly = y.map((_, at) => y[at]! - median(y.slice(Math.max(0, at - 6), at + 1)));
  const weekday = (at: number): number => {
    const same: number[] = [];
    for (let week = 1; week <= WEEKS; week += 1) {
      const place = at - 7 * week;
      if (place >= 6) same.push(weekly[place]!);
    }
    return same.length < 3 ? 0 : median(same);
  };
  const surprise: number[] = [];
  /** What each day is without what its weekday does. */
  const plain: number[] = [];
  const odd: OddDay[] = [];
  let run = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const own = weekday(at);
    plain.push(y[at]! - own);
    const near = plain.slice(Math.max(0, at - LEVEL), at);
    const level = near.length === 0 ? y[at]! : median(near) + own;
    surprise.push(y[at]! - level);
    if (at < Math.max(from, HISTORY)) continue;
    if (Math.abs(surprise[at]!) < bar * FLOOR) {
      run = 0;
      continue;
    }
    const recent = surprise.slice(Math.max(14, at - SPREAD), at);
    const spread = Math.max(FLOOR, MAD * median(recent.map((each) => Math.abs(each))));
    const z = (y[at]! - level) / spread;
    const expected = back(level);
    const likely =
      Math.abs(z) < bar ||
      expected < SUPPORT ||
      (z > 0 && counts[at]! < SURGE) ||
      poissonTail(counts[at]!, back(level + Math.sign(z) * UNSURE)) > chance / 2;
    run = likely ? 0 : run + 1;
    if (likely || run > LASTING) continue;
    odd.push({
      at,
      count: counts[at]!,
      expected,
      low: back(level - 3.29 * spread),
      high: back(level + 3.29 * spread),
      z,
    });
  }
  return odd;
}

/** How often in a month something is called odd by chance, all series taken together. */
const FALSE_ALARMS = 0.1;

/** How often one day of one of so many series may be called odd by chance. */
export function chancePerDay(series: number): number {
  return FALSE_ALARMS / (30 * Math.max(1, series));
}

/** A count from the scale on which it was judged. */
function back(y: number): number {
  return Math.max(0, (Math.max(0, y) / 2) ** 2 - 0.375);
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).toSorted();
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Chance of a Poisson count as far from its mean as this one, on its side. */
function poissonTail(count: number, mean: number): number {
  if (mean <= 0) return count === 0 ? 1 : 0;
  const upper = count > mean;
  let term = -mean;
  for (let n = 1; n <= count; n += 1) term += Math.log(mean / n);
  let density = Math.exp(term);
  let sum = density;
  for (let n = count; upper ? n < count + 1000 : n > 0; n += upper ? 1 : -1) {
    density *= upper ? mean / (n + 1) : n / mean;
    sum += density;
    if (density < sum * 1e-12) break;
  }
  return sum;
}

/** Upper quantile of the normal distribution for small tails (Abramowitz & Stegun 26.2.23). */
function quantile(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  return (
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3)
  );
}
