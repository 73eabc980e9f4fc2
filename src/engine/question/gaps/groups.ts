import { z } from "zod";
import type { Group } from "../../../core/question/gaps/candidate.ts";
import { readPersonAttributes } from "../../event/person-attribute.ts";
import type { Engine } from "../../port.ts";
import type { Asked } from "../asked.ts";
import type { Scope } from "../filter.ts";

const TraitRow = z.object({ hash: z.string(), name: z.string(), value: z.string() });
const Steady = z.object({ name: z.string(), any: z.coerce.number(), several: z.coerce.number() });

/** An attribute with more values than this tells too few customers apart each. */
const VALUES = 30;
/** Of journeys with an attribute, the share that may have several of its values; more, and it is a state that changes. */
const CHANGING = 0.1;

export type Groups = {
  readonly all: readonly Group[];
  /** SQL of the ids of a journey's groups, as an array of UInt64, over its `traits`. */
  readonly sql: string;
  readonly parameters: Readonly<Record<string, readonly bigint[]>>;
};

/**
 * The groups that gaps are held against: the segments, and the values of attributes that customers
 * keep. What changes in the course of a journey (a status) is as likely an outcome as a cause.
 */
export async function readGroups(
  engine: Engine,
  { ws, segments, signal }: Asked,
  scope: Scope,
): Promise<Groups> {
  const traits = await engine.analysis.rows(
    TraitRow,
    `SELECT hash, name, value FROM trait FINAL WHERE ws = {ws:UInt32} AND value != '' AND name IN (
      SELECT name FROM trait FINAL WHERE ws = {ws:UInt32}
      GROUP BY name HAVING count() BETWEEN 2 AND ${VALUES} AND countIf(value = '') = 0)
    ORDER BY name, value`,
    { ws },
    { signal },
  );
  const ofCustomer = await readPersonAttributes(engine.analysis, ws, signal);
  const kept = await steadyNames(engine, scope, traits, signal);
  const values = traits.filter(({ name }) => kept.has(name));
  const named = Object.entries(segments);
  return {
    all: [
      ...named.map(([id], nth): Group => ({
        id: String(nth + 1),
        segment: id,
        attribute: null,
        name: id,
        ofCustomer: true,
      })),
      ...values.map(({ hash, name, value }): Group => ({
        id: hash,
        segment: null,
        attribute: name,
        name: value,
        ofCustomer: ofCustomer.has(name),
      })),
    ],
    sql: `arrayConcat(arrayFilter(t -> has({groups:Array(UInt64)}, t), traits), ${
      named.length === 0
        ? "emptyArrayUInt64()"
        : `arrayFilter(id -> id != 0, [${named.map(([, predicate], nth) => segmentSql(nth, predicate)).join(", ")}])`
    })`,
    parameters: {
      groups: [0n, ...values.map(({ hash }) => BigInt(hash))],
      ...Object.fromEntries(
        named.flatMap(([, predicate], nth) =>
          Object.entries(predicate).map(([name, wanted], part) => [
            `wanted${nth}_${part}`,
            [
              0n,
              ...traits
                .filter((each) => each.name === name && wanted.includes(each.value))
                .map(({ hash }) => BigInt(hash)),
            ],
          ]),
        ),
      ),
    },
  };
}

/** Attributes of which a journey hardly ever has several values. */
async function steadyNames(
  engine: Engine,
  scope: Scope,
  traits: readonly z.infer<typeof TraitRow>[],
  signal: AbortSignal | undefined,
): Promise<Set<string>> {
  const names = [...new Set(traits.map(({ name }) => name))];
  if (names.length === 0) return new Set();
  const rows = await engine.analysis.rows(
    Steady,
    `SELECT {names:Array(String)}[place] AS name, count() AS any, countIf(times > 1) AS several
    FROM (
      SELECT arrayMap(t -> transform(t, {hashes:Array(UInt64)}, {places:Array(UInt64)}, toUInt64(0)),
        arrayFilter(t -> has({hashes:Array(UInt64)}, t), traits)) AS all
      FROM ${scope.journeys}
    )
    ARRAY JOIN arrayDistinct(all) AS place,
      arrayMap(one -> countEqual(all, one), arrayDistinct(all)) AS times
    GROUP BY place`,
    {
      ...scope.parameters,
      hashes: [0n, ...traits.map(({ hash }) => BigInt(hash))],
      places: [0n, ...traits.map(({ name }) => BigInt(names.indexOf(name) + 1))],
      names,
    },
    { signal },
  );
  return new Set(
    rows.filter(({ any, several }) => several <= CHANGING * any).map(({ name }) => name),
  );
}

/** The number of a segment where all of its attributes hold, else 0. */
function segmentSql(nth: number, predicate: Readonly<Record<string, readonly string[]>>): string {
  const tests = Object.keys(predicate).map(
    (_, part) => `hasAny(traits, {wanted${nth}_${part}:Array(UInt64)})`,
  );
  return `if(${tests.length === 0 ? "0" : tests.join(" AND ")}, toUInt64(${nth + 1}), toUInt64(0))`;
}
