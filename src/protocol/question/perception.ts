import { z } from "zod";
import { Perception } from "../../core/question/perception/perception.ts";
import type { Endpoint } from "../endpoint.ts";
import { filtered } from "./filtered.ts";

export const perceptionEndpoints = {
  perception: {
    method: "GET",
    path: "/api/w/{workspace}/perception",
    summary:
      "What colleagues believe against what customers say, per touchpoint and department; of the last survey that is over",
    query: filtered.extend({ survey: z.string().max(64).optional() }),
    answer: Perception,
  },
} as const satisfies Record<string, Endpoint>;
