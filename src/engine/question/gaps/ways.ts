import { z } from "zod";
import { LEFT } from "../../../core/question/chain.ts";
import type { Candidate } from "../../../core/question/gaps/candidate.ts";
import type { Part } from "../../../core/question/gaps/contrast.ts";
import type { SpellWeek } from "../../../core/question/gaps/spell.ts";
import type { Engine, Parameters } from "../../port.ts";
import type { Scope } from "../filter.ts";
import type { Groups } from "./groups.ts";

const count = z.coerce.number();
const Wait = z.object({ code: z.number(), most: count });
const Counted = z.object({
  from: z.number(),
  to: z.number(),
  id: z.string(),
  count,
  weeks: z.array(z.tuple([z.number(), z.number()])),
});

/** Channels in which one speaks to somebody or goes there: having to is a step down from doing it oneself. */
const personal = new Set(["phone", "shop", "telefoon", "winkel", "call", "store"]);

/** How long a customer is followed after a place that nobody has ever left, in milliseconds. */
const FOLLOWED = 30 * 86_400_000;
const WEEK = 7 * 86_400_000;
/** The first Monday since 1970: releases and campaigns begin on one. */
const MONDAY = 4 * 86_400_000;

/** SQL: the week of a moment (ms), counted in weeks from Monday to Sunday since 1970. */
export function weekOf(time: string): string {
  return `intDiv(${time} - ${MONDAY}, ${WEEK})`;
}

/** The Monday on which a week begins, ISO. */
export function dayOf(week: number): string {
  return new Date(week * WEEK + MONDAY).toISOString().slice(0, 10);
}

/** What came of each place that journeys pass. */
export type Ways = {
  /**
   * FROM-expression with a row for each pair of a journey: `at`, `to` (0 = came here at all; LEFT),
   * `time` of the first visit (ms), `week`, and the `own` groups of the journey.
   */
  readonly from: string;
  /** SQL condition that a visit to `at` at `time` (ms) lies far enough back. */
  readonly followed: (at: string, time: string) => string;
  readonly parameters: Parameters;
};

/**
 * Every place of a journey with what came of it, each pair once. A visit counts when it lies so far back
 * that 95 % of those who ever went on had done so by then: who is still there is not taken for gone.
 */
export async function readWays(
  engine: Engine,
  scope: Scope,
  groups: Groups,
  goal: readonly number[],
  signal: AbortSignal | undefined,
): Promise<Ways> {
  const waits = await engine.analysis.rows(
    Wait,
    `SELECT code, quantileExact(0.95)(wait) AS most
    FROM (SELECT steps, waits FROM ${scope.journeys})
    ARRAY JOIN arrayPopBack(steps) AS code, waits AS wait GROUP BY code`,
    scope.parameters,
    { signal },
  );
  const names = [...new Set(scope.touchpoints.map(({ channel }) => channel))];
  const parameters: Parameters = {
    ...scope.parameters,
    ...groups.parameters,
    personal: scope.touchpoints
      .filter(({ channel }) => personal.has(channel.toLowerCase()))
      .map(({ code }) => code),
    goal,
    left: [0, ...waits.map(({ code }) => code)],
    followed: [0n, ...waits.map(({ most }) => BigInt(Math.round(most)))],
    codes: [0, ...scope.touchpoints.map(({ code }) => code)],
    channels: [0, ...scope.touchpoints.map(({ channel }) => names.indexOf(channel) + 1)],
  };
  const channelOf = (step: string) =>
    `transform(${step}, {codes:Array(UInt16)}, {channels:Array(UInt16)}, toUInt16(0))`;
  const followed = (at: string, time: string) => `${time}
    + toInt64(transform(${at}, {left:Array(UInt16)}, {followed:Array(UInt64)}, toUInt64(${FOLLOWED})))
    < toUnixTimestamp64Milli((SELECT max(end) FROM journey FINAL WHERE ws = {ws:UInt32}))`;
  const from = `(
    SELECT own, pair.1 AS at, pair.2 AS to, time, toUInt16(${weekOf("time")}) AS week
    FROM (
      SELECT ${groups.sql} AS own, steps,
        toUnixTimestamp64Milli(start) AS begin, arrayCumSum(arrayPushFront(waits, toUInt64(0))) AS times,
        arrayDistinct(arrayConcat(
          arrayMap(step -> (step, toUInt16(0)), steps),
          arrayFilter(way -> way.2 = ${LEFT} OR way.1 = way.2 OR (
              has({personal:Array(UInt16)}, way.2) AND ${channelOf("way.1")} != ${channelOf("way.2")}),
            arrayZip(steps, arrayPushBack(arrayPopFront(steps), toUInt16(${LEFT})))))) AS pairs
      FROM ${scope.journeys}
    )
    ARRAY JOIN pairs AS pair,
      arrayMap(one -> begin + toInt64(times[indexOf(steps, one.1)]), pairs) AS time
    WHERE NOT has({goal:Array(UInt16)}, at) AND ${followed("at", "time")})`;
  return { from, followed, parameters };
}

