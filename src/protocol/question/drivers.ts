import { z } from "zod";
import { Crosshair, Drivers } from "../../core/question/drivers/drivers.ts";
import type { Endpoint } from "../endpoint.ts";
import { CodesParam, filtered } from "./filtered.ts";

export const driversEndpoints = {
  drivers: {
    method: "GET",
    path: "/api/w/{workspace}/drivers",
    summary: "What goes along with a score, a goal, coming again or an amount: with and without it",
    query: filtered.extend({
      /** Name of a score or an amount, `goal` or `again`; without it the score with the most answers. */
      outcome: z.string().max(200).optional(),
      /** Only answers about these touchpoints. */
      about: CodesParam.optional(),
      goal: CodesParam.optional(),
      crosshair: Crosshair.optional(),
    }),
    answer: Drivers,
  },
} as const satisfies Record<string, Endpoint>;
