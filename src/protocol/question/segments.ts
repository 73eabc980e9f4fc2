import { SegmentsFound } from "../../core/question/segments/segments.ts";
import type { Endpoint } from "../endpoint.ts";
import { CodesParam, filtered } from "./filtered.ts";

export const segmentsEndpoints = {
  segments: {
    method: "GET",
    path: "/api/w/{workspace}/segments",
    summary: "Personas proposed from what customers are and do: predicate, size, what differs",
    query: filtered.extend({ goal: CodesParam.optional() }),
    answer: SegmentsFound,
  },
} as const satisfies Record<string, Endpoint>;
