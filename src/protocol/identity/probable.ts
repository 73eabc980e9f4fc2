import { z } from "zod";
import { personFields } from "../../core/identity/person-record.ts";
import { ProbableLinks, WORTH_A_LOOK } from "../../core/identity/probable-link.ts";

const columns = z.partialRecord(z.enum(personFields), z.string().min(1));

/** Which column holds what travels as JSON in one query parameter. */
const ColumnsParam = z.string().transform((text, context): z.infer<typeof columns> => {
  try {
    return columns.parse(JSON.parse(text));
  } catch (error) {
    context.addIssue({ code: "custom", message: `The columns are not readable: ${String(error)}` });
    return z.NEVER;
  }
});

export const probableEndpoints = {
  probableLinks: {
    method: "GET",
    path: "/api/w/{workspace}/links/probable",
    summary: "People that are probably one, with the reasons; nothing is linked by asking",
    query: z.object({
      /** What stands in which attribute or kind of identifier; by their names where it says nothing. */
      columns: ColumnsParam.optional(),
      /** Lowest probability. */
      least: z.coerce.number().min(WORTH_A_LOOK).max(0.999_999).optional(),
      limit: z.coerce.number().int().min(1).max(10_000).optional(),
    }),
    answer: ProbableLinks,
  },
} as const;
