import { z } from "zod";
import { Mean } from "../../evidence/interval.ts";
import { Shown } from "../answers.ts";
import { Estimate } from "../towards.ts";

/**
 * What customers say at a touchpoint, −1 … +1: `measured`, the figure of the map; `research`, what the map
 * claims or field notes tell, with the people behind it and no interval.
 */
export const Told = z.strictObject({ kind: z.enum(["measured", "research"]), mean: Mean });
export type Told = z.infer<typeof Told>;

/** What a group believes less what customers say. */
export const PerceptionGap = z.strictObject({
  value: z.number(),
  /** Null where customers' figure has no interval, or too few of them answered. */
  sure: z
    .strictObject({
      ...Estimate.omit({ value: true }).shape,
      p: z.number(),
      /** p, adjusted for all touchpoints and groups (Benjamini & Hochberg). */
      q: z.number(),
    })
    .nullable(),
  /** Surely too rosy (`above`) or too gloomy (`below`). */
  side: z.enum(["above", "below"]).nullable(),
});
export type PerceptionGap = z.infer<typeof PerceptionGap>;

/** What one group believes of one touchpoint. */
export const Believed = z.strictObject({
  /** Null where fewer than five scored it, or where telling it would tell what few said. */
  mean: Mean.nullable(),
  gap: PerceptionGap.nullable(),
});
export type Believed = z.infer<typeof Believed>;

/** The touchpoint that hurts most, and those that may hurt as much: not surely better than it. */
const Worst = z.strictObject({ id: z.string(), or: z.array(z.string()) });

export const PerceptionGroup = z.strictObject({
  /** All, a department, or those too small to be told of alone, together. */
  kind: z.enum(["all", "department", "rest"]),
  departments: z.array(z.string()),
  n: z.number().int(),
  /** In the order of the touchpoints. */
  touchpoints: z.array(Believed),
  /** Among touchpoints that both know and customers were measured at. */
  compared: z.number().int(),
  /** Do they put the same touchpoints first? Kendall's tau-b; null under six touchpoints. */
  agreement: Estimate.nullable(),
  worst: z
    .strictObject({
      believed: Worst,
      measured: Worst,
      /** Where the touchpoint that they believe to be worst stands with customers; 1 is worst. */
      place: z.number().int(),
    })
    .nullable(),
});
export type PerceptionGroup = z.infer<typeof PerceptionGroup>;

/** What the organisation believes, against what customers say. */
export const Perception = z.strictObject({
  /** Null as long as there is no survey. */
  survey: z
    .strictObject({
      id: z.string(),
      question: z.string(),
      map: z.strictObject({ id: z.string(), title: z.string() }),
      at: z.string(),
      ends: z.string(),
      /** Nothing is told of the answers before. */
      over: z.boolean(),
      answers: z.number().int(),
      /** Answers by department; the last, without a name, are those of no department on the list. */
      departments: z.array(z.strictObject({ name: z.string(), n: z.number().int() })),
    })
    .nullable(),
  groups: z.array(PerceptionGroup),
  touchpoints: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      episode: z.string(),
      /** Null where the data and the map cannot say. */
      customers: Told.nullable(),
    }),
  ),
  /** Touchpoints that were asked about and are not on the map any more. */
  gone: z.number().int(),
  /** Gaps that were tested, and that are sure. */
  tested: z.number().int(),
  sure: z.number().int(),
  /** What colleagues think that hurts most, in no order that tells who. */
  remarks: z.array(z.string()),
  shown: Shown,
});
export type Perception = z.infer<typeof Perception>;
