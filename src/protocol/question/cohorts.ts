import { CohortKind, Cohorts, CohortUnit } from "../../core/question/cohorts.ts";
import type { Endpoint } from "../endpoint.ts";
import { CodeParam, filtered } from "./filtered.ts";

export const cohortsEndpoints = {
  cohorts: {
    method: "GET",
    path: "/api/w/{workspace}/cohorts",
    summary: "Whether people come back, by the period in which they were first seen",
    query: filtered.extend({
      first: CodeParam.optional(),
      back: CodeParam.optional(),
      unit: CohortUnit.optional(),
      kind: CohortKind.optional(),
    }),
    answer: Cohorts,
  },
} as const satisfies Record<string, Endpoint>;
