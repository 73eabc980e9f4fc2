import { Gaps } from "../../core/question/gaps/gap.ts";
import type { Endpoint } from "../endpoint.ts";
import { CodesParam, filtered } from "./filtered.ts";

export const gapsEndpoints = {
  gaps: {
    method: "GET",
    path: "/api/w/{workspace}/gaps",
    summary: "Where customers leave, loop, wait or have to switch: for whom, since when, how many",
    query: filtered.extend({ goal: CodesParam.optional() }),
    answer: Gaps,
  },
} as const satisfies Record<string, Endpoint>;
