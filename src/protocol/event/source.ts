import { z } from "zod";
import { Message } from "../../core/message/message.ts";
import { LiveLedger } from "../../core/event/import.ts";
import { Source as SourceMapping } from "../../core/event/mapping.ts";
import { Pull } from "./pull.ts";

/**
 * How a source tells: by `calls` to the tracking routes, or a tool by its own `webhook`; or how it is
 * asked on a schedule: rows of a `table`, or `files`.
 */
export const SourceKind = z.enum(["calls", "webhook", "table", "files"]);
export type SourceKind = z.infer<typeof SourceKind>;

/** What somebody who tells events shows. A write key may stand in a web page: it adds, and reads nothing. */
export const SourceKey = z.strictObject({
  id: z.string(),
  kind: z.enum(["write", "server"]),
  /** The write key itself; of a server key only how it begins. */
  shown: z.string(),
  made: z.string(),
  revoked: z.string().nullable(),
});
export type SourceKey = z.infer<typeof SourceKey>;

/** A tool whose webhooks can be read. */
export const WebhookTool = z.strictObject({
  tool: z.string(),
  name: z.string(),
  /** It signs its calls, so a secret can be given. */
  signs: z.boolean(),
});
export type WebhookTool = z.infer<typeof WebhookTool>;

/** Of a source that is a webhook; the secret itself is never told. */
export const Webhook = z.strictObject({
  tool: z.string(),
  signs: z.boolean(),
  secret: z.boolean(),
  /** Why calls cannot be checked; null when they can. */
  problem: Message.nullable(),
  /** Calls whose signature was wrong, and when the last of them came. */
  refused: z.strictObject({ calls: z.number().int(), last: z.string().nullable() }),
});
export type Webhook = z.infer<typeof Webhook>;

/** A system that tells by itself what happens. */
export const LiveSource = z.strictObject({
  name: z.string(),
  kind: SourceKind,
  /** Null of one that calls. */
  webhook: Webhook.nullable(),
  /** Null of one that tells by itself. */
  pull: Pull.nullable(),
  created: z.string(),
  /** Nothing is taken from it any more. */
  stopped: z.string().nullable(),
  keys: z.array(SourceKey),
  /** All that it told so far, and when it last told something. */
  ledger: LiveLedger,
  last: z.string().nullable(),
});
export type LiveSource = z.infer<typeof LiveSource>;

/** One hour of a source's books. */
export const SourceHour = z.strictObject({ hour: z.string(), ledger: LiveLedger });
export type SourceHour = z.infer<typeof SourceHour>;

const path = "/api/w/{workspace}/sources";
const Name = z.string().trim().min(1).max(80);
const Kept = z.strictObject({
  key: SourceKey,
  /** The key, told this once. */
  secret: z.string(),
});

export const sourceEndpoints = {
  sources: {
    method: "GET",
    path,
    summary: "Systems that tell by themselves, with their keys and books",
    answer: z.array(LiveSource),
  },
  addSource: {
    method: "POST",
    path,
    summary: "Begin to listen to a system; it gets a write key",
    body: z.strictObject({
      name: Name,
      kind: z.enum(["calls", "webhook"]).default("calls"),
      /** Of a webhook: the tool whose ready mapping it begins with. */
      tool: z.string().default("other"),
    }),
    answer: LiveSource,
  },
  webhookTools: {
    method: "GET",
    path: "/api/webhook-tools",
    summary: "Tools whose webhooks Spoor has a ready mapping for",
    answer: z.array(WebhookTool),
  },
  saveWebhookSecret: {
    method: "PUT",
    path: `${path}/{source}/secret`,
    summary: "What the calls of a webhook are signed with; null for none",
    body: z.strictObject({ secret: z.string().trim().min(1).max(500).nullable() }),
    answer: LiveSource,
  },
  stopSource: {
    method: "POST",
    path: `${path}/{source}/stop`,
    summary: "Listen no more, or again; what was told stays",
    body: z.strictObject({ stopped: z.boolean() }),
    answer: LiveSource,
  },
  sourceMapping: {
    method: "GET",
    path: `${path}/{source}/mapping`,
    summary: "How the lines of a source are read",
    answer: SourceMapping,
  },
  saveSourceMapping: {
    method: "PUT",
    path: `${path}/{source}/mapping`,
    summary: "Change how the lines of a source are read, from now on",
    body: SourceMapping,
    answer: SourceMapping,
  },
  sourceHours: {
    method: "GET",
    path: `${path}/{source}/hours`,
    summary: "The books of a source by the hour, newest first",
    query: z.object({
      hours: z.coerce
        .number()
        .int()
        .min(1)
        .max(24 * 90)
        .default(48),
    }),
    answer: z.array(SourceHour),
  },
  addKey: {
    method: "POST",
    path: `${path}/{source}/keys`,
    summary: "Make one more key for a source",
    body: z.strictObject({ kind: z.enum(["write", "server"]) }),
    answer: Kept,
  },
  revokeKey: {
    method: "DELETE",
    path: `${path}/{source}/keys/{key}`,
    summary: "Make a key work no more",
    answer: SourceKey,
  },
} as const;
