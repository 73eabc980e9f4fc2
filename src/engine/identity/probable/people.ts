import { z } from "zod";
import { must } from "../../../core/assert.ts";
import { guessPersonColumns } from "../../../core/identity/person-columns.ts";
import {
  personFields,
  type PersonField,
  type RawPerson,
} from "../../../core/identity/person-record.ts";
import { ownersSql } from "../../event/history.ts";
import { objectingSql } from "../../people/objection.ts";
import { opened } from "../pseudonym.ts";
import type { Engine } from "../../port.ts";

/** What about a person stands in which attribute or kind of identifier. */
export type PersonColumns = Partial<Readonly<Record<PersonField, string>>>;

const PEOPLE_AT_ONCE = 50_000;

/** What the workspace knows of people, by the names of its attributes and kinds of identifiers. */
export async function personColumns(
  engine: Engine,
  ws: number,
  signal?: AbortSignal,
): Promise<PersonColumns> {
  const rows = await engine.analysis.rows(
    z.object({ name: z.string() }),
    `SELECT DISTINCT name FROM (
      SELECT arrayJoin(mapKeys(attributes)) AS name FROM event WHERE ws = {ws:UInt32}
      UNION ALL
      SELECT DISTINCT kind AS name FROM identifier WHERE ws = {ws:UInt32}
    ) ORDER BY name`,
    { ws },
    { signal },
  );
  return guessPersonColumns(rows.map(({ name }) => name));
}

/**
 * Every person of a workspace as a record, `ref` is his id: of each column the last value that any of his
 * rows brought, or else his identifier of that kind. Who objects is compared with nobody.
 */
export async function* people(
  engine: Engine,
  ws: number,
  columns: PersonColumns,
  signal?: AbortSignal,
): AsyncGenerator<readonly RawPerson[]> {
  const fields = personFields.filter((field) => columns[field] !== undefined);
  const names = fields.map((field) => must(columns[field], "a column"));
  const { intake } = engine;
  const size = await intake.rows(
    z.object({ identifiers: z.number() }),
    "SELECT toUInt32(uniq(hash)) AS identifiers FROM identifier WHERE ws = {ws:UInt32}",
    { ws },
    { signal },
  );
  const slices = Math.ceil(must(size[0], "the identifiers").identifiers / PEOPLE_AT_ONCE);
  const told = names.map(
    (_, nth) =>
      `argMaxIf(attributes[{names:Array(String)}[${nth + 1}]], (time, source, row, rule),
        attributes[{names:Array(String)}[${nth + 1}]] != '')`,
  );
  const identified = names.map(
    (_, nth) => `minIf(${opened("sealed")}, kind = {names:Array(String)}[${nth + 1}])`,
  );
  for (let slice = 0; slice < slices; slice += 1) {
    const rows = await intake.rows(
      z.object({ ref: z.string(), told: z.array(z.string()), known: z.array(z.string()) }),
      `WITH owners AS (${ownersSql("1", null)})
      SELECT toString(whose) AS ref, told, known FROM (
        SELECT owners.person AS whose, [${told.join(", ")}] AS told
        FROM event JOIN owners ON owners.list = sipHash64(event.who)
        WHERE ws = {ws:UInt32} AND notEmpty(who) AND owners.person % {slices:UInt32} = {slice:UInt32}
          AND owners.person NOT IN (${objectingSql})
        GROUP BY whose
      ) AS facts
      LEFT JOIN (
        SELECT if(linked.identifier = hash, linked.person, hash) AS person, [${identified.join(", ")}] AS known
        FROM identifier LEFT JOIN (
          SELECT identifier, person FROM link FINAL WHERE ws = {ws:UInt32}
        ) AS linked ON linked.identifier = hash
        WHERE ws = {ws:UInt32} AND kind IN {names:Array(String)} GROUP BY person
      ) AS own ON own.person = facts.whose
      ORDER BY ref`,
      { ws, names, slices, slice },
      { signal },
    );
    yield rows.map(({ ref, told: facts, known }) => ({
      ref,
      ...Object.fromEntries(fields.map((field, nth) => [field, facts[nth] || known[nth] || ""])),
    }));
  }
}
