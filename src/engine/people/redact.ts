import { z } from "zod";
import { REDACTED } from "../../core/people/traces.ts";
import type { Engine } from "../port.ts";
import { hisSql, parametersOf, patternOf, type Subject } from "./subject.ts";

const texts = ["event", "place", "why", "how", "comment"] as const;
const key = "import, source, row, rule";

/**
 * Takes somebody's identifiers out of texts in the events of others. The rows are written anew beside
 * the table and change places: a mutation is kept as its text, which would hold what it takes out.
 * Returns how many rows that were.
 */
export async function redactEvents(engine: Engine, subject: Subject): Promise<number> {
  const { intake } = engine;
  const { ws } = subject;
  // What a crash left here is rows that are clean; some may not stand in the table again yet.
  const aside = `redacted_${ws}`;
  await intake.run(`CREATE TABLE IF NOT EXISTS ${aside} AS event`);
  const pattern = patternOf(subject);
  if (pattern !== null) {
    const clean = (text: string) => `replaceRegexpAll(${text}, {pattern:String}, '${REDACTED}')`;
    const mentions = [...texts, "toString(mapValues(attributes))"]
      .map((text) => `match(${text}, {pattern:String})`)
      .join(" OR ");
    await intake.run(
      `INSERT INTO ${aside} SELECT * REPLACE (
        ${texts.map((text) => `${clean(text)} AS ${text}`).join(", ")},
        mapApply((k, v) -> (k, ${clean("v")}), attributes) AS attributes)
      FROM (SELECT * FROM event WHERE ws = {ws:UInt32} AND NOT ${hisSql} AND (${mentions})
        AND (${key}) NOT IN (SELECT ${key} FROM ${aside}))`,
      { ...parametersOf(subject), pattern },
    );
  }
  const [found] = await intake.rows(
    z.object({ rows: z.number() }),
    `SELECT toUInt32(count()) AS rows FROM ${aside}`,
  );
  const rows = found?.rows ?? 0;
  if (rows > 0) {
    await intake.run(
      `ALTER TABLE event DELETE IN PARTITION ${ws}
      WHERE (${key}) IN (SELECT ${key} FROM ${aside})`,
      {},
      { settings: { mutations_sync: 2 } },
    );
    await intake.run(`INSERT INTO event SELECT * FROM ${aside}`);
  }
  await intake.run(`DROP TABLE ${aside} SYNC`);
  return rows;
}
