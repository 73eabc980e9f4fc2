import { Fit } from "../../core/question/fit/fit.ts";
import type { Endpoint } from "../endpoint.ts";
import { filtered } from "./filtered.ts";

export const fitEndpoints = {
  fit: {
    method: "GET",
    path: "/api/w/{workspace}/maps/{map}/fit",
    summary: "How a drawn map and the journeys of the data fit each other",
    query: filtered,
    answer: Fit,
  },
} as const satisfies Record<string, Endpoint>;
