import { must } from "../assert.ts";
import { compared, comparisons } from "./comparison.ts";

/** How many pairs agree in this way: a level for each of `compared`, in its order. */
export type Pattern = { readonly levels: readonly number[]; readonly pairs: number };

/** Pairs that were looked at because they agree on something, which then tells nothing about them. */
export type Population = {
  readonly patterns: readonly Pattern[];
  /** Places in `compared` that this agreement has a share in. */
  readonly given: ReadonlySet<number>;
};

export type Model = {
  /** Per comparison and level: how often two records of one person agree so. */
  readonly m: readonly (readonly number[])[];
  /** The same of two people. */
  readonly u: readonly (readonly number[])[];
  /** How many of all pairs there are, are one person. */
  readonly prior: number;
  /** Steps that the estimation took. */
  readonly steps: number;
};

/** Pairs that every level is given for free, so that what was never seen is rare and not impossible. */
const BENEFIT = 1;
const expected = compared.map((name) => [...comparisons[name].m]);
const even = compared.map((name) => comparisons[name].m.map((_, __, all) => 1 / all.length));
const MOST_STEPS = 500;
const SETTLED = 1e-5;

/**
 * Estimates a Fellegi–Sunter model without knowing one true pair (Fellegi & Sunter, JASA 64, 1969;
 * the EM algorithm for it: Winkler 1988; Herzog, Scheuren & Winkler 2007, ch. 8–9).
 *
 * `random` are pairs taken at random: nearly all of them two people, so they give u. `blocked` are
 * populations in which pairs of one person are frequent; each has a share of them of its own, and they
 * give m. What a population agrees on by choice is left out there. Pairs of one person among the random
 * ones are weighed out by the same model. Deterministic.
 *
 * `all` is how many pairs there are, `found` all pairs in any population, each once; they give the prior.
 */
export function estimate(
  random: readonly Pattern[],
  blocked: readonly Population[],
  found: readonly Pattern[],
  all: number,
): Model {
  let m = expected;
  let u = shares(
    random.map((pattern) => ({ pattern, weight: pattern.pairs })),
    even,
  );
  let inside = blocked.map(() => 0.2);
  let prior = Math.min(0.5, 1 / Math.sqrt(Math.max(all, 4)));
  const nothing = new Set<number>();
  for (let step = 1; ; step += 1) {
    const ratio = logRatios(m, u);
    const weighed = blocked.map(({ patterns, given }, nth) =>
      patterns.map((pattern) => ({
        pattern,
        given,
        weight: pattern.pairs * chanceOf(pattern, ratio, must(inside[nth], "a share"), given),
      })),
    );
    const pairs = found.reduce(
      (sum, pattern) => sum + pattern.pairs * chanceOf(pattern, ratio, prior, nothing),
      0,
    );
    const strangers = random.map((pattern) => ({
      pattern,
      weight: pattern.pairs * (1 - chanceOf(pattern, ratio, prior, nothing)),
    }));
    const next = {
      m: shares(weighed.flat(), expected),
      u: shares(strangers, even),
      inside: weighed.map((each, nth) => {
        const total = must(blocked[nth], "a population").patterns.reduce((s, p) => s + p.pairs, 0);
        return total === 0 ? 0.2 : clamp(each.reduce((s, { weight }) => s + weight, 0) / total);
      }),
      prior: clamp(Math.max(pairs, 0.5) / Math.max(all, 1)),
    };
    const moved = Math.max(
      distance(m, next.m),
      distance(u, next.u),
      Math.abs(Math.log(next.prior / prior)) / 10,
    );
    ({ m, u, inside, prior } = next);
    if (moved < SETTLED || step === MOST_STEPS) return { m, u, prior, steps: step };
  }
}

/** How much a level speaks for one person, in bits; 0 where nothing is known. */
export function weight(
  { m, u }: Pick<Model, "m" | "u">,
  comparison: number,
  level: number,
): number {
  if (level === 0) return 0;
  return Math.log2(
    must(m[comparison]?.[level - 1], "an m") / must(u[comparison]?.[level - 1], "a u"),
  );
}

/** The probability behind a weight in bits, the prior included. */
export function probability(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

/** What the prior says, in bits. */
export function priorBits({ prior }: Pick<Model, "prior">): number {
  return Math.log2(prior / (1 - prior));
}

function logRatios(m: readonly number[][], u: readonly number[][]): number[][] {
  return m.map((levels, at) => [0, ...levels.map((_, i) => Math.log(levels[i]! / u[at]![i]!))]);
}

function chanceOf(
  { levels }: Pattern,
  ratio: readonly number[][],
  share: number,
  given: ReadonlySet<number>,
): number {
  let odds = Math.log(share / (1 - share));
  for (let at = 0; at < levels.length; at += 1)
    if (!given.has(at)) odds += ratio[at]![levels[at]!]!;
  return 1 / (1 + Math.exp(-odds));
}

type Weighed = {
  readonly pattern: Pattern;
  readonly weight: number;
  readonly given?: ReadonlySet<number>;
};

/** How the weight lies over the levels of each comparison, of those pairs that tell; `free` ones added. */
function shares(weighed: readonly Weighed[], free: readonly (readonly number[])[]): number[][] {
  return free.map((start, at) => {
    const counts = start.map((share) => BENEFIT * share);
    for (const { pattern, weight: some, given } of weighed) {
      const level = pattern.levels[at]!;
      if (level > 0 && !given?.has(at)) counts[level - 1]! += some;
    }
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => count / total);
  });
}

function clamp(share: number): number {
  return Math.min(Math.max(share, 1e-12), 1 - 1e-6);
}

function distance(a: readonly number[][], b: readonly number[][]): number {
  return Math.max(...a.flatMap((row, at) => row.map((x, i) => Math.abs(x - b[at]![i]!))));
}