/** A candidate, and the group that is asked about; "0" = everybody. */
export type Sought = { readonly from: number; readonly to: number; readonly group: string };

/** Counts of a week; `week` in weeks since 1970; `done`: touchpoints that the group first came to in it. */
export type Week = SpellWeek & { readonly week: number };

export type Counts = {
  readonly candidates: readonly Candidate[];
  /**
   * The counts of every week from the first in which somebody came to the last, of what comes of a place
   * where so many came and were hit as were asked for.
   */
  readonly weeksOf: (sought: Sought) => readonly Week[];
};

/**
 * What may go wrong at each place, counted for everybody and for each group; by week where at least
 * `came` journeys came to the place and `struck` were hit. The ways are laid out once for both.
 */
export async function readCounts(
  engine: Engine,
  { from, parameters }: Ways,
  { came, struck }: { readonly came: number; readonly struck: number },
  signal: AbortSignal | undefined,
): Promise<Counts> {
  const rows = await engine.analysis.rows(
    Counted,
    `SELECT from, to, id, total AS count, if(there >= ${came} AND hit >= ${struck}, weeks, []) AS weeks
    FROM (
      SELECT from, to, id, sum(each) AS total, groupArray((week, each)) AS weeks,
        max(if(id = 0 AND to = 0, total, 0)) OVER (PARTITION BY from) AS there,
        max(if(id = 0, total, 0)) OVER (PARTITION BY from, to) AS hit
      FROM (
        SELECT at AS from, to, id, week, toUInt32(count()) AS each
        FROM (SELECT at, to, week, arrayPushFront(own, toUInt64(0)) AS ids FROM ${from})
        ARRAY JOIN ids AS id GROUP BY from, to, id, week
      )
      GROUP BY from, to, id
    )`,
    parameters,
    { signal },
  );
  const found = new Map(rows.map((row) => [`${row.from} ${row.to} ${row.id}`, row]));
  const ids = [...new Set(rows.map(({ id }) => id))];
  const countOf = (from: number, to: number, id: string) =>
    found.get(`${from} ${to} ${id}`)?.count ?? 0;
  const candidates = rows
    .filter(({ to, id }) => to !== 0 && id === "0")
    .map((row): Candidate => {
      const part = (id: string): Part => ({
        n: countOf(row.from, 0, id),
        count: countOf(row.from, row.to, id),
      });
      return {
        from: row.from,
        to: row.to === LEFT ? 0 : row.to,
        kind: row.to === LEFT ? "leave" : row.to === row.from ? "loop" : "switch",
        all: part("0"),
        groups: new Map(ids.map((id) => [id, part(id)])),
      };
    });
  const places = [...new Set(rows.map((row) => row.from))];
  const done = new Map<string, ReadonlyMap<number, number>>();
  const doneOf = (group: string) => {
    const known = done.get(group);
    if (known) return known;
    const all = new Map<number, number>();
    for (const at of places)
      for (const [week, n] of found.get(`${at} 0 ${group}`)?.weeks ?? [])
        all.set(week, (all.get(week) ?? 0) + n);
    done.set(group, all);
    return all;
  };
  const weeksOf = ({ from: at, to, group }: Sought): Week[] => {
    const came = new Map(found.get(`${at} 0 ${group}`)?.weeks);
    const hits = new Map(found.get(`${at} ${to === 0 ? LEFT : to} ${group}`)?.weeks);
    if (came.size === 0) return [];
    const first = Math.min(...came.keys());
    return Array.from({ length: Math.max(...came.keys()) - first + 1 }, (_, nth): Week => {
      const week = first + nth;
      return {
        week,
        n: came.get(week) ?? 0,
        count: hits.get(week) ?? 0,
        done: doneOf(group).get(week) ?? 0,
      };
    });
  };
  return { candidates, weeksOf };
}
