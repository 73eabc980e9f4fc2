import { z } from "zod";

/** How many people gave and withdrew, for one purpose. */
const PurposeCounts = z.strictObject({
  purpose: z.string(),
  /** People whose last word is yes, and no. */
  yes: z.number().int(),
  no: z.number().int(),
});

export const ConsentOverview = z.strictObject({
  /** People who ever said something about any purpose. */
  people: z.number().int(),
  purposes: z.array(PurposeCounts),
  /** Per month and purpose the people who changed their mind: to yes, to no. */
  months: z.array(
    z.strictObject({
      month: z.string(),
      purpose: z.string(),
      yes: z.number().int(),
      no: z.number().int(),
    }),
  ),
  /** What sources speak of and no purpose is called, with the people who said something about it. */
  unknown: z.array(z.strictObject({ name: z.string(), people: z.number().int() })),
});
export type ConsentOverview = z.infer<typeof ConsentOverview>;
