import { z } from "zod";
import { Duration, Rate } from "../../evidence/interval.ts";
import { Shown } from "../answers.ts";
import { Difference, Measured } from "../contrast/difference.ts";
import { Goal } from "../towards.ts";

/** A journey that somebody made, and those that are most like it. */
export const Archetype = z.strictObject({
  /** The journey that stands for them: its route, and how many took exactly this one. */
  route: z.string(),
  steps: z.array(z.string()),
  exactly: z.number().int(),
  example: z.strictObject({ journey: z.string(), person: z.string() }),
  size: Rate,
  people: z.number().int(),
  /** Share of steps in common with the journey that stands for them, on average. */
  likeness: z.number(),
  goal: Rate,
  /** Seconds from beginning to end: median with its 95 % interval, quartiles. */
  duration: Duration.extend({ low: z.number().nullable(), high: z.number().nullable() }),
  scores: z.array(
    z.strictObject({ name: z.string(), low: z.number(), high: z.number(), mean: Measured }),
  ),
  /** What differs most from all others; how much does so surely, of how much that was compared. */
  differences: z.array(Difference),
  sure: z.number().int(),
  compared: z.number().int(),
});
export type Archetype = z.infer<typeof Archetype>;

/** Journeys that stand for all. */
export const Archetypes = z.strictObject({
  journeys: z.number().int(),
  goal: Goal,
  archetypes: z.array(Archetype),
  /** How many there are, who said so, and how well each number parts the routes (−1 … 1). */
  parts: z.strictObject({
    by: z.enum(["silhouette", "asked"]),
    silhouettes: z.array(z.strictObject({ parts: z.number().int(), silhouette: z.number() })),
  }),
  /** The routes that were held against each other, and the journeys on them; the rest went to the nearest. */
  routes: z.number().int(),
  compared: Rate,
  shown: Shown,
});
export type Archetypes = z.infer<typeof Archetypes>;

/** Fewest and most that one can ask for. */
export const PARTS = { fewest: 2, most: 12 } as const;
