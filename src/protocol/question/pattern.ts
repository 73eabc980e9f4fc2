import { z } from "zod";
import { Pattern } from "../../core/question/pattern/pattern.ts";
import type { Endpoint } from "../endpoint.ts";
import { filtered } from "./filtered.ts";

export const patternEndpoints = {
  pattern: {
    method: "GET",
    path: "/api/w/{workspace}/pattern",
    summary: "Which journeys hold a pattern of touchpoints",
    query: filtered.extend({ pattern: z.string().min(1).max(1000) }),
    answer: Pattern,
  },
} as const satisfies Record<string, Endpoint>;
