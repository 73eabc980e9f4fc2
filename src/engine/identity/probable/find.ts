import { z } from "zod";
import { estimate, probability, type Model } from "../../../core/identity/fellegi-sunter.ts";
import type { RawPerson, Reading } from "../../../core/identity/person-record.ts";
import {
  standing,
  SURE,
  WORTH_A_LOOK,
  type ProbableLink,
  type RuleReport,
} from "../../../core/identity/probable-link.ts";
import type { Engine } from "../../port.ts";
import { blockedPatterns, countPairs, randomPatterns, writeLinks } from "./candidates.ts";
import { levelsTold, reasonsOf } from "./reasons.ts";
import { prepare } from "./prepare.ts";
import { dropTables, tablesOf } from "./tables.ts";
import { takeIn } from "./take-in.ts";

export type Search = {
  /** Name of the search, for its working tables: letters, digits, underscores. */
  readonly name: string;
  readonly people: AsyncIterable<readonly RawPerson[]>;
  readonly reading?: Reading;
  /** Pairs below this probability are not kept. */
  readonly least?: number;
  /** Records in a block that are still all compared with each other. */
  readonly blockLimit?: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (share: number) => void;
};

export type FoundLinks = AsyncDisposable & {
  readonly records: number;
  readonly model: Model;
  readonly rules: readonly RuleReport[];
  /** How many links there are of either standing. */
  count(): Promise<{ sure: number; review: number }>;
  /** Keeps the links of a workspace in place of those of the search before; `ref` must be a person's id. */
  keep(ws: number): Promise<void>;
  /** Links from the most probable on. */
  list(page: { limit: number; offset?: number }): Promise<ProbableLink[]>;
};

/** From these u is estimated; the chance of an agreement that was never among them counts as one in as many. */
const RANDOM_PAIRS = 1_000_000;
/** From so many of each rule m is estimated. */
const TRAINING_PAIRS = 500_000;

/**
 * Finds records that are probably one person, by Fellegi and Sunter's weights, estimated from the
 * records themselves. Same records, same answer, in whatever order they come. Memory stays bounded: all
 * that grows with the records lies in working tables, which go when the answer is disposed of.
 */
export async function findLinks(engine: Engine, search: Search): Promise<FoundLinks> {
  const { signal, onProgress = () => undefined, least = WORTH_A_LOOK, blockLimit = 30 } = search;
  const lane = engine.intake;
  const tables = tablesOf(search.name);
  await dropTables(lane, tables);
  const context = { lane, tables, signal };
  try {
    await takeIn(lane, tables, search.people, search.reading ?? {}, signal);
    onProgress(0.1);
    const { records, known, blocked } = await prepare(lane, tables, blockLimit, signal);
    onProgress(0.2);
    const rules = await countPairs(context);
    const random = await randomPatterns(context, records, RANDOM_PAIRS);
    const { populations, found } = await blockedPatterns(context, rules, random, TRAINING_PAIRS);
    const model = estimate(random, populations, found, (records * (records - 1)) / 2);
    onProgress(0.4);
    const bits = Math.log2(least / (1 - least));
    await writeLinks(context, rules, model, known, bits, (share) => onProgress(0.4 + 0.6 * share));
    return {
      records,
      model,
      rules: blocked.map((rule, nth) => ({ ...rule, pairs: rules[nth]?.pairs ?? 0 })),
      async count() {
        const rows = await lane.rows(
          z.object({ pattern: z.number(), certain: z.number(), links: z.number() }),
          `SELECT pattern, toUInt32(countIf(weight >= {bits:Float64})) AS certain, toUInt32(count()) AS links
          FROM ${tables.link} GROUP BY pattern`,
          { bits: Math.log2(SURE / (1 - SURE)) },
          { signal },
        );
        const links = rows.reduce((sum, row) => sum + row.links, 0);
        const sure = rows
          .filter(({ pattern }) => standing(1, levelsTold(pattern)) === "sure")
          .reduce((sum, { certain }) => sum + certain, 0);
        return { sure, review: links - sure };
      },
      async keep(ws) {
        const rows = await lane.rows(
          z.object({ pattern: z.number() }),
          `SELECT DISTINCT pattern FROM ${tables.link}`,
          {},
          { signal },
        );
        const clear = rows
          .map(({ pattern }) => pattern)
          .filter((pattern) => standing(1, levelsTold(pattern)) === "sure");
        await lane.run(`ALTER TABLE likely DROP PARTITION ${ws}`, {}, { signal });
        await lane.run(
          `INSERT INTO likely (ws, a, b, weight, sure, pattern, rarity)
          SELECT {ws:UInt32}, least(x, y), greatest(x, y), weight,
            weight >= {bits:Float64} AND has({clear:Array(UInt32)}, pattern), pattern, rarity
          FROM (
            SELECT toUInt64(first.ref) AS x, toUInt64(second.ref) AS y, weight, pattern, rarity
            FROM ${tables.link} AS found
            JOIN (SELECT id, ref FROM ${tables.record}) AS first ON first.id = found.a
            JOIN (SELECT id, ref FROM ${tables.record}) AS second ON second.id = found.b
          )`,
          { ws, clear, bits: Math.log2(SURE / (1 - SURE)) },
          { signal, seconds: 3600 },
        );
      },
      async list({ limit, offset = 0 }) {
        const rows = await lane.rows(
          Row,
          `WITH page AS (
            SELECT * FROM ${tables.link}
            ORDER BY weight DESC, a, b LIMIT {limit:UInt32} OFFSET {offset:UInt32}
          ), named AS (
            SELECT id, ref FROM ${tables.record}
            WHERE id IN (SELECT a FROM page) OR id IN (SELECT b FROM page)
          )
          SELECT first.ref AS a, second.ref AS b, pattern, rarity, weight
          FROM page JOIN named AS first ON first.id = page.a JOIN named AS second ON second.id = page.b
          ORDER BY weight DESC, page.a, page.b`,
          { limit, offset },
          { signal },
        );
        return rows.map((row) => told(row, model));
      },
      [Symbol.asyncDispose]: () => dropTables(lane, tables),
    };
  } catch (error) {
    await dropTables(lane, tables);
    throw error;
  }
}

const Row = z.object({
  a: z.string(),
  b: z.string(),
  pattern: z.number(),
  rarity: z.array(z.number()),
  weight: z.number(),
});

function told({ pattern, rarity, ...row }: z.infer<typeof Row>, model: Model): ProbableLink {
  const reasons = reasonsOf(model, pattern, rarity);
  const chance = probability(row.weight);
  return { ...row, probability: chance, standing: standing(chance, reasons), reasons };
}
