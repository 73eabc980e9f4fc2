import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { Engine, Limits, Parameters } from "../port.ts";

export type DuplicateTask = {
  readonly ws: number;
  readonly import: number;
  readonly source: string;
  /** Are rows that are the same in every column one event, or as many as there are? */
  readonly identicalRows: "one" | "separate";
};

/** Ids looked at in one go; each takes some 30 bytes of memory. */
const bucket = 4_000_000;

const Count = z.object({ count: z.number() });
const Found = z.object({ all: z.number(), within: z.number() });

export type Dropped = {
  readonly all: number;
  /** Of these, how many no earlier import had stored: the same row stood in the files twice. */
  readonly within: number;
};

/**
 * Takes those events of an import out that its source had told before, and tells how many. The
 * earliest stays. With `separate`, of k equal rows as many go as earlier imports had stored.
 * Memory is bounded: ids are looked at a bucket at a time.
 */
export async function dropDuplicates(
  engine: Engine,
  task: DuplicateTask,
  limits: Limits = {},
): Promise<Dropped> {
  const { intake } = engine;
  const count = async (what: string, where: string, parameters: Parameters) => {
    const sql = `SELECT toUInt32(${what}) AS count FROM event WHERE ${where}`;
    return must((await intake.rows(Count, sql, parameters, limits))[0], "the count").count;
  };
  const all: Parameters = { ws: task.ws, import: task.import, source: task.source };
  const stored = await count("count()", inSource, all);
  const earlier = stored - (await count("count()", `${inSource} AND ${own}`, all));
  if (earlier === 0 && task.identicalRows === "separate") return { all: 0, within: 0 };

  const buckets = Math.max(1, Math.ceil(stored / bucket));
  const dropped = { all: 0, within: 0 };
  for (let index = 0; index < buckets; index += 1) {
    const parameters = { ...all, buckets, index };
    const repeated = await count(
      "count() - uniqExact(id)",
      `${inSource} AND ${inBucket}`,
      parameters,
    );
    if (repeated === 0) continue;
    const found = surplus(task.identicalRows);
    const [rows] = await intake.rows(
      Found,
      `SELECT toUInt32(count()) AS all, toUInt32(countIf(before = 0)) AS within FROM (${found})`,
      parameters,
      limits,
    );
    if (!rows || rows.all === 0) continue;
    await intake.run(
      `ALTER TABLE event DELETE IN PARTITION ${task.ws} WHERE ${inSource} AND ${own} AND ${inBucket} AND (row, rule) IN (SELECT row, rule FROM (${found}))`,
      parameters,
      { ...limits, settings: { mutations_sync: 2 } },
    );
    dropped.all += rows.all;
    dropped.within += rows.within;
  }
  return dropped;
}

const inSource = "ws = {ws:UInt32} AND source = {source:String}";
const own = "import = {import:UInt32}";
const inBucket = "id % {buckets:UInt32} = {index:UInt32}";

/** Rows of the import that go: `row` and `rule` are one of its events. */
function surplus(identicalRows: DuplicateTask["identicalRows"]): string {
  const kept =
    identicalRows === "one" ? "if(before > 0, 0, 1)" : "greatest(length(rows) - before, 0)";
  return `SELECT arrayJoin(arraySlice(rows, ${kept} + 1)) AS row, rule, before FROM (
    SELECT rule, toInt64(countIf(NOT (${own}))) AS before, arraySort(groupArrayIf(row, ${own})) AS rows
    FROM event WHERE ${inSource} AND ${inBucket} GROUP BY id, rule HAVING count() > 1 AND notEmpty(rows)
  )`;
}
