import { z } from "zod";
import { Actor } from "../../core/people/request.ts";
import { Alert, Alerts, AlertSeries, AlertState } from "../../core/question/alerts/alert.ts";
import { AlertChannel, AlertTarget } from "../../core/question/alerts/channel.ts";
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
  alertChannels: {
    method: "GET",
    path: "/api/w/{workspace}/alert-channels",
    summary: "Where odd days are sent, and whether there is a mail server",
    answer: z.strictObject({ channels: z.array(AlertChannel), mail: z.boolean() }),
  },
  addAlertChannel: {
    method: "POST",
    path: "/api/w/{workspace}/alert-channels",
    summary:
      "Send odd days to an e-mail address or a web address; the secret of one is told only now",
    body: z.strictObject({ to: AlertTarget, language: z.enum(["nl", "en"]), who: Actor }),
    answer: z.strictObject({ channel: AlertChannel, secret: z.string().nullable() }),
  },
  endAlertChannel: {
    method: "PUT",
    path: "/api/w/{workspace}/alert-channels/{channel}",
    summary: "Send a receiver nothing any more, or again",
    body: z.strictObject({ ended: z.boolean(), who: Actor }),
    answer: AlertChannel,
  },
} as const satisfies Record<string, Endpoint>;
