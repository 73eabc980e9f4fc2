import { z } from "zod";
import { must } from "../../core/assert.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { AlertChannel, type AlertTarget } from "../../core/question/alerts/channel.ts";
import type { Statements } from "./documents.ts";

const columns = `id, kind, target, language, who, made, ended,
  (SELECT count(*) FROM alert_delivery WHERE channel = alert_channel.id AND done IS NOT NULL)::bigint AS delivered,
  (SELECT problem FROM alert_delivery WHERE channel = alert_channel.id AND done IS NULL AND problem IS NOT NULL
    ORDER BY next DESC LIMIT 1) AS problem`;

const Open = z.strictObject({ id: z.string(), language: z.enum(["nl", "en"]) });

/** Where odd days of a workspace are sent, also what is sent nothing any more; newest first. */
export function listChannels({ query }: Statements, workspace: number): Promise<AlertChannel[]> {
  const sql = `SELECT ${columns} FROM alert_channel WHERE workspace = $1 ORDER BY made DESC, id`;
  return query(AlertChannel, sql, [workspace]);
}

export async function addChannel(
  { query }: Statements,
  workspace: number,
  channel: AlertTarget & {
    readonly id: string;
    readonly sealed: string | null;
    readonly language: "nl" | "en";
    readonly who: string;
    readonly made: string;
  },
): Promise<AlertChannel> {
  const { id, kind, target, sealed, language, who, made } = channel;
  const [added] = await query(
    AlertChannel,
    `INSERT INTO alert_channel (id, workspace, kind, target, secret, language, who, made)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz) RETURNING ${columns}`,
    [id, workspace, kind, target, sealed, language, who, made],
  );
  return must(added, "the new receiver");
}

/** Sends a receiver nothing any more, or again. Rejects with `not-found`. */
export async function endChannel(
  { query }: Statements,
  workspace: number,
  id: string,
  ended: string | null,
): Promise<AlertChannel> {
  const [changed] = await query(
    AlertChannel,
    `UPDATE alert_channel SET ended = $3::timestamptz WHERE workspace = $1 AND id = $2 RETURNING ${columns}`,
    [workspace, id, ended],
  );
  if (!changed) throw new AppError("not-found", message("no-alert-channel"));
  return changed;
}

export function openChannels({ query }: Statements, workspace: number) {
  const sql =
    "SELECT id, language FROM alert_channel WHERE workspace = $1 AND ended IS NULL ORDER BY id";
  return query(Open, sql, [workspace]);
}

/** Puts a message on its way; `alerts` is what is told. */
export async function addDelivery(
  { query }: Statements,
  delivery: {
    readonly id: string;
    readonly channel: string;
    readonly day: string;
    readonly alerts: unknown;
    readonly at: string;
  },
): Promise<void> {
  const { id, channel, day, alerts, at } = delivery;
  await query(
    z.unknown(),
    `INSERT INTO alert_delivery (id, channel, day, alerts, next)
     VALUES ($1, $2, $3::date, $4::jsonb, $5::timestamptz)`,
    [id, channel, day, JSON.stringify(alerts), at],
  );
}

const Due = z.strictObject({
  id: z.string(),
  channel: z.string(),
  day: z.string(),
  alerts: z.unknown(),
  attempts: z.number(),
  kind: z.enum(["email", "webhook"]),
  target: z.string(),
  secret: z.string().nullable(),
  language: z.enum(["nl", "en"]),
  workspace: z.number(),
  slug: z.string(),
  name: z.string(),
});
export type DueDelivery = z.infer<typeof Due>;

/** What is to be sent by now. */
export function dueDeliveries({ query }: Statements, now: string): Promise<DueDelivery[]> {
  return query(
    Due,
    `SELECT d.id, d.channel, d.day::text AS day, d.alerts, d.attempts, c.kind, c.target, c.secret,
       c.language, c.workspace, w.slug, w.name
     FROM alert_delivery d JOIN alert_channel c ON c.id = d.channel JOIN workspace w ON w.id = c.workspace
     WHERE d.done IS NULL AND c.ended IS NULL AND d.next <= $1::timestamptz ORDER BY d.next, d.id LIMIT 50`,
    [now],
  );
}

/**
 * Takes a message in hand: until `next` nobody else does, and if it is never said to have arrived, it is
 * sent again then. False when somebody else was faster.
 */
export async function takeDelivery(
  { query }: Statements,
  { id, attempts }: DueDelivery,
  next: string,
): Promise<boolean> {
  const taken = await query(
    z.unknown(),
    `UPDATE alert_delivery SET attempts = attempts + 1, next = $3::timestamptz
     WHERE id = $1 AND attempts = $2 AND done IS NULL RETURNING id`,
    [id, attempts, next],
  );
  return taken.length > 0;
}

/** Notes that a message arrived, or why it did not. */
export async function noteDelivery(
  { query }: Statements,
  id: string,
  outcome: { readonly done: string } | { readonly problem: string },
): Promise<void> {
  const arrived = "done" in outcome;
  await query(
    z.unknown(),
    arrived
      ? "UPDATE alert_delivery SET done = $2::timestamptz, problem = NULL WHERE id = $1"
      : "UPDATE alert_delivery SET problem = $2 WHERE id = $1",
    [id, arrived ? outcome.done : outcome.problem],
  );
}
