import { z } from "zod";
import { opened } from "../identity/pseudonym.ts";
import type { Engine } from "../port.ts";
import { patternOf, type Subject } from "./subject.ts";

/** Of one table: rows in which he is named or meant; `searched` rows were looked at. */
export type Remains = { readonly table: string; readonly searched: number; readonly found: number };

const Column = z.object({ table: z.string(), name: z.string(), type: z.string() });
const Counts = z.object({ searched: z.coerce.number(), found: z.coerce.number() });

/** Tables that are meant to know the hashes of people who are gone. */
const meant = new Set(["tombstone", "objection"]);
/** Columns in which hashes stand for identifiers, people and journeys. */
export const aboutPeople = /^(hash|identifier|person|journey|actor|who|a|b)$/;

/**
 * Looks for somebody in every table there is, row by row, through the engine: in its texts, those that
 * are sealed included, and by his hashes. Its tables are asked for, so that one that is added is not
 * forgotten.
 */
export async function findRemains(engine: Engine, subject: Subject): Promise<Remains[]> {
  const { intake } = engine;
  const { ws, own, journeys } = subject;
  const pattern = patternOf(subject);
  const columns = await intake.rows(
    Column,
    `SELECT columns.table AS table, columns.name AS name, columns.type AS type
    FROM system.columns AS columns
    JOIN system.tables AS tables ON tables.database = columns.database AND tables.name = columns.table
    WHERE columns.database = currentDatabase() AND tables.engine LIKE '%MergeTree' ORDER BY table, name`,
  );
  const tables = Map.groupBy(columns, ({ table }) => table);
  const remains: Remains[] = [];
  for (const [table, all] of tables) {
    if (!all.some(({ name }) => name === "ws")) continue;
    const tests = all.flatMap(({ name, type }) => {
      const column = `\`${name}\``;
      if (pattern !== null && type.includes("String")) {
        const text = name === "sealed" ? opened(column) : `toString(${column})`;
        return [`match(${text}, {pattern:String})`];
      }
      if (meant.has(table) || !aboutPeople.test(name) || table === "trait") return [];
      if (type === "UInt64") return [`has({hashes:Array(UInt64)}, ${column})`];
      return type === "Array(UInt64)" ? [`hasAny(${column}, {hashes:Array(UInt64)})`] : [];
    });
    const [counts] = await intake.rows(
      Counts,
      `SELECT count() AS searched, countIf(${tests.length > 0 ? tests.join(" OR ") : "0"}) AS found
      FROM \`${table}\` WHERE ws = {ws:UInt32}`,
      { ws, pattern: pattern ?? "", hashes: [...own, ...journeys] },
    );
    if (counts) remains.push({ table, ...counts });
  }
  return remains;
}
