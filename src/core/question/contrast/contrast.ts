import { z } from "zod";
import { Duration, Rate } from "../../evidence/interval.ts";
import { Shown } from "../answers.ts";
import { Goal } from "../towards.ts";
import { Difference, Measured } from "./difference.ts";

/** One side of a comparison. */
export const SideFigures = z.strictObject({
  journeys: z.number().int(),
  people: z.number().int(),
  goal: Rate,
  duration: Duration.extend({ low: z.number().nullable(), high: z.number().nullable() }),
  scores: z.array(
    z.strictObject({ name: z.string(), low: z.number(), high: z.number(), mean: Measured }),
  ),
});
export type SideFigures = z.infer<typeof SideFigures>;

/** Two groups of journeys side by side: segments, periods, or one against all others. */
export const Contrast = z.strictObject({
  goal: Goal,
  one: SideFigures,
  other: SideFigures,
  /** Journeys that stand on both sides; with any, the tests err on the side of silence. */
  both: z.number().int(),
  /** How far their routes are apart; null where a side has fewer than 30 journeys. */
  apart: z
    .strictObject({
      distance: z.number(),
      byChance: z.number(),
      atMost: z.number(),
      p: z.number(),
      routes: z.number().int(),
    })
    .nullable(),
  differences: z.array(Difference),
  /** How many were compared, and how many of them are sure; the list has the first of them. */
  compared: z.number().int(),
  sure: z.number().int(),
  shown: Shown,
});
export type Contrast = z.infer<typeof Contrast>;
