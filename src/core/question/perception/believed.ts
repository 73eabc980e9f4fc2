import type { Mean } from "../../evidence/interval.ts";
import { t95 } from "../../evidence/mean.ts";
import type { SurveyAnswer } from "../../evidence/survey.ts";
import { FLOOR, tellable } from "../../evidence/floor.ts";

/** A step between two faces, on −1 … +1. */
const STEP = 0.5;

/**
 * Who said something: the whole organisation, a department, or those that are too small to be told of
 * alone, together.
 */
export type Group = {
  readonly kind: "all" | "department" | "rest";
  readonly departments: readonly string[];
  readonly answers: readonly SurveyAnswer[];
};

/**
 * The mean of what colleagues believe, scores of −2 … +2 brought to −1 … +1, with its 95 % t-interval.
 * The spread is taken as if one more answer lay a step off the mean: five who all say the same do not make
 * it certain, and plain t-intervals of few answers on five faces hold too seldom. Without an interval
 * under two.
 * @example believed([-1, -1, -1, -1, -1]) // mean −0.5, low −0.78, high −0.22
 */
export function believed(scores: readonly number[]): Mean {
  const n = scores.length;
  const mean = scores.reduce((sum, score) => sum + score * STEP, 0) / n;
  if (n < 2) return { n, mean, low: null, high: null };
  const squares = scores.reduce((sum, score) => sum + (score * STEP - mean) ** 2, 0);
  const half = t95(n - 1) * Math.sqrt((squares + STEP ** 2) / n / n);
  return { n, mean, low: mean - half, high: mean + half };
}

/** The groups that may be told of: all, each department that is large enough, and the others together. */
export function groupsOf(
  departments: readonly string[],
  answers: readonly SurveyAnswer[],
): Group[] {
  if (answers.length < FLOOR) return [];
  const own = departments.map((name) => answers.filter(({ department }) => department === name));
  const elsewhere = answers.filter(({ department }) => !departments.includes(department));
  const sizes = own.map(({ length }) => length);
  const open = tellable(sizes, elsewhere.length);
  const named = departments.flatMap((name, nth): Group[] =>
    open[nth] ? [{ kind: "department", departments: [name], answers: own[nth]! }] : [],
  );
  const small = departments.filter((_, nth) => !open[nth] && sizes[nth]! > 0);
  const told = new Set(named.flatMap((group) => group.departments));
  const rest = answers.filter(({ department }) => !told.has(department));
  return [
    { kind: "all", departments: [], answers },
    ...named,
    ...(rest.length > 0 && named.length > 0
      ? [{ kind: "rest" as const, departments: small, answers: rest }]
      : []),
  ];
}
