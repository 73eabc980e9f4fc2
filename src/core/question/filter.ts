import { z } from "zod";

/**
 * Which journeys a question is about. All parts must hold; every question takes the same filter
 * and says how many journeys of how many it shows. Touchpoints are named by their code.
 */
export const Filter = z.strictObject({
  /** Journeys that start in [from, to), ISO times. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  /** Journeys that use at least one of these channels. */
  channels: z.array(z.string()).min(1).optional(),
  /** Journeys that pass all of these touchpoints. */
  passed: z.array(z.number().int()).min(1).optional(),
  /** Journeys that pass none of these. */
  notPassed: z.array(z.number().int()).min(1).optional(),
  /** Journeys that pass these in this order, others between them allowed. */
  inOrder: z.array(z.number().int()).min(2).optional(),
  /** Attribute → values: at least one event of the journey, or its person, has one of the values. */
  attributes: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  /** A named predicate of the workspace (a persona). */
  segment: z.string().optional(),
});
export type Filter = z.infer<typeof Filter>;
