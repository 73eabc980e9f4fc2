import { z } from "zod";
import { Archetypes, PARTS } from "../../core/question/archetypes/archetypes.ts";
import type { Endpoint } from "../endpoint.ts";
import { CodesParam, filtered } from "./filtered.ts";

export const archetypesEndpoints = {
  archetypes: {
    method: "GET",
    path: "/api/w/{workspace}/archetypes",
    summary: "Real journeys that stand for all: size, speed, score, goal, what sets them apart",
    query: filtered.extend({
      goal: CodesParam.optional(),
      /** How many; without it the number that parts the routes best. */
      parts: z.coerce.number().int().min(PARTS.fewest).max(PARTS.most).optional(),
    }),
    answer: Archetypes,
  },
} as const satisfies Record<string, Endpoint>;
