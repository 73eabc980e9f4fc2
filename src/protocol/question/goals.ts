import { z } from "zod";
import { Goals } from "../../core/question/goals/goals.ts";
import type { Endpoint } from "../endpoint.ts";
import { filtered } from "./filtered.ts";

export const goalsEndpoints = {
  goals: {
    method: "GET",
    path: "/api/w/{workspace}/goals",
    summary:
      "How far the goals of a map are, whether they will be met, and how the experiences go along with the figures",
    query: filtered.extend({ map: z.string().max(64).optional() }),
    answer: Goals,
  },
} as const satisfies Record<string, Endpoint>;
