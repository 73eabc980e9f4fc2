import { z } from "zod";
import { consentsFrom, Said, type Consent, type Purpose } from "../../core/people/consent.ts";
import { opened } from "../identity/pseudonym.ts";
import type { Engine } from "../port.ts";
import { BY, CONSENT, HOW, PAGE, TEXT } from "./consent-attributes.ts";
import { overOwnRows, ownIdentifiers, ownParameters, ownRowsSql, type Whose } from "./own-rows.ts";

/** Whose consent is asked, for what, and as of when: what is dated later does not count yet. */
export type ConsentAsked = Whose & {
  readonly purposes: readonly Purpose[];
  /** Epoch milliseconds. */
  readonly now: number;
};

const statements = `
  SELECT substring(name, ${CONSENT.length + 1}) AS purpose, word AS said, time,
    attributes['${TEXT}'] AS text, attributes['${HOW}'] AS how, toString(source) AS source,
    attributes['${BY}'] = '${PAGE}' AS page
  FROM ${ownRowsSql} AS own
  ARRAY JOIN mapKeys(attributes) AS name, mapValues(attributes) AS word
  WHERE startsWith(name, '${CONSENT}') AND word IN ('yes', 'no')
    AND time <= fromUnixTimestamp64Milli({now:Int64}, 'UTC')`;

/**
 * How a person stands to each purpose: his last word in any of the records that are his, whatever the
 * order in which they came in. Joined identifiers bring their words along and take them away again
 * when they are parted. Ask this when deciding and again when sending; `agreesTo` reads the answer.
 */
export async function consentOf(engine: Engine, asked: ConsentAsked): Promise<Consent[]> {
  const last = await overOwnRows(
    engine,
    Row,
    `SELECT purpose, last.1 AS said, last.2 AS time, last.3 AS text, last.4 AS how, last.5 AS source, page
    FROM (
      SELECT purpose, page,
        argMax((said, time, text, how, source), (time, said = 'no', text, how, source)) AS last
      FROM (${statements}) GROUP BY purpose, page
    ) ORDER BY purpose, page`,
    { ...ownParameters(asked, await ownIdentifiers(engine, asked)), now: String(asked.now) },
    { signal: asked.signal },
  );
  return consentsFrom(asked.purposes, last);
}

const Row = Said.extend({ page: z.coerce.boolean() });

/** Everything that a person ever said about any purpose, newest first; a run of the same word is told once, by its first. */
export async function consentHistory(
  engine: Engine,
  asked: Omit<ConsentAsked, "purposes">,
  most: number,
): Promise<Said[]> {
  return overOwnRows(
    engine,
    Row,
    `SELECT purpose, said, time, text, how, source, page FROM (
      SELECT *, lagInFrame(concat(said, ' ', text, toString(page)), 1, '') OVER (
        PARTITION BY purpose ORDER BY time, said = 'no', text, how, source, page
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before
      FROM (${statements})
    ) WHERE before != concat(said, ' ', text, toString(page)) ORDER BY time DESC, purpose, said LIMIT ${most}`,
    { ...ownParameters(asked, await ownIdentifiers(engine, asked)), now: String(asked.now) },
    { signal: asked.signal },
  );
}

/** What is to be kept of somebody's word. */
export type NewWord = {
  readonly ws: number;
  /** Draws apart what is said twice at one moment. */
  readonly id: string;
  readonly source: string;
  /** Epoch milliseconds. */
  readonly time: number;
  /**
   * Identifiers as they are compared, or hashes of those there are: a row for each, so that they join
   * nobody.
   */
  readonly who:
    | readonly { readonly kind: string; readonly value: string }[]
    | { readonly hashes: readonly bigint[] };
  /** Purpose → word. */
  readonly said: Readonly<Record<string, "yes" | "no">>;
  readonly text: string;
  readonly how: string;
};

/** Keeps what somebody said, on disk when it resolves. */
export async function keepWord(engine: Engine, word: NewWord): Promise<void> {
  const { ws, id, source, time, who, said, text, how } = word;
  const known = "hashes" in who;
  const from = known
    ? `(kind, ${opened("bytes")}) AS one FROM (
        SELECT any(kind) AS kind, any(sealed) AS bytes FROM identifier
        WHERE ws = {ws:UInt32} AND hash IN {hashes:Array(UInt64)} GROUP BY hash)`
    : "arrayJoin(arrayZip({kinds:Array(String)}, {values:Array(String)})) AS one";
  const names = Object.keys(said).map((purpose) => CONSENT + purpose);
  await engine.intake.run(
    `INSERT INTO load (ws, import, source, kind, id, time, who, attributes)
    SELECT {ws:UInt32}, 0, {source:String}, 'person', cityHash64({id:String}, one.1, one.2),
      fromUnixTimestamp64Milli({time:Int64}, 'UTC'), [one],
      mapFromArrays({names:Array(String)}, {words:Array(String)})
    FROM (SELECT ${from})`,
    {
      ws,
      source,
      id,
      time: String(time),
      names: [...names, TEXT, HOW],
      words: [...Object.values(said), text, how],
      ...(known ? { hashes: who.hashes } : written(who)),
    },
  );
}

function written(who: readonly { readonly kind: string; readonly value: string }[]) {
  return { kinds: who.map(({ kind }) => kind), values: who.map(({ value }) => value) };
}
