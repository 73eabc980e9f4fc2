import { Contrast } from "../../core/question/contrast/contrast.ts";
import type { Endpoint } from "../endpoint.ts";
import { CodesParam, filtered, FilterParam } from "./filtered.ts";

export const contrastEndpoints = {
  contrast: {
    method: "GET",
    path: "/api/w/{workspace}/contrast",
    summary: "Two segments or periods side by side: what differs, how much, how surely",
    query: filtered.extend({
      /** The other side, a filter too; without it all journeys that the first leaves out. */
      other: FilterParam.optional(),
      goal: CodesParam.optional(),
    }),
    answer: Contrast,
  },
} as const satisfies Record<string, Endpoint>;
