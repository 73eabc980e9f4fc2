import { z } from "zod";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import {
  AlertReason,
  AlertState,
  type AlertSeries,
  type OddOne,
} from "../../core/question/alerts/alert.ts";
import type { Documents, Statements } from "./documents.ts";

const Kept = z.strictObject({
  id: z.string(),
  at: z.number(),
  to: z.number().nullable(),
  day: z.string(),
  count: z.number(),
  expected: z.number(),
  low: z.number(),
  high: z.number(),
  z: z.number(),
  reason: AlertReason,
  found: z.string(),
  withdrawn: z.boolean(),
  state: AlertState,
  note: z.string(),
  who: z.string(),
  changed: z.string().nullable(),
});
export type KeptAlert = z.infer<typeof Kept>;

const KeptMute = z.strictObject({
  at: z.number(),
  to: z.number().nullable(),
  who: z.string(),
  made: z.string(),
});
export type KeptMute = z.infer<typeof KeptMute>;

const Run = z.strictObject({
  build: z.number(),
  at: z.string(),
  series: z.number(),
  from: z.string(),
  to: z.string(),
});
export type AlertRun = z.infer<typeof Run>;

const columns = `id, at, nullif("to", 0) AS "to", day::text AS day, count, expected, low, high, z, reason,
  found, withdrawn, state, note, who, changed`;

/** The newest days first; within a day the oddest. */
export function listAlerts({ query }: Statements, workspace: number): Promise<KeptAlert[]> {
  const sql = `SELECT ${columns} FROM alert WHERE workspace = $1 ORDER BY day DESC, abs(z) DESC, id LIMIT 1000`;
  return query(Kept, sql, [workspace]);
}

export function listMutes({ query }: Statements, workspace: number): Promise<KeptMute[]> {
  const sql = `SELECT at, nullif("to", 0) AS "to", who, made FROM alert_mute WHERE workspace = $1 ORDER BY made DESC`;
  return query(KeptMute, sql, [workspace]);
}

export async function lastAlertRun(
  { query }: Statements,
  workspace: number,
): Promise<AlertRun | null> {
  const sql = `SELECT build, at, series, first::text AS "from", last::text AS "to" FROM alert_run WHERE workspace = $1`;
  const [run] = await query(Run, sql, [workspace]);
  return run ?? null;
}

/**
 * Keeps the odd days that were found between two days. What is not odd any more goes when nobody has
 * looked at it, else it says so. Returns those that are there for the first time.
 */
export function keepAlerts(
  documents: Documents,
  workspace: number,
  found: readonly OddOne[],
  run: AlertRun,
  newId: () => string,
): Promise<KeptAlert[]> {
  return documents.transaction(async (statements) => {
    const { query } = statements;
    const before = new Map(
      (await listAlerts(statements, workspace)).map((one) => [keyOf(one), one]),
    );
    const odd = new Set(found.map(keyOf));
    const fresh: KeptAlert[] = [];
    for (const one of found) {
      const known = before.get(keyOf(one));
      const values = [
        one.count,
        one.expected,
        one.low,
        one.high,
        one.z,
        JSON.stringify(one.reason),
      ];
      if (known) {
        await query(
          z.unknown(),
          `UPDATE alert SET count = $2, expected = $3, low = $4, high = $5, z = $6, reason = $7::jsonb,
             withdrawn = false WHERE id = $1`,
          [known.id, ...values],
        );
        continue;
      }
      const [kept] = await query(
        Kept,
        `INSERT INTO alert (id, workspace, at, "to", day, count, expected, low, high, z, reason, found)
         VALUES ($1, $2, $3, $4, $5::date, $6, $7, $8, $9, $10, $11::jsonb, $12::timestamptz)
         RETURNING ${columns}`,
        [newId(), workspace, one.at, one.to ?? 0, one.day, ...values, run.at],
      );
      if (kept) fresh.push(kept);
    }
    for (const one of before.values()) {
      if (odd.has(keyOf(one)) || one.day < run.from || one.day > run.to) continue;
      await query(
        z.unknown(),
        one.state === "new" && one.changed === null
          ? "DELETE FROM alert WHERE id = $1"
          : "UPDATE alert SET withdrawn = true WHERE id = $1",
        [one.id],
      );
    }
    await query(
      z.unknown(),
      `INSERT INTO alert_run (workspace, build, at, series, first, last)
       VALUES ($1, $2, $3::timestamptz, $4, $5::date, $6::date)
       ON CONFLICT (workspace) DO UPDATE SET build = excluded.build, at = excluded.at,
         series = excluded.series, first = excluded.first, last = excluded.last`,
      [workspace, run.build, run.at, run.series, run.from, run.to],
    );
    return fresh;
  });
}

function keyOf({ at, to, day }: AlertSeries & { readonly day: string }): string {
  return `${at} ${to ?? 0} ${day}`;
}

/** Says what an odd day was, or that it was seen, or takes that back. Rejects with `not-found`. */
export async function changeAlert(
  { query }: Statements,
  workspace: number,
  id: string,
  change: {
    readonly state: AlertState;
    readonly note: string;
    readonly who: string;
    readonly at: string;
  },
): Promise<KeptAlert> {
  const { state, note, who, at } = change;
  const [changed] = await query(
    Kept,
    `UPDATE alert SET state = $3, note = $4, who = $5, changed = $6::timestamptz
     WHERE workspace = $1 AND id = $2 RETURNING ${columns}`,
    [workspace, id, state, note, who, at],
  );
  if (!changed) throw new AppError("not-found", message("no-alert"));
  return changed;
}

/** Makes a series silent, or lets it be heard again. */
export async function muteSeries(
  { query }: Statements,
  workspace: number,
  { at, to }: AlertSeries,
  change: { readonly muted: boolean; readonly who: string; readonly when: string },
): Promise<void> {
  const place = [workspace, at, to ?? 0];
  await (change.muted
    ? query(
        z.unknown(),
        `INSERT INTO alert_mute (workspace, at, "to", who, made) VALUES ($1, $2, $3, $4, $5::timestamptz)
         ON CONFLICT DO NOTHING`,
        [...place, change.who, change.when],
      )
    : query(
        z.unknown(),
        'DELETE FROM alert_mute WHERE workspace = $1 AND at = $2 AND "to" = $3',
        place,
      ));
}
