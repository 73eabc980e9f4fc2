import type { PersonRecord } from "../../../core/identity/person-record.ts";
import { z } from "zod";
import type { Lane } from "../../port.ts";

/** Working tables of one search; they are dropped when it is over. */
export type Tables = {
  /** Records as they come in, in standard form. */
  readonly incoming: string;
  /** Blocks too large to compare, by rule. */
  readonly large: string;
  /** Records with their block keys, and how often their values occur. */
  readonly record: string;
  readonly link: string;
};

/** Tables named after a search: two at once have two names. */
export function tablesOf(search: string): Tables {
  const named = (what: string) => `probable_${what}_${search}`;
  return {
    incoming: named("incoming"),
    large: named("large"),
    record: named("record"),
    link: named("link"),
  };
}

export async function dropTables(lane: Lane, tables: Tables): Promise<void> {
  for (const table of Object.values(tables)) await lane.run(`DROP TABLE IF EXISTS ${table} SYNC`);
}

/** Drops what a search left that a crash cut short: names and addresses stand in it as they are. */
export async function dropLeftTables(lane: Lane): Promise<void> {
  const left = await lane.rows(
    z.object({ name: z.string() }),
    "SELECT name FROM system.tables WHERE database = currentDatabase() AND match(name, '^probable_(incoming|large|record)_')",
  );
  for (const { name } of left) await lane.run(`DROP TABLE IF EXISTS ${name} SYNC`);
}

/** The text columns of a record, and what stands in them. */
export const texts = [
  ["ref", (record) => record.ref],
  ["given", (record) => record.given],
  ["initials", (record) => record.initials],
  ["given_sound", (record) => record.givenSound],
  ["surname", (record) => record.surname],
  ["surname_sound", (record) => record.surnameSound],
  ["prefix", (record) => record.prefix],
  ["birth", (record) => record.birth],
  ["postcode", (record) => record.postcode],
  ["house", (record) => record.house],
  ["addition", (record) => record.addition],
  ["street", (record) => record.street],
  ["place", (record) => record.place],
  ["phone", (record) => record.phone],
  ["email", (record) => record.email],
  ["number", (record) => record.number],
] as const satisfies readonly (readonly [string, (record: PersonRecord) => string])[];

/** All columns of a record, with their types. */
export const recordColumns = `${texts.map(([name]) => `${name} String`).join(", ")}, parts Array(String)`;
