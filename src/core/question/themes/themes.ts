import { z } from "zod";
import { Shown } from "../answers.ts";
import { Estimate } from "../towards.ts";

export const Theme = z.strictObject({
  /** Its words as customers write them, the most telling first. */
  words: z.array(z.string()),
  comments: z.number().int(),
  people: z.number().int(),
  /** Mean feeling of the answers that came with these comments, −1 … +1, and how many they are. */
  feeling: z.number().nullable(),
  answers: z.number().int(),
  /** How much it differs from that of all other comments. */
  difference: Estimate.nullable(),
  /** What it is about most. */
  touchpoints: z.array(
    z.strictObject({ id: z.string(), title: z.string(), comments: z.number().int() }),
  ),
  quotes: z.array(z.strictObject({ text: z.string(), person: z.string(), touchpoint: z.string() })),
});
export type Theme = z.infer<typeof Theme>;

/** What customers write, by theme: a comment is of one theme or of none. A theme has five people or more. */
export const Themes = z.strictObject({
  journeys: z.number().int(),
  /** Comments that were read, of how many; the newest are. */
  comments: z.number().int(),
  of: z.number().int(),
  themes: z.array(Theme),
  /** Comments of no theme. */
  none: z.number().int(),
  shown: Shown,
});
export type Themes = z.infer<typeof Themes>;
