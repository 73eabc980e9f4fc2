import { z } from "zod";
import { Shown } from "../answers.ts";
import { TakenFigure } from "../taken/figure.ts";
import { Estimate } from "../towards.ts";

/**
 * What a goal is measured by. `reach`: of those who come to some touchpoints (all, without), who come to
 * others later. `leave`: of those who come to some, who end there. `score`: what customers answer. `pinned`:
 * the figure that the map shows for it.
 */
export const GoalMeasure = z.strictObject({
  by: z.enum(["reach", "leave", "score", "pinned"]),
  /** Titles of touchpoints on the map. */
  among: z.array(z.string()),
  towards: z.array(z.string()),
  /** Name of the score or of the pinned metric. */
  name: z.string(),
});
export type GoalMeasure = z.infer<typeof GoalMeasure>;

/**
 * Why a goal is not measured: nothing is said of how (`measure`) or at which touchpoints (`where`); none of these
 * is in the data (`unbound`); there is no such measure (`unknown`); its pinned figure is not there (`figure`).
 */
export const GoalLack = z.enum(["measure", "where", "unbound", "unknown", "figure"]);
export type GoalLack = z.infer<typeof GoalLack>;

/** A figure of a goal, as questions tell it: 0 … 1 for a share, seconds for a time. */
export const GoalFigure = TakenFigure.omit({ id: true, name: true });
export type GoalFigure = z.infer<typeof GoalFigure>;

export const GoalMonth = z.strictObject({
  /** Its first day. */
  month: z.string(),
  value: z.number(),
  n: z.number().int(),
});
export type GoalMonth = z.infer<typeof GoalMonth>;

/** Why it cannot be said whether a goal will be met. */
const OutlookDoubt = z.enum([
  "unmeasured",
  "target",
  "unit",
  "few",
  "date",
  "months",
  "far",
  "both",
]);

/**
 * Whether a goal will be met, if it goes on as it has. `reached` and `missed` need no trend: the interval of
 * today's figure lies on one side of the target, and for `missed` its date is over.
 */
export const Outlook = z.strictObject({
  verdict: z.enum(["reached", "missed", "likely", "unlikely", "unknown"]),
  doubt: OutlookDoubt.nullable(),
  /** Where the line through the months stands on the date of the goal; null without such a line. */
  expected: Estimate.nullable(),
  /** Months that the line goes through. */
  months: z.number().int(),
});
export type Outlook = z.infer<typeof Outlook>;

export const GoalTold = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(["quantitative", "qualitative"]),
  /** Touchpoint or episode where it stands; null for the whole journey. */
  at: z.string().nullable(),
  measured: GoalMeasure.nullable(),
  lack: GoalLack.nullable(),
  /** What the team wrote down, in the unit of the goal. */
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  unit: z.string(),
  /** Its date. */
  due: z.string().nullable(),
  /** Which way it is to go. */
  better: z.enum(["more", "less"]),
  /** A figure times this is in the unit of the goal; null where the two cannot be compared. */
  times: z.number().nullable(),
  /** The last ninety days that can be told of, or all where these hold too little. */
  now: GoalFigure.nullable(),
  since: z.string().nullable(),
  upTo: z.string().nullable(),
  /** Over all that was asked about. */
  whole: GoalFigure.nullable(),
  /** Journeys left out, begun too recently to tell: 95 % of those who get there need so long. */
  early: z.number().int(),
  waitSeconds: z.number().nullable(),
  months: z.array(GoalMonth),
  outlook: Outlook,
});
export type GoalTold = z.infer<typeof GoalTold>;

const Side = z.strictObject({ n: z.number().int(), mean: z.number().nullable() });

/**
 * What the map says of two goals and what is seen. `seen`: stated, and surely so; `contrary`: stated, and
 * surely the other way round; `unseen`: stated, not sure; `unstated`: sure, and not on the map; `none`: neither.
 */
export const BranchKind = z.enum(["seen", "contrary", "unseen", "unstated", "none", "unknown"]);
export type BranchKind = z.infer<typeof BranchKind>;

/**
 * Why two goals cannot be held against each other: one is not measured in single journeys, both are
 * measured by the same answers, either side has fewer than thirty journeys, or all came out the same.
 */
export const BranchDoubt = z.enum(["unmeasured", "same", "few", "alike"]);
export type BranchDoubt = z.infer<typeof BranchDoubt>;

/** A qualitative and a quantitative goal: the outcome of the second with and without the first met. */
export const GoalBranch = z.strictObject({
  qualitative: z.string(),
  quantitative: z.string(),
  /** One is said to serve the other. */
  stated: z.boolean(),
  kind: BranchKind,
  doubt: BranchDoubt.nullable(),
  /** Journeys in which the qualitative goal is met, and is not: the outcome, 0 … 1 or on the scale. */
  met: Side,
  unmet: Side,
  form: z.enum(["share", "number"]),
  difference: Estimate.nullable(),
  /** The difference in standard deviations of what is compared (Cohen's d); null where it cannot be known. */
  strength: z.number().nullable(),
  p: z.number().nullable(),
  /** p, adjusted for all branches (Benjamini & Hochberg). */
  q: z.number().nullable(),
  /** Whether the two go together, or the one at the cost of the other; null where that is not sure. */
  goes: z.enum(["together", "against"]).nullable(),
});
export type GoalBranch = z.infer<typeof GoalBranch>;

/** The goals of a map, how far they are, and how they hang together: association, not cause. */
export const Goals = z.strictObject({
  journeys: z.number().int(),
  /** Null as long as there is no map. */
  map: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
  goals: z.array(GoalTold),
  branches: z.array(GoalBranch),
  /** Branches that were tested, and those that are sure. */
  tested: z.number().int(),
  sure: z.number().int(),
  /** The last moment in the data. */
  end: z.string().nullable(),
  shown: Shown,
});
export type Goals = z.infer<typeof Goals>;
