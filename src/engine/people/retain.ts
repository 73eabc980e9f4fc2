import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { RetentionReach } from "../../core/people/retention-list.ts";
import { DAY, type RetentionScope, type RetentionTerm } from "../../core/people/retention-rule.ts";
import type { Engine, Limits, Parameters } from "../port.ts";

/** SQL condition on `event`: of a scope, and with a time of its own. Its parameters are those of `scopeOf`. */
const inScope = `kind != 'reference' AND time > 0
  AND ({kind:String} = '' OR toString(kind) = {kind:String})
  AND ({event:String} = '' OR event = {event:String})
  AND ({source:String} = '' OR source = {source:String})`;
const outlived = `${inScope} AND time < fromUnixTimestamp64Milli({before:Int64}, 'UTC')`;

function scopeOf({ kind, event, source }: RetentionScope): Parameters {
  return { kind: kind ?? "", event: event ?? "", source: source ?? "" };
}

const count = z.coerce.number();
const Reach = z.object({
  of: count,
  events: count,
  people: count,
  whole: count,
  first: z.string().nullable(),
});

/** What a rule would take away now; changes nothing. People are told from each other by their first identifier. */
export async function retentionReach(
  engine: Engine,
  { ws, term, now }: { readonly ws: number; readonly term: RetentionTerm; readonly now: number },
  limits?: Limits,
): Promise<RetentionReach> {
  const parameters = { ws, ...scopeOf(term), before: now - term.days * DAY };
  const [reach] = await engine.analysis.rows(
    Reach,
    `SELECT sum(inside) AS of, sum(old) AS events, countIf(old > 0) AS people,
      countIf(old > 0 AND old = held) AS whole, minOrNullIf(oldest, old > 0) AS first
    FROM (
      SELECT if(linked.person = 0, one, linked.person) AS person, sum(counted.inside) AS inside,
        sum(counted.old) AS old, sum(counted.held) AS held, min(counted.oldest) AS oldest
      FROM (
        SELECT if(empty(who), actor, who[1]) AS one, countIf(${inScope}) AS inside,
          countIf(${outlived}) AS old, count() AS held, minIf(time, ${outlived}) AS oldest
        FROM event WHERE ws = {ws:UInt32} AND kind != 'reference' GROUP BY one
      ) AS counted
      LEFT JOIN (SELECT identifier, person FROM link FINAL WHERE ws = {ws:UInt32}) AS linked
        ON linked.identifier = counted.one
      GROUP BY person
    )`,
    parameters,
    limits,
  );
  return must(reach, "the reach");
}

/** How many went, and what happened before when is gone by now; null when all that should go has gone. */
export type Retained = { readonly events: number; readonly before: number } | null;

/**
 * Takes away the oldest of what a rule says, at most about so many events; who had nothing else is known
 * no more. The people in `leaving` must be derived anew after it. What a crash cut
 * short stays there until that is done.
 */
export async function retainOnce(
  engine: Engine,
  task: {
    readonly ws: number;
    readonly term: RetentionTerm;
    readonly now: number;
    readonly most: number;
  },
): Promise<Retained> {
  const { intake } = engine;
  const { ws, term, now, most } = task;
  const limit = now - term.days * DAY;
  const found = await intake.rows(
    z.object({ rows: count, last: count }),
    `SELECT count() AS rows, toUnixTimestamp64Milli(max(time)) AS last FROM (
      SELECT time FROM event WHERE ws = {ws:UInt32} AND ${outlived} ORDER BY time LIMIT {most:UInt64})`,
    { ws, ...scopeOf(term), before: limit, most },
  );
  const { rows, last } = must(found[0], "the oldest events");
  if (rows === 0) return null;
  const before = rows < most ? limit : last + 1;
  const parameters = { ws, ...scopeOf(term), before };
  await intake.run(
    `INSERT INTO leaving SELECT DISTINCT ws, 'met', arrayJoin(arrayPushBack(who, actor)) AS hash
    FROM event WHERE ws = {ws:UInt32} AND ${outlived}`,
    parameters,
  );
  const events = await intake.rows(
    z.object({ rows: count }),
    `SELECT count() AS rows FROM event WHERE ws = {ws:UInt32} AND ${outlived}`,
    parameters,
  );
  for (const [table, where] of [
    ["seen", `id IN (SELECT id FROM event WHERE ws = ${ws} AND ${outlived})`],
    ["event", outlived],
  ] as const)
    await intake.run(`ALTER TABLE ${table} DELETE IN PARTITION ${ws} WHERE ${where}`, parameters, {
      settings: { mutations_sync: 2 },
    });
  return { events: must(events[0], "the events").rows, before };
}
