import { z } from "zod";
import { compared, type Compared } from "./comparison.ts";

/** From here on two records are one person, if nothing about them says otherwise. */
export const SURE = 0.99;

/** From here on it is more likely than not that they are one person: somebody may have a look. */
export const WORTH_A_LOOK = 0.5;

/** One thing that speaks for or against two records being one person. */
export const Reason = z.strictObject({
  of: z.enum(compared as [Compared, ...Compared[]]),
  /** How well they agree: a level of this comparison. */
  level: z.string(),
  /** In bits: above 0 for, below 0 against; a rare value weighs more. */
  weight: z.number(),
});
export type Reason = z.infer<typeof Reason>;

/** Two records that are probably one person. */
export const ProbableLink = z.strictObject({
  a: z.string(),
  b: z.string(),
  probability: z.number(),
  weight: z.number(),
  /** `sure` may be linked by itself, `review` is for somebody to decide. */
  standing: z.enum(["sure", "review"]),
  reasons: z.array(Reason),
});
export type ProbableLink = z.infer<typeof ProbableLink>;

const contradictions: ReadonlySet<string> = new Set([
  "given other",
  "birth other",
  "birth decade",
  "number other",
]);

/**
 * May this link be made by itself? A family shares its surname, address, telephone and often an e-mail
 * address, so all that together proves nothing when first names or birth dates contradict each other:
 * those pairs are for somebody to decide, however high their weight.
 */
export function standing(
  probability: number,
  reasons: readonly Pick<Reason, "of" | "level">[],
): ProbableLink["standing"] {
  const clash = reasons.some(({ of, level }) => contradictions.has(`${of} ${level}`));
  return probability >= SURE && !clash ? "sure" : "review";
}

/** How one way to find candidates went. */
export const RuleReport = z.strictObject({
  rule: z.string(),
  /** Pairs that were compared because of it. */
  pairs: z.number(),
  /** Blocks that were too large and were divided by further values. */
  divided: z.number(),
  /** Records that are in no block of this rule because it would have been too large. */
  leftOut: z.number(),
});
export type RuleReport = z.infer<typeof RuleReport>;

/** The probable links among the people of a workspace; nothing is linked by asking. */
export const ProbableLinks = z.strictObject({
  /** People that were compared. */
  people: z.number(),
  /** People who object, and so were compared with nobody. */
  objecting: z.number(),
  /** What about a person was read from which attribute or kind of identifier. */
  columns: z.record(z.string(), z.string()),
  /** How many links there are in all, of either standing. */
  sure: z.number(),
  review: z.number(),
  rules: z.array(RuleReport),
  /** From the most probable on. */
  links: z.array(ProbableLink),
});
export type ProbableLinks = z.infer<typeof ProbableLinks>;
