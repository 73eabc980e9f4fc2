import { z } from "zod";
import { Duration, Rate } from "../../evidence/interval.ts";
import { Shown } from "../answers.ts";
import { Difference } from "../contrast/difference.ts";
import { Goal } from "../towards.ts";

/** A kind of customers that the data tells apart. */
export const Proposal = z.strictObject({
  /** Attribute → values; all must hold: who fits it is of this kind, and nobody else. */
  predicate: z.record(z.string(), z.array(z.string())),
  /** Journeys of such customers, of all that are shown, and how many customers that are. */
  size: Rate,
  people: z.number().int(),
  goal: Rate,
  duration: Duration,
  /** What differs most from all others; how much does so surely, of how much that was compared. */
  differences: z.array(Difference),
  sure: z.number().int(),
  compared: z.number().int(),
  /** The persona of a map that is most the same customers: how many are of both, of those of either. */
  persona: z
    .strictObject({ id: z.string(), name: z.string(), map: z.string(), both: Rate })
    .nullable(),
});
export type Proposal = z.infer<typeof Proposal>;

/** An attribute, by which kinds of customers were or were not sought. */
export const Seen = z.strictObject({
  name: z.string(),
  /** Journeys of which it is known. */
  known: Rate,
  used: z.boolean(),
});

/** Personas proposed from what customers are and do. */
export const SegmentsFound = z.strictObject({
  journeys: z.number().int(),
  goal: Goal,
  attributes: z.array(Seen),
  proposals: z.array(Proposal),
  /** Journeys that fit none of the proposals. */
  unplaced: Rate,
  shown: Shown,
});
export type SegmentsFound = z.infer<typeof SegmentsFound>;
