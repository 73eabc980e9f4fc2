import { z } from "zod";
import { must } from "../../core/assert.ts";
import { message } from "../../core/message/message.ts";
import { RetentionRule } from "../../core/people/retention-list.ts";
import type { RetentionTerm } from "../../core/people/retention-rule.ts";
import { AppError } from "../../core/problem.ts";
import type { Statements } from "./documents.ts";

const columns = `id, kind, event, source, days, who, made, ended, ended_by AS "endedBy",
  coalesce((SELECT sum(events) FROM retention_gone WHERE rule = retention_rule.id), 0)::bigint AS gone,
  (SELECT max(day)::text FROM retention_gone WHERE rule = retention_rule.id) AS last`;

/** All rules of a workspace, also those that count no more, newest first. */
export function listRules({ query }: Statements, workspace: number): Promise<RetentionRule[]> {
  const sql = `SELECT ${columns} FROM retention_rule WHERE workspace = $1 ORDER BY id DESC`;
  return query(RetentionRule, sql, [workspace]);
}

/** The rules that count. */
export async function retentionTerms(
  statements: Statements,
  workspace: number,
): Promise<RetentionTerm[]> {
  const rules = await listRules(statements, workspace);
  return rules
    .filter(({ ended }) => ended === null)
    .map(({ kind, event, source, days }) => ({ kind, event, source, days }));
}

export async function addRule(
  { query }: Statements,
  workspace: number,
  { kind, event, source, days }: RetentionTerm,
  who: string,
): Promise<RetentionRule> {
  const [made] = await query(
    RetentionRule,
    `INSERT INTO retention_rule (workspace, kind, event, source, days, who)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${columns}`,
    [workspace, kind, event, source, days, who],
  );
  return must(made, "the new rule");
}

/** Makes a rule count no more, or again; rejects with `not-found`. */
export async function endRule(
  { query }: Statements,
  workspace: number,
  id: number,
  { ended, who }: { readonly ended: boolean; readonly who: string },
): Promise<RetentionRule> {
  const [changed] = await query(
    RetentionRule,
    `UPDATE retention_rule SET ended = CASE WHEN $3 THEN coalesce(ended, now()) END,
       ended_by = CASE WHEN $3 THEN coalesce(ended_by, $4) END
     WHERE workspace = $1 AND id = $2 RETURNING ${columns}`,
    [workspace, id, ended, who],
  );
  if (!changed) throw new AppError("not-found", message("no-retention-rule"));
  return changed;
}

/** Notes what went by a rule on a day. */
export async function noteGone(
  { query }: Statements,
  { rule, day, events, before }: { rule: number; day: string; events: number; before: number },
): Promise<void> {
  await query(
    z.unknown(),
    `INSERT INTO retention_gone (rule, day, events, before)
     VALUES ($1, $2::date, $3, to_timestamp($4::float8 / 1000))
     ON CONFLICT (rule, day) DO UPDATE SET
       events = retention_gone.events + excluded.events,
       before = greatest(retention_gone.before, excluded.before)`,
    [rule, day, events, before],
  );
}

/**
 * Workspaces with rules that were not applied to the end on this day. A rule is first applied on the day
 * after the one on which it was made, so that there is time to think better of it.
 */
export async function retentionDue({ query }: Statements, day: string): Promise<number[]> {
  const rows = await query(
    z.object({ workspace: z.number() }),
    `SELECT DISTINCT workspace FROM retention_rule WHERE ended IS NULL AND made < $1::date AND NOT EXISTS (
       SELECT 1 FROM retention_day
       WHERE retention_day.workspace = retention_rule.workspace AND day >= $1::date)
     ORDER BY workspace`,
    [day],
  );
  return rows.map(({ workspace }) => workspace);
}

/** Notes that the rules of a workspace were applied to the end; null: they must be again, whatever the day. */
export async function noteRetained(
  { query }: Statements,
  workspace: number,
  day: string | null,
): Promise<void> {
  await query(
    z.unknown(),
    day === null
      ? "DELETE FROM retention_day WHERE workspace = $1"
      : `INSERT INTO retention_day (workspace, day, at) VALUES ($1, $2::date, now())
         ON CONFLICT (workspace) DO UPDATE SET day = excluded.day, at = excluded.at`,
    day === null ? [workspace] : [workspace, day],
  );
}
