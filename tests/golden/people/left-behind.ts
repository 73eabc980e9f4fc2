import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { opened } from "../../../src/engine/identity/pseudonym.ts";
import type { Spoor } from "../../../src/server/compose.ts";

/** Every file under the data folder with one of the words in it, in plain or another form. */
export function inFiles(dataDir: string, sought: readonly string[]): string[] {
  const found: string[] = [];
  const walk = (folder: string) => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const stat = statSync(path, { throwIfNoEntry: false });
      if (stat?.isDirectory()) walk(path);
      else if (stat?.isFile()) {
        const bytes = readFileSync(path);
        const plain = bytes.toString("latin1").toLowerCase();
        for (const word of sought)
          if (
            plain.includes(word.toLowerCase()) ||
            plain.includes(Buffer.from(word).toString("hex")) ||
            bytes.includes(Buffer.from(word).toString("base64").slice(0, -4)) ||
            bytes.includes(Buffer.from(word, "utf16le"))
          )
            found.push(`${path.slice(dataDir.length)}: ${word}`);
      }
    }
  };
  walk(dataDir);
  return found;
}

/** Every table of both stores in full, sealed texts opened. */
export async function dump({ engine, documents }: Spoor, ws: number): Promise<string> {
  const anything = z.record(z.string(), z.unknown());
  const parts: unknown[] = [];
  for (const { name } of await engine.analysis.rows(
    z.object({ name: z.string() }),
    "SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree'",
  )) {
    const columns = await engine.analysis.rows(
      z.object({ name: z.string() }),
      "SELECT name FROM system.columns WHERE database = currentDatabase() AND table = {name:String}",
      { name },
    );
    const has = (column: string) => columns.some((each) => each.name === column);
    const what = has("sealed") ? `* EXCEPT (sealed), ${opened("sealed")} AS text` : "*";
    const rows = await engine.analysis.rows(
      anything,
      `SELECT ${what} FROM ${name} ${has("ws") ? `WHERE ws = ${ws}` : ""}`,
    );
    parts.push([name, rows]);
  }
  for (const { name } of await documents.query(
    z.object({ name: z.string() }),
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  ))
    parts.push([
      name,
      await documents.query(anything, `SELECT to_jsonb(one) AS row FROM "${name}" AS one`),
    ]);
  return JSON.stringify(parts).toLowerCase();
}
