import { z } from "zod";
import { plainName, type Purpose } from "../../core/people/consent.ts";
import type { ConsentOverview } from "../../core/people/consent-overview.ts";
import { ownersSql } from "../event/history.ts";
import type { Engine, Limits } from "../port.ts";
import { BY, CONSENT, PAGE } from "./consent-attributes.ts";

const Count = z.object({ people: z.number() });
const State = z.object({ purpose: z.string(), yes: z.number(), no: z.number() });
const Month = State.extend({ month: z.string() });
const Unknown = z.object({ name: z.string(), people: z.number() });

/** Most names that no purpose has. */
const MOST = 50;

const tells = `arrayExists(name -> startsWith(name, '${CONSENT}'), mapKeys(attributes))`;

/** Every word of everybody: whose, about which purpose (empty when none is called so), and what the source calls it. */
const words = `
  WITH owners AS (${ownersSql(tells, null)}), words AS (
    SELECT owners.person AS person, time, word, page,
      substring(name, ${CONSENT.length + 1}) AS called,
      transform(called, {names:Array(String)}, {purposes:Array(String)}, '') AS purpose
    FROM (
      SELECT who, time, name, word, attributes['${BY}'] = '${PAGE}' AS page FROM event
      ARRAY JOIN mapKeys(attributes) AS name, mapValues(attributes) AS word
      WHERE ws = {ws:UInt32} AND notEmpty(who) AND ${tells}
        AND startsWith(name, '${CONSENT}') AND word IN ('yes', 'no')
        AND time <= fromUnixTimestamp64Milli({now:Int64}, 'UTC')
    ) AS said JOIN owners ON owners.list = sipHash64(said.who)
  )`;

/**
 * SQL: the words of one person about one purpose that count, in their order, as (time, word, page): without
 * what a page told of agreement while the last word of a system or a person was a withdrawal, see `counting`.
 */
const counting = `arrayFilter((each, before) -> NOT (each.3 AND each.2 = 'yes' AND before = 'no'),
  arraySort(each -> (each.1, each.2 = 'no', NOT each.3), groupUniqArray((time, word, page))) AS sorted,
  arrayMap(at -> arrayLast(one -> NOT one.3, arraySlice(sorted, 1, at)).2, arrayEnumerate(sorted)))`;

/** How many people agreed and withdrew, by the same rules as `consentOf`. @param now epoch milliseconds */
export async function consentOverview(
  engine: Engine,
  asked: { readonly ws: number; readonly purposes: readonly Purpose[]; readonly now: number },
  limits: Limits = {},
): Promise<ConsentOverview> {
  const { ws, purposes, now } = asked;
  const called = purposes.flatMap(({ id, aliases }) =>
    [id, ...aliases].map((name) => [plainName(name), id] as const),
  );
  const parameters = {
    ws,
    now: String(now),
    names: called.map(([name]) => name),
    purposes: called.map(([, id]) => id),
  };
  const rows = <T>(row: z.ZodType<T>, sql: string) =>
    engine.analysis.rows(row, `${words} ${sql}`, parameters, limits);
  const [all] = await rows(Count, "SELECT toUInt32(uniqExact(person)) AS people FROM words");
  const states = await rows(
    State,
    `SELECT purpose, toUInt32(countIf(last = 'yes')) AS yes, toUInt32(countIf(last = 'no')) AS no
    FROM (
      SELECT person, purpose, ${counting}[-1].2 AS last
      FROM words WHERE purpose != '' GROUP BY person, purpose
    ) GROUP BY purpose`,
  );
  const months = await rows(
    Month,
    `SELECT formatDateTime(changed.1, '%Y-%m') AS month, purpose,
      toUInt32(uniqExactIf(person, changed.2 = 'yes')) AS yes,
      toUInt32(uniqExactIf(person, changed.2 = 'no')) AS no
    FROM (
      SELECT person, purpose, ${counting} AS all,
        arrayJoin(arrayFilter((each, before) -> each.2 != before.2, all,
          arrayPushFront(arrayPopBack(all), (toDateTime64(0, 3, 'UTC'), '', false)))) AS changed
      FROM words WHERE purpose != '' GROUP BY person, purpose
    ) GROUP BY month, purpose ORDER BY month, purpose`,
  );
  const unknown = await rows(
    Unknown,
    `SELECT called AS name, toUInt32(uniqExact(person)) AS people FROM words WHERE purpose = ''
    GROUP BY name ORDER BY people DESC, name LIMIT ${MOST}`,
  );
  return {
    people: all?.people ?? 0,
    purposes: purposes.map(
      ({ id }) => states.find(({ purpose }) => purpose === id) ?? { purpose: id, yes: 0, no: 0 },
    ),
    months,
    unknown,
  };
}
