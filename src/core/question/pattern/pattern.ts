import { z } from "zod";
import { Duration, Rate } from "../../evidence/interval.ts";
import { JourneyRow, Shown, TouchpointName } from "../answers.ts";

/** Touchpoints at one place of the matches, most first; the rest of the matches as a number. */
export const PatternPlace = z.strictObject({
  touchpoints: z.array(
    z.strictObject({
      /** Null: there is none, the journey begins or ends there. */
      touchpoint: TouchpointName.nullable(),
      share: Rate,
    }),
  ),
  rest: z.number().int(),
});
export type PatternPlace = z.infer<typeof PatternPlace>;

export const PatternGroup = z.strictObject({
  /** Id of the segment, or null for a value of an attribute. */
  segment: z.string().nullable(),
  attribute: z.string().nullable(),
  name: z.string(),
  matched: Rate,
});
export type PatternGroup = z.infer<typeof PatternGroup>;

/**
 * Which journeys hold a pattern. Of each the first match to be complete counts, and of several beginnings
 * that lead there the last one: the shortest match.
 */
export const Pattern = z.strictObject({
  journeys: z.number().int(),
  /** The pattern in its canonical form. */
  text: z.string(),
  matched: Rate,
  /** From the start of the journey to the match, and from its first part to its last. */
  until: Duration,
  lasts: Duration,
  /** What comes right before a match, where it begins and ends, and what follows right after. */
  before: PatternPlace,
  begins: PatternPlace,
  ends: PatternPlace,
  after: PatternPlace,
  groups: z.array(PatternGroup),
  /** Real journeys, newest first; none where fewer than five match. */
  examples: z.array(
    JourneyRow.extend({
      /** Places in the journey of the first and the last part, from 1. */
      begin: z.number().int(),
      finish: z.number().int(),
    }),
  ),
  shown: Shown,
});
export type Pattern = z.infer<typeof Pattern>;
