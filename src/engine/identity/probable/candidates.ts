import { z } from "zod";
import { must } from "../../../core/assert.ts";
import { compared, levelNumber, type Compared } from "../../../core/identity/comparison.ts";
import {
  priorBits,
  weight,
  type Model,
  type Pattern,
  type Population,
} from "../../../core/identity/fellegi-sunter.ts";
import type { Lane } from "../../port.ts";
import { blockRules, DEPTHS, givenAt } from "./blocks.ts";
import { levelsOf, levelsSql } from "./levels.ts";
import type { Tables } from "./tables.ts";

type Context = {
  readonly lane: Lane;
  readonly tables: Tables;
  readonly signal: AbortSignal | undefined;
};

/** Memory of one statement that compares pairs, in bytes. */
const MEMORY = 1_500_000_000;

/** Records whose blocks are compared in one statement: one side of them is held in memory. */
const RECORDS_AT_ONCE = 400_000;

const limitsOf = ({ signal }: Context) => ({
  signal,
  seconds: 3600,
  memory: MEMORY,
  // A joined row is wide: few at a time.
  settings: { max_block_size: 8192, max_joined_block_size_rows: 16_384 },
});

/**
 * The patterns of pairs taken at random: all pairs of a few records, or within groups that chance made
 * of those with the smallest hashes.
 */
export async function randomPatterns(
  context: Context,
  records: number,
  wanted: number,
): Promise<Pattern[]> {
  const { lane, tables } = context;
  const drawn = Math.min(records, 20_000);
  const groups = Math.max(1, Math.floor((drawn * (drawn - 1)) / 2 / wanted));
  const side = `(SELECT *, cityHash64(id) % ${groups} AS lot
    FROM (SELECT * FROM ${tables.record} ORDER BY id LIMIT ${drawn}))`;
  const rows = await lane.rows(
    z.object({ pattern: z.number(), pairs: z.number() }),
    `SELECT pattern, toUInt32(count()) AS pairs FROM (
      SELECT ${levelsSql} FROM ${side} AS a JOIN ${side} AS b ON b.lot = a.lot WHERE a.id < b.id
    ) GROUP BY pattern ORDER BY pattern`,
    {},
    limitsOf(context),
  );
  return rows.map(({ pattern, pairs }) => ({ levels: levelsOf(pattern), pairs }));
}

export type RulePairs = { readonly rule: string; readonly pairs: number; readonly records: number };

/** How many pairs each rule has to compare, and from how many records. */
export async function countPairs(context: Context): Promise<RulePairs[]> {
  const { lane, tables } = context;
  const found: RulePairs[] = [];
  for (const [nth, { name }] of blockRules.entries()) {
    const rows = await lane.rows(
      z.object({ pairs: z.number(), records: z.number() }),
      `SELECT toFloat64(sum(size * (size - 1) / 2)) AS pairs, toFloat64(sum(size)) AS records FROM (
        SELECT count() AS size FROM ${tables.record} WHERE keys[${nth + 1}] != 0
        GROUP BY keys[${nth + 1}] HAVING size > 1)`,
      {},
      limitsOf(context),
    );
    found.push({ rule: name, ...must(rows[0], "the pairs of a rule") });
  }
  return found;
}

/** Pairs of one rule as SQL: the records `a` and `b`. */
function pairsSql({ tables }: Context, nth: number, blocks: string): string {
  const side = `(SELECT *, keys[${nth + 1}] AS key FROM ${tables.record} WHERE key != 0 AND ${blocks})`;
  return `FROM ${side} AS a JOIN ${side} AS b ON a.key = b.key WHERE a.id < b.id`;
}

/** Has a rule before this one met the pair? */
function metSql(nth: number): string {
  if (nth === 0) return "toUInt8(0)";
  const [a, b] = ["a", "b"].map((end) => `arraySlice(${end}.keys, 1, ${nth})`);
  return `toUInt8(arrayExists((x, y) -> x != 0 AND x = y, ${a}, ${b}))`;
}

/**
 * The patterns of the candidates, by rule and by how its blocks were divided. Of a rule with more than
 * `most` pairs some blocks stand for all of them, chosen by hash. Where everyone is compared with
 * everyone, `random` holds those pairs already.
 */
