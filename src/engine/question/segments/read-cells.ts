import { z } from "zod";
import { rate, type Rate } from "../../../core/evidence/interval.ts";
import type { Group } from "../../../core/question/gaps/candidate.ts";
import type { Attribute, Cell } from "../../../core/question/segments/cell.ts";
import type { Engine } from "../../port.ts";
import type { Scope } from "../filter.ts";

const count = z.coerce.number();
const KnownRow = z.object({ all: count, known: z.array(count) });
const CellRow = z.object({ values: z.array(z.number()), n: count, passed: z.array(count) });

/** An attribute that fewer have is told by how far they came: by it nobody is parted from the others. */
const KNOWN = 0.8;
/** Most attributes, and most different customers in their eyes. */
const ATTRIBUTES = 10;
const CELLS = 20_000;

type KnownAttribute = { readonly name: string; readonly known: Rate; readonly used: boolean };

/**
 * Customers by the values of the attributes that nearly all of them have, and what they passed. `groups`
 * are the values of attributes that customers keep; a journey with several values of one counts as not known.
 */
export async function readCells(
  engine: Engine,
  scope: Scope,
  groups: readonly Group[],
  signal: AbortSignal | undefined,
): Promise<{ attributes: Attribute[]; cells: Cell[]; seen: KnownAttribute[] }> {
  const limits = { signal };
  const named = [...Map.groupBy(groups, ({ attribute }) => attribute ?? "")].map(([name, own]) => ({
    name,
    values: own.map((each) => each.name),
    ids: own.map(({ id }) => id),
  }));
  if (named.length === 0) return { attributes: [], cells: [], seen: [] };
  const placesOf = (of: readonly (typeof named)[number][]) => ({
    ids: [0n, ...of.flatMap(({ ids }) => ids.map(BigInt))],
    // Which attribute a value belongs to, and its place there, both from 1.
    owners: [0, ...of.flatMap(({ ids }, nth) => ids.map(() => nth + 1))],
    places: [0, ...of.flatMap(({ ids }) => ids.map((_, nth) => nth + 1))],
  });
  // Per attribute the place of the only value, else 0.
  const valuesOf = (many: number) => `arrayMap(
      nth -> if(countEqual(owned.1, nth) = 1, owned.2[indexOf(owned.1, nth)], toUInt16(0)),
      arrayMap(nth -> toUInt16(nth + 1), range(${many})))`;
  const owned = `(arrayMap(t -> transform(t, {ids:Array(UInt64)}, {owners:Array(UInt16)}, toUInt16(0)), own),
      arrayMap(t -> transform(t, {ids:Array(UInt64)}, {places:Array(UInt16)}, toUInt16(0)), own))`;
  const journeys = `(SELECT steps, ${owned} AS owned FROM (
    SELECT steps, arrayFilter(t -> has({ids:Array(UInt64)}, t), traits) AS own FROM ${scope.journeys}))`;
  const [total] = await engine.analysis.rows(
    KnownRow,
    `SELECT count() AS all, sumForEach(arrayMap(value -> toUInt8(value > 0), ${valuesOf(named.length)})) AS known
    FROM ${journeys}`,
    { ...scope.parameters, ...placesOf(named) },
    limits,
  );
  const all = total?.all ?? 0;
  const known = named.map((_, nth) => total?.known[nth] ?? 0);
  const kept = named
    .filter((_, nth) => known[nth]! >= KNOWN * all)
    .toSorted((one, other) => one.ids.length - other.ids.length)
    .slice(0, ATTRIBUTES);
  const seen = named.map(({ name }, nth) => ({
    name,
    known: rate(known[nth]!, all),
    used: kept.some((each) => each.name === name),
  }));
  if (kept.length === 0) return { attributes: [], cells: [], seen };
  const rows = await engine.analysis.rows(
    CellRow,
    `SELECT ${valuesOf(kept.length)} AS values, count() AS n,
      sumForEach(arrayMap(code -> toUInt8(has(steps, code)), {codes:Array(UInt16)})) AS passed
    FROM ${journeys} GROUP BY values ORDER BY n DESC, values LIMIT ${CELLS}`,
    {
      ...scope.parameters,
      ...placesOf(kept),
      codes: scope.touchpoints.map(({ code }) => code),
    },
    limits,
  );
  return {
    attributes: kept.map(({ name, values }) => ({ name, values })),
    cells: rows.map((row) => ({ ...row, values: row.values.map((value) => value - 1) })),
    seen,
  };
}
