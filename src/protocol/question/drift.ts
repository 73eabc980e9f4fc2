import { z } from "zod";
import { Drift } from "../../core/question/drift/drift.ts";
import { ReviewReminder } from "../../core/question/drift/reminder.ts";
import type { Endpoint } from "../endpoint.ts";
import { CodesParam, filtered } from "./filtered.ts";

/** Two days, the second excluded: `2026-01-01/2026-04-01`. */
const PeriodParam = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/, "two days: 2026-01-01/2026-04-01")
  .refine((text) => {
    const [from = "", to = ""] = text.split("/");
    return Date.parse(from) < Date.parse(to);
  }, "two days that exist, the first before the second");

export const driftEndpoints = {
  drift: {
    method: "GET",
    path: "/api/w/{workspace}/drift",
    summary: "What changed, on which day and how surely: ever, since a day, or between two periods",
    query: filtered.extend({
      goal: CodesParam.optional(),
      since: z.iso.date().optional(),
      before: PeriodParam.optional(),
      after: PeriodParam.optional(),
    }),
    answer: Drift,
  },
  mapReview: {
    method: "GET",
    path: "/api/w/{workspace}/maps/{map}/review",
    summary: "Whether something surely changed at a map's touchpoints since it was last reviewed",
    answer: z.strictObject({ reminder: ReviewReminder.nullable() }),
  },
} as const satisfies Record<string, Endpoint>;
