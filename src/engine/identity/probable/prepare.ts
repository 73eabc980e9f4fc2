import { z } from "zod";
import { assert, must } from "../../../core/assert.ts";
import { compared, type Compared } from "../../../core/identity/comparison.ts";
import type { Lane } from "../../port.ts";
import { blockRules, DEPTHS, keySql } from "./blocks.ts";
import { recordColumns, texts, type Tables } from "./tables.ts";

/** What a record has to agree on for the best level, whose rarity is weighed; empty when unknown. */
const values: Readonly<Record<Compared, string>> = {
  given: "given",
  surname: "surname",
  birth: "birth",
  address: "if(postcode != '' AND house != '', concat(postcode, ' ', house), '')",
  phone: "phone",
  email: "email",
  number: "number",
};

/** What became of one rule: blocks that were divided, and records that are in none because of that. */
export type Blocked = { readonly rule: string; readonly divided: number; readonly leftOut: number };

/** The records as they are compared. */
export type Prepared = {
  readonly records: number;
  /** Of these, how many tell something of each comparison. */
  readonly known: readonly number[];
  readonly blocked: readonly Blocked[];
};

/**
 * Gives every record its block keys and how often its values occur. A block of more than `limit` records
 * is divided by further values; who is then still in too large a block is left out of that rule.
 */
export async function prepare(
  lane: Lane,
  tables: Tables,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<Prepared> {
  const limits = { signal, seconds: 3600 };
  await findLarge(lane, tables, limit, signal);
  const keys = blockRules.map((rule, nth) => {
    const large = `(SELECT key FROM ${tables.large} WHERE rule = ${nth})`;
    const depths = Array.from({ length: DEPTHS }, (_, depth) => keySql(rule, depth));
    return `multiIf(${depths.map((key) => `${key} NOT IN ${large}, ${key}`).join(", ")}, 0)`;
  });
  const counts = compared.map((name) => {
    const hash = `cityHash64(${values[name]})`;
    return {
      column: `if(${values[name]} = '', 0, greatest(often_${name}.records, 1)) AS count_${name}`,
      join: `LEFT ANY JOIN (
        SELECT ${hash} AS hash, toUInt32(count()) AS records FROM ${tables.incoming}
        WHERE ${values[name]} != '' GROUP BY hash HAVING records > 1
      ) AS often_${name} ON often_${name}.hash = ${hash}`,
    };
  });
  await lane.run(
    `CREATE TABLE ${tables.record} (
      id UInt64, keys Array(UInt64), ${compared.map((name) => `count_${name} UInt32`).join(", ")}, ${recordColumns}
    ) ENGINE = MergeTree ORDER BY id`,
  );
  await lane.run(
    `INSERT INTO ${tables.record}
    SELECT cityHash64(ref) AS id, [${keys.join(", ")}] AS keys,
      ${counts.map(({ column }) => column).join(", ")},
      ${texts.map(([name]) => name).join(", ")}, parts
    FROM ${tables.incoming} AS incoming ${counts.map(({ join }) => join).join("\n")}`,
    {},
    { ...limits, settings: { max_block_size: 16_384 } },
  );
  return summary(lane, tables, signal);
}

/** Notes the blocks with more than `limit` records, and of their parts those that are still as large. */
async function findLarge(
  lane: Lane,
  { incoming, large }: Tables,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  await lane.run(
    `CREATE TABLE ${large} (rule UInt8, depth UInt8, key UInt64) ENGINE = MergeTree ORDER BY (rule, key)`,
  );
  let dividing = blockRules.map((_, nth) => nth);
  for (let depth = 0; depth < DEPTHS; depth += 1) {
    for (const nth of dividing) {
      const rule = must(blockRules[nth], "a rule");
      const inLarge =
        depth === 0
          ? "1"
          : `${keySql(rule, depth - 1)} IN (SELECT key FROM ${large} WHERE rule = ${nth} AND depth = ${depth - 1})`;
      await lane.run(
        `INSERT INTO ${large}
        SELECT ${nth}, ${depth}, ${keySql(rule, depth)} AS key FROM ${incoming}
        WHERE key != 0 AND ${inLarge} GROUP BY key HAVING count() > ${rule.limit ?? limit}`,
        {},
        { signal, seconds: 3600 },
      );
    }
    const rows = await lane.rows(
      z.object({ rule: z.number() }),
      `SELECT DISTINCT rule FROM ${large} WHERE depth = ${depth} ORDER BY rule`,
      {},
      { signal },
    );
    dividing = rows.map(({ rule }) => rule);
  }
}

async function summary(
  lane: Lane,
  tables: Tables,
  signal: AbortSignal | undefined,
): Promise<Prepared> {
  const leftOut = blockRules.map(
    (rule, nth) => `toUInt32(countIf(keys[${nth + 1}] = 0 AND ${keySql(rule, 0)} != 0))`,
  );
  const divided = blockRules.map(
    (_, nth) => `toUInt32((SELECT count() FROM ${tables.large} WHERE rule = ${nth} AND depth = 0))`,
  );
  const known = compared.map((name) => `toUInt32(countIf(count_${name} > 0))`);
  const rows = await lane.rows(
    z.object({
      records: z.number(),
      distinct: z.number(),
      known: z.array(z.number()),
      leftOut: z.array(z.number()),
      divided: z.array(z.number()),
    }),
    `SELECT toUInt32(count()) AS records, toUInt32(uniqExact(id)) AS distinct,
      [${known.join(", ")}] AS known, [${leftOut.join(", ")}] AS leftOut, [${divided.join(", ")}] AS divided
    FROM ${tables.record}`,
    {},
    { signal, seconds: 3600 },
  );
  const found = must(rows[0], "the counts of the records");
  assert(found.records === found.distinct, "no two records are called the same");
  // A rule with a limit of its own is meant for small sets only: without it nothing is missed.
  const blocked = blockRules.map(({ name, limit }, nth) => ({
    rule: name,
    divided: limit === undefined ? must(found.divided[nth], "the divided blocks") : 0,
    leftOut: limit === undefined ? must(found.leftOut[nth], "the records left out") : 0,
  }));
  return { records: found.records, known: found.known, blocked };
}
