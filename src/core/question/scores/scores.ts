import { z } from "zod";
import { Mean } from "../../evidence/interval.ts";
import { Shown } from "../answers.ts";
import { Scored } from "./figure.ts";

/** What customers answer: everywhere, and cut in four ways. */
export const Scores = z.strictObject({
  journeys: z.number().int(),
  /** The map whose touchpoints and episodes these are; null without one: then they are those of the data. */
  map: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
  /** All answers. Those about touchpoints, drawn and undrawn, add up to it; so do the months. */
  whole: Scored,
  touchpoints: z.array(
    Scored.extend({ id: z.string(), title: z.string(), episode: z.string().nullable() }),
  ),
  /** Answers about what is not on the map. */
  undrawn: Scored,
  episodes: z.array(Scored.extend({ id: z.string(), title: z.string() })),
  /** Customers may be of several personas, and of none. */
  personas: z.array(Scored.extend({ id: z.string(), name: z.string() })),
  /** By the month in which the answer was given, UTC; `month` is its first day. */
  months: z.array(Scored.extend({ month: z.string() })),
  /**
   * Of journeys with several answers, on −1 … +1: the mean of their means, and the mean of (most extreme +
   * last)/2 (Fredrickson & Kahneman 1993). Null without any.
   */
  peakEnd: z.strictObject({ mean: Mean, peakEnd: Mean }).nullable(),
  shown: Shown,
});
export type Scores = z.infer<typeof Scores>;
