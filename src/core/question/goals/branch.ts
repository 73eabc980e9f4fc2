import { chiSquareTail } from "../../evidence/chi-square.ts";
import { FEW, Z95 } from "../../evidence/interval.ts";
import { tTail } from "../../evidence/student.ts";
import { adjusted } from "../contrast/benjamini-hochberg.ts";
import { SURE } from "../contrast/difference.ts";
import { matched, type Pair, type Sums } from "../drivers/matched.ts";
import type { Estimate } from "../towards.ts";
import type { BranchDoubt, BranchKind, GoalBranch } from "./goals.ts";

/** Strengths beyond this are told as this. */
const MOST = 10;
/** Less than this is the rounding of a computer. */
const NOTHING = 1e-9;

/** Two goals to be held against each other. */
export type Bough = {
  readonly qualitative: string;
  readonly quantitative: string;
  readonly stated: boolean;
  readonly form: GoalBranch["form"];
  /** 1 where a higher outcome brings the quantitative goal nearer, −1 where it takes it away. */
  readonly sign: 1 | -1;
  /** Why they cannot be; null where they can. */
  readonly doubt: BranchDoubt | null;
  /** Outcomes in journeys where the qualitative goal is met and where it is not, apart for what was asked about. */
  readonly pairs: readonly Pair[];
};

/**
 * Tells all branches of a tree: how the outcome differs where the qualitative goal is met, and whether that is
 * sure among all that are tested.
 */
export function branchesOf(boughs: readonly Bough[]): GoalBranch[] {
  const told = boughs.map((bough) => ({ ...bough, ...compared(bough) }));
  const tested = told.filter(({ found }) => found !== null);
  const qs = adjusted(tested.map(({ found }) => found!.p));
  return told.map((each): GoalBranch => {
    const { qualitative, quantitative, stated, form, sign, found, met, unmet } = each;
    const doubt = each.why;
    const q = found && qs[tested.indexOf(each)]!;
    const sure = q !== null && q <= SURE;
    const goes = sure ? (sign * found!.difference.value > 0 ? "together" : "against") : null;
    return {
      qualitative,
      quantitative,
      stated,
      kind: doubt === null ? kindOf(stated, goes) : "unknown",
      doubt,
      met,
      unmet,
      form,
      difference: found && found.difference,
      strength: found && found.strength,
      p: found && found.p,
      q,
      goes,
    };
  });
}

function kindOf(stated: boolean, goes: GoalBranch["goes"]): BranchKind {
  if (goes === null) return stated ? "unseen" : "none";
  if (!stated) return "unstated";
  return goes === "together" ? "seen" : "contrary";
}

type Found = { readonly difference: Estimate; readonly p: number; readonly strength: number };
type Compared = Pick<GoalBranch, "met" | "unmet"> & {
  readonly found: Found | null;
  readonly why: BranchDoubt | null;
};

function compared({ pairs, form, doubt }: Bough): Compared {
  const nobody = { n: 0, mean: null };
  if (doubt !== null) return { met: nobody, unmet: nobody, found: null, why: doubt };
  const both = pairs.filter((pair) => pair.with.n > 0 && pair.without.n > 0);
  const told = matched(both);
  const having = added(both.map((pair) => pair.with));
  const without = added(both.map((pair) => pair.without));
  const sides = told
    ? { met: told.with, unmet: told.without }
    : { met: { n: having.n, mean: null }, unmet: { n: without.n, mean: null } };
  if (!told || having.n < FEW || without.n < FEW) return { ...sides, found: null, why: "few" };
  const varied = both.map((pair) => spreadOf(added([pair.with, pair.without])));
  if (total(varied) < NOTHING) return { ...sides, found: null, why: "alike" };
  const within = both.flatMap((pair) => [spreadOf(pair.with), spreadOf(pair.without)]);
  const usual = Math.sqrt(total(within) / (having.n + without.n - 2 * both.length));
  const { value } = told.difference;
  // Where nothing varies on either side the difference is as large as can be told.
  const strength =
    usual === 0 ? MOST * Math.sign(value) : Math.max(-MOST, Math.min(MOST, value / usual));
  const { difference, p } = form === "share" ? ofShares(both, value) : ofMeans(told);
  return { ...sides, found: { difference, p, strength }, why: null };
}

function ofMeans(told: NonNullable<ReturnType<typeof matched>>): Omit<Found, "strength"> {
  const { difference, error, freedom } = told;
  return { difference, p: error === 0 ? 0 : tTail(difference.value / error, freedom) };
}

/**
 * The interval for a difference of shares, as if one journey more on either side had come to it and one had
 * not (Agresti & Caffo 2000): Welch's is too narrow where hardly anybody or nearly everybody does. In several groups
 * those without count for as many as they are worth in the mix of those with.
 */
function ofShares(pairs: readonly Pair[], value: number): Omit<Found, "strength"> {
  const n = total(pairs.map((pair) => pair.with.n));
  const m = total(pairs.map((pair) => pair.without.n));
  const mean = total(pairs.map((pair) => pair.with.sum)) / n;
  let [usual, share] = [0, 0];
  for (const pair of pairs) {
    const weight = pair.with.n / n;
    usual += (weight * pair.without.sum) / pair.without.n;
    share += weight ** 2 / pair.without.n;
  }
  const worth = 1 / share;
  const within = (of: "with" | "without") => total(pairs.map((pair) => spreadOf(pair[of])));
  const [one, other] = [
    softened(mean, n, within("with"), n + 1 - pairs.length),
    softened(usual, worth, within("without"), m + 1 - pairs.length),
  ];
  const centre = one.mean - other.mean;
  const error = Math.sqrt(one.variance + other.variance);
  const half = Z95 * error;
  return {
    difference: {
      value,
      low: Math.max(-1, Math.min(value, centre - half)),
      high: Math.min(1, Math.max(value, centre + half)),
    },
    p: chiSquareTail((centre / error) ** 2, 1),
  };
}

/** A share of `n`, and the variance of it, with one more on either side of it. */
function softened(mean: number, n: number, within: number, counted: number) {
  return {
    mean: (n * mean + 1) / (n + 2),
    variance: (within + 1 - (2 * within) / counted) / (counted + 2) / (n + 2),
  };
}

function spreadOf({ n, sum, squares }: Sums): number {
  return n === 0 ? 0 : Math.max(0, squares - (sum * sum) / n);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function added(sums: readonly Sums[]): Sums {
  return sums.reduce(
    (all, each) => ({
      n: all.n + each.n,
      sum: all.sum + each.sum,
      squares: all.squares + each.squares,
    }),
    { n: 0, sum: 0, squares: 0 },
  );
}
