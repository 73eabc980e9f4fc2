import { z } from "zod";
import { Loyalty } from "../../core/question/loyalty/loyalty.ts";
import type { Endpoint } from "../endpoint.ts";
import { CodesParam, filtered } from "./filtered.ts";

export const loyaltyEndpoints = {
  loyalty: {
    method: "GET",
    path: "/api/w/{workspace}/loyalty",
    summary: "Who keeps buying and who keeps appreciating, and how people move between these",
    query: filtered.extend({
      buying: CodesParam.optional(),
      /** Times in a period, and hundredths of the scale, from which on somebody keeps buying and appreciating. */
      bought: z.coerce.number().int().min(1).max(1000).optional(),
      liked: z.coerce.number().min(1).max(100).optional(),
      days: z.coerce.number().int().min(1).max(3660).optional(),
    }),
    answer: Loyalty,
  },
} as const satisfies Record<string, Endpoint>;
