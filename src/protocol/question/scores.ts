import { z } from "zod";
import { Scores } from "../../core/question/scores/scores.ts";
import type { Endpoint } from "../endpoint.ts";
import { filtered } from "./filtered.ts";

export const scoresEndpoints = {
  scores: {
    method: "GET",
    path: "/api/w/{workspace}/scores",
    summary: "What customers answer, per touchpoint, episode, persona and month; of the first map",
    query: filtered.extend({ map: z.string().optional() }),
    answer: Scores,
  },
} as const satisfies Record<string, Endpoint>;
