import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Truth } from "../../../src/core/demo/truth.ts";
import { readMapping } from "../../../src/core/event/mapping-file.ts";
import { readJourney } from "../../../src/core/map/file.ts";
import type { Filter } from "../../../src/core/question/filter.ts";
import type { Asked } from "../../../src/engine/question/asked.ts";
import { writeDemo } from "../../../src/server/demo/write.ts";
import { opened } from "../../../src/engine/identity/pseudonym.ts";
import { openStores } from "../import/stores.ts";

const example = (name: string) =>
  readFile(new URL(`../../../examples/energy/${name}`, import.meta.url), "utf8");

/** A demo set, written, imported into stores of its own, and ready to be asked. */
export async function openDemo(customers: number, seed = 1) {
  const stores = await openStores();
  const folder = join(stores.dataDir, "demo");
  const paths = await writeDemo(folder, { customers, seed });
  const truth = Truth.parse(JSON.parse(await readFile(join(folder, "truth.json"), "utf8")));
  const journey = readJourney(await example("switching.journey.yaml"));
  const { slug, id: ws } = await stores.workspace();
  const status = await stores.import(slug, paths, readMapping(await example("mapping.yaml")));
  const segments = Object.fromEntries(truth.personas.map(({ id, predicate }) => [id, predicate]));
  return {
    stores,
    truth,
    journey,
    status,
    engine: stores.deps.engine,
    ask: (filter: Filter = {}): Asked => ({ ws, filter, segments }),
    /** Rows of a table per source. */
    async perSource(table: "event" | "quarantine") {
      const sql = `SELECT source, toUInt32(count()) AS rows FROM ${table} GROUP BY source`;
      const found = await stores.deps.engine.analysis.rows(SourceRows, sql);
      return new Map(found.map(({ source, rows }) => [source, rows]));
    },
    /** `kind value` → the person it was resolved to; shared identifiers are nobody's and left out. */
    async people() {
      const found = await stores.deps.engine.analysis.rows(
        Owned,
        `SELECT DISTINCT kind, ${opened("sealed")} AS value, if(linked.build = 0, hash, linked.person) AS person
        FROM identifier
        LEFT JOIN (SELECT identifier, person, build FROM link FINAL) AS linked
          ON linked.identifier = hash
        WHERE person != 0`,
      );
      return new Map(found.map(({ kind, value, person }) => [`${kind} ${value}`, person]));
    },
  };
}
export type Demo = Awaited<ReturnType<typeof openDemo>>;

const SourceRows = z.object({ source: z.string(), rows: z.number() });
const Owned = z.object({ kind: z.string(), value: z.string(), person: z.string() });
