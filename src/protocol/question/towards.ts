import { z } from "zod";
import { Funnel, FunnelOrder } from "../../core/question/funnel.ts";
import { TimeTo } from "../../core/question/time-to.ts";
import { Attribution, Leave } from "../../core/question/towards.ts";
import type { Endpoint } from "../endpoint.ts";
import { CodeParam, CodesParam, filtered } from "./filtered.ts";

/** Codes of the touchpoints that are the goal; without it the last one on the first map, else where most journeys end. */
const towards = filtered.extend({ goal: CodesParam.optional() });

/** Questions about the way to a goal. */
export const towardsEndpoints = {
  leave: {
    method: "GET",
    path: "/api/w/{workspace}/leave",
    summary: "Where customers leave on their way to a goal",
    query: towards,
    answer: Leave,
  },
  attribution: {
    method: "GET",
    path: "/api/w/{workspace}/attribution",
    summary: "Which contact earned the goal: removal effects, Shapley values, first and last",
    query: towards,
    answer: Attribution,
  },
  funnel: {
    method: "GET",
    path: "/api/w/{workspace}/funnel",
    summary: "How many journeys pass touchpoints one after the other",
    query: filtered.extend({
      steps: CodesParam,
      order: FunnelOrder.optional(),
      within: z.coerce.number().positive().max(1e6).optional(),
    }),
    answer: Funnel,
  },
  timeTo: {
    method: "GET",
    path: "/api/w/{workspace}/time-to",
    summary: "How long until a goal, by groups",
    query: towards.extend({
      from: CodeParam.optional(),
      by: z.string().min(1).max(200).optional(),
    }),
    answer: TimeTo,
  },
} as const satisfies Record<string, Endpoint>;