export async function blockedPatterns(
  context: Context,
  rules: readonly RulePairs[],
  random: readonly Pattern[],
  most: number,
): Promise<{ populations: Population[]; found: readonly Pattern[] }> {
  const populations: Population[] = [];
  const found: Pattern[] = [];
  const row = z.object({
    depth: z.number(),
    met: z.number(),
    pattern: z.number(),
    pairs: z.number(),
  });
  for (const [nth, rule] of blockRules.entries()) {
    const { pairs } = must(rules[nth], "a rule's pairs");
    if (pairs === 0) continue;
    if (rule.by.length === 0) {
      const everyone = { patterns: random, given: new Set<number>() };
      return { populations: [...populations, everyone], found: random };
    }
    const thousandths = Math.ceil(Math.min(1, most / pairs) * 1000);
    const rows = await context.lane.rows(
      row,
      `SELECT depth, met, pattern, toUInt32(count()) AS pairs FROM (
        SELECT toUInt8(bitAnd(a.key, 3)) AS depth, ${metSql(nth)} AS met, ${levelsSql}
        ${pairsSql(context, nth, `cityHash64(key) % 1000 < ${thousandths}`)}
      ) GROUP BY depth, met, pattern ORDER BY depth, met, pattern`,
      {},
      limitsOf(context),
    );
    for (let depth = 0; depth < DEPTHS; depth += 1) {
      const patterns = new Map<number, number>();
      for (const each of rows.filter((one) => one.depth === depth))
        patterns.set(each.pattern, (patterns.get(each.pattern) ?? 0) + each.pairs);
      if (patterns.size > 0)
        populations.push({
          patterns: [...patterns].map(([code, count]) => ({
            levels: levelsOf(code),
            pairs: count,
          })),
          given: new Set(givenAt(rule, depth).map((name) => compared.indexOf(name))),
        });
    }
    for (const each of rows)
      if (each.met === 0)
        found.push({ levels: levelsOf(each.pattern), pairs: (each.pairs * 1000) / thousandths });
  }
  return { populations, found };
}

/**
 * What a rare value adds to the weight of the best level, in bits, and a frequent one takes away: the
 * chance that another record has it by chance is (c − 1)/(n + 1/u) for a value that c of n records have,
 * c at least 2, drawn towards the average u as far as n is small.
 */
function raritySql(model: Model, known: readonly number[], name: Compared): string {
  const at = compared.indexOf(name);
  const u = must(model.u[at]?.[0], "the u of the best level");
  const base = Math.log2(u * must(known[at], "the known records") + 1);
  const best = levelNumber(name, "same");
  return `if(level_${name} = ${best}, ${base} - log2(greatest(a.count_${name} - 1, 1)), 0)`;
}

/** Writes the pairs of at least `least` bits to the table of links. Returns nothing; the table tells. */
export async function writeLinks(
  context: Context,
  rules: readonly RulePairs[],
  model: Model,
  known: readonly number[],
  least: number,
  onRule: (done: number) => void,
): Promise<void> {
  const { lane, tables } = context;
  await lane.run(
    `CREATE TABLE ${tables.link} (a UInt64, b UInt64, pattern UInt32, rarity Array(Float32), weight Float64)
    ENGINE = MergeTree ORDER BY (a, b)`,
  );
  const weights = compared.map((name, at) => {
    const of = must(model.m[at], "the levels").map((_, level) => weight(model, at, level + 1));
    return `arrayElement([0, ${of.join(", ")}], level_${name} + 1)`;
  });
  const rarity = compared.map((name) => raritySql(model, known, name));
  for (const [nth] of blockRules.entries()) {
    const { pairs, records } = must(rules[nth], "a rule's pairs");
    if (pairs === 0) continue;
    const slices = Math.ceil(records / RECORDS_AT_ONCE);
    for (let slice = 0; slice < slices; slice += 1) {
      const some = slices === 1 ? "1" : `intDiv(key, 4) % ${slices} = ${slice}`;
      await lane.run(
        `INSERT INTO ${tables.link}
        SELECT id_a, id_b, pattern, rarity, weight FROM (
          SELECT a.id AS id_a, b.id AS id_b, ${levelsSql}, [${rarity.join(", ")}] AS rarity,
            ${priorBits(model)} + ${weights.join(" + ")} + arraySum(rarity) AS weight
          ${pairsSql(context, nth, some)} AND NOT ${metSql(nth)}
        ) WHERE weight >= ${least}`,
        {},
        limitsOf(context),
      );
    }
    onRule((nth + 1) / blockRules.length);
  }
}
