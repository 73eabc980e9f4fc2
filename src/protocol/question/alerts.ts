import { z } from "zod";
import { Actor } from "../../core/people/request.ts";
import { Alert, Alerts, AlertSeries, AlertState } from "../../core/question/alerts/alert.ts";
import type { Endpoint } from "../endpoint.ts";

const path = "/api/w/{workspace}/alerts";

export const alertEndpoints = {
  alerts: {
    method: "GET",
    path,
    summary: "Odd days per touchpoint and transition, with what stands behind them",
    answer: Alerts,
  },
  changeAlert: {
    method: "PUT",
    path: `${path}/{alert}`,
    summary: "Say that an odd day was seen, or what it was; or take that back",
    body: z.strictObject({
      state: AlertState,
      note: z.string().max(2000),
      who: Actor,
    }),
    answer: Alert,
  },
  muteAlerts: {
    method: "PUT",
    path: "/api/w/{workspace}/alert-mutes",
    summary: "Hear no more of a touchpoint or transition, or hear of it again",
    body: AlertSeries.extend({ muted: z.boolean(), who: Actor }),
    answer: Alerts,
  },
} as const satisfies Record<string, Endpoint>;
