import { z } from "zod";
import { Filter } from "../../core/question/filter.ts";

/** A filter travels as JSON in one query parameter, so that a link holds it. */
export const FilterParam = z.string().transform((text, context): Filter => {
  try {
    return Filter.parse(JSON.parse(text));
  } catch (error) {
    context.addIssue({ code: "custom", message: `The filter is not readable: ${String(error)}` });
    return z.NEVER;
  }
});

/** What every question takes. */
export const filtered = z.object({ filter: FilterParam.optional() });
export const limited = filtered.extend({
  limit: z.coerce.number().int().min(1).max(1000).optional(),
});

/** Codes of touchpoints, one after the other: `3,17,4`. */
export const CodesParam = z
  .string()
  .regex(/^\d{1,5}(,\d{1,5}){0,19}$/, "at most 20 codes of touchpoints, with commas between")
  .transform((text) => text.split(",").map(Number));

export const CodeParam = z.coerce.number().int().min(1).max(65_535);
