import { z } from "zod";

/** From where on a rule speaks up, where that is a matter of taste. */
export const Thresholds = z.strictObject({
  /** Evidence older than this many months is called old. */
  evidenceMonths: z.number().int().min(1).max(240).default(18),
  /** The least number of people that evidence may rest on. */
  minResearch: z.number().int().min(1).default(5),
  minMeasured: z.number().int().min(1).default(30),
  /** A persona with fewer customers than this is no group to design for. */
  minPersona: z.number().int().min(1).default(30),
  /** The least and the most episodes of a map that people can hold in their heads. */
  episodes: z
    .tuple([z.number().int().min(1), z.number().int().min(1)])
    .refine(([least, most]) => least <= most, "the least comes before the most")
    .default([5, 7]),
  /** What the organisation calls things and customers do not, besides the names that stand on the map. */
  jargon: z.array(z.string().trim().min(2).max(80)).max(500).default([]),
});
export type Thresholds = z.infer<typeof Thresholds>;
