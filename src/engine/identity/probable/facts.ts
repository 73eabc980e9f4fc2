import { z } from "zod";
import { must } from "../../../core/assert.ts";
import { personFields, type PersonField } from "../../../core/identity/person-record.ts";
import { ownersSql } from "../../event/history.ts";
import type { Engine } from "../../port.ts";
import { readIdentifiers, type Identifier } from "../read-identifiers.ts";
import type { PersonColumns } from "./people.ts";

/** What is known of one person, for somebody who has to decide whether he is another. */
export type PersonFacts = {
  readonly person: string;
  /** Of each column the last value that any of his rows brought. */
  readonly told: Partial<Readonly<Record<PersonField, string>>>;
  readonly identifiers: readonly Identifier[];
  /** Systems that told of him. */
  readonly sources: readonly string[];
  readonly events: number;
  /** When the last of his events was; null without any. */
  readonly last: string | null;
};

const Owned = z.object({ identifier: z.string(), person: z.string() });
const Told = z.object({
  whose: z.string(),
  told: z.array(z.string()),
  sources: z.array(z.string()),
  events: z.number(),
  last: z.string(),
});

/** What is known of these people, of whom there are a few; in their order. */
export async function factsOf(
  engine: Engine,
  ws: number,
  columns: PersonColumns,
  people: readonly string[],
  signal?: AbortSignal,
): Promise<PersonFacts[]> {
  const { lookup } = engine;
  const linked = await lookup.rows(
    Owned,
    `SELECT identifier, person FROM link FINAL WHERE ws = {ws:UInt32} AND identifier IN (
      SELECT identifier FROM kin WHERE ws = {ws:UInt32} AND person IN {people:Array(UInt64)}
    ) AND person IN {people:Array(UInt64)}`,
    { ws, people: people.map(BigInt) },
    { signal },
  );
  const owner = new Map(people.map((person) => [person, person]));
  for (const { identifier, person } of linked) owner.set(identifier, person);
  const own = [...owner.keys()].map(BigInt);
  const texts = await readIdentifiers(lookup, { ws, hashes: own, reveal: true }, { signal });
  const fields = personFields.filter((field) => columns[field] !== undefined);
  const names = fields.map((field) => must(columns[field], "a column"));
  const latest = names.map(
    (_, nth) =>
      `argMaxIf(attributes[{names:Array(String)}[${nth + 1}]], (time, source, row, rule),
        attributes[{names:Array(String)}[${nth + 1}]] != '')`,
  );
  const near = "hasAny(who, {own:Array(UInt64)})";
  const listed = `SELECT arrayJoin(who) FROM event WHERE ws = {ws:UInt32} AND ${near}`;
  const rows = await lookup.rows(
    Told,
    `WITH owners AS (${ownersSql(near, listed)})
    SELECT toString(owners.person) AS whose, [${latest.join(", ")}]::Array(String) AS told,
      arraySort(groupUniqArray(toString(source))) AS sources,
      toUInt32(countIf(kind = 'event')) AS events, maxIf(time, kind = 'event') AS last
    FROM event JOIN owners ON owners.list = sipHash64(event.who)
    WHERE ws = {ws:UInt32} AND ${near} AND owners.person IN {people:Array(UInt64)}
    GROUP BY whose`,
    { ws, names, own, people: people.map(BigInt) },
    { signal },
  );
  return people.map((person) => {
    const found = rows.find(({ whose }) => whose === person);
    const identifiers = texts.filter(({ hash }) => owner.get(hash) === person);
    const told = fields.map((field, nth) => {
      const named = identifiers.find(({ kind }) => kind === names[nth]);
      return [field, found?.told[nth] || named?.value || ""] as const;
    });
    return {
      person,
      told: Object.fromEntries(told.filter(([, value]) => value !== "")),
      identifiers,
      sources: found?.sources ?? [],
      events: found?.events ?? 0,
      last: found && found.events > 0 ? found.last : null,
    };
  });
}
