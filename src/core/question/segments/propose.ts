import type { Predicate } from "../segment.ts";
import { isIn, sizeOf, type Attribute, type Cell, type Wanted } from "./cell.ts";
import { toldBy } from "./parting.ts";

/** Smallest group: so many customers, and this share of all. */
const FEWEST = 30;
const SMALLEST = 0.04;
/** Most groups: more than that nobody keeps apart. */
const MOST = 8;
/** A group is parted by what nearly all of its customers are known by; the others could not be placed. */
const KNOWN = 0.8;
/** Fewest bits that a parting must tell of a customer, over all customers. */
const BITS = 0.01;
/** A condition that keeps fewer than this share of a group out says nothing. */
const IDLE = 0.01;

type Group = { readonly wanted: Wanted; readonly cells: readonly Cell[] };

/**
 * Kinds of customers: groups with predicates that tell the most about what their customers are and do.
 * All are parted in two by one value of an attribute, again and again, each time where it tells most;
 * each parting must tell something of what customers do. Then groups that only an attribute keeps
 * apart, and nothing else, are one again, and conditions that say nothing go. Empty where nothing tells.
 */
export function propose(attributes: readonly Attribute[], cells: readonly Cell[]): Predicate[] {
  const tried =
    Math.max(
      1,
      attributes.reduce((sum, { values }) => sum + values.length, 0),
    ) *
    (attributes.length + (cells[0]?.passed.length ?? 0));
  const all = sizeOf(cells);
  const ask = { attributes, all, tried };
  let groups: Group[] = [{ wanted: attributes.map(() => null), cells }];
  while (groups.length < MOST) {
    const best = groups
      .flatMap((group) => partings(group, ask))
      .toSorted((one, other) => other.told - one.told)[0];
    if (!best) break;
    groups = [...groups.filter((group) => group !== best.group), ...best.parts];
  }
  groups = groups.map((group) => tight(group));
  for (let pair = alike(groups, cells, ask); pair; pair = alike(groups, cells, ask))
    groups = [...groups.filter((group) => group !== pair.one && group !== pair.other), pair.both];
  if (groups.length === 1) return [];
  return groups
    .toSorted((one, other) => sizeOf(other.cells) - sizeOf(one.cells))
    .map((group) => predicateOf(group, attributes, cells));
}

type Ask = {
  readonly attributes: readonly Attribute[];
  readonly all: number;
  readonly tried: number;
};

type Parting = { readonly group: Group; readonly parts: [Group, Group]; readonly told: number };

/** The ways to part a group that tell enough. */
function partings(group: Group, { attributes, all, tried }: Ask): Parting[] {
  const found: Parting[] = [];
  for (const [nth, { values }] of attributes.entries()) {
    const known = group.cells.filter((cell) => cell.values[nth]! >= 0);
    if (sizeOf(known) < KNOWN * sizeOf(group.cells)) continue;
    const there = values.map((_, value) => value).filter((value) => has(group.wanted, nth, value));
    for (const value of there) {
      const rest = new Set(there.filter((each) => each !== value));
      const parts = [new Set([value]), rest].map((wanted): Group => ({
        wanted: group.wanted.with(nth, wanted),
        cells: known.filter((cell) => wanted.has(cell.values[nth]!)),
      })) as [Group, Group];
      if (parts.some(({ cells }) => sizeOf(cells) < Math.max(FEWEST, SMALLEST * all))) continue;
      const told = toldBy([parts[0].cells, parts[1].cells], attributes, nth, tried);
      const sum = told.attributes + told.behaviour;
      if (told.behaviour > 0 && bits(sum, all) >= BITS) found.push({ group, parts, told: sum });
    }
  }
  return found;
}

function has(wanted: Wanted, nth: number, value: number): boolean {
  return wanted[nth]?.has(value) ?? true;
}

function bits(g: number, n: number): number {
  return g / (2 * Math.LN2 * n);
}

/** A group without the values that (nearly) nobody in it has. */
function tight({ wanted, cells }: Group): Group {
  const size = sizeOf(cells);
  const there = wanted.map((values, nth) =>
    values === null
      ? null
      : new Set(
          [...values].filter(
            (value) => sizeOf(cells.filter((cell) => cell.values[nth] === value)) >= IDLE * size,
          ),
        ),
  );
  return { wanted: there, cells: cells.filter((cell) => isIn(cell, there)) };
}

/**
 * The two groups that are most alike, if nothing but one attribute tells them apart and a predicate can
 * say that somebody is in either.
 */
function alike(groups: readonly Group[], cells: readonly Cell[], { attributes, all, tried }: Ask) {
  let best: { one: Group; other: Group; both: Group; told: number } | null = null;
  for (const [place, one] of groups.entries()) {
    for (const other of groups.slice(place + 1)) {
      const wanted = one.wanted.map((values, nth) => either(values, other.wanted[nth]!));
      const within = cells.filter((cell) => isIn(cell, wanted));
      if (sizeOf(within) > (1 + IDLE) * (sizeOf(one.cells) + sizeOf(other.cells))) continue;
      for (const nth of attributes.keys()) {
        if (same(one.wanted[nth]!, other.wanted[nth]!)) continue;
        const told = toldBy([one.cells, other.cells], attributes, nth, tried);
        const sum = told.attributes + told.behaviour;
        const enough = told.behaviour > 0 && bits(sum, all) >= BITS;
        if (enough || (best !== null && sum >= best.told)) continue;
        best = { one, other, both: { wanted, cells: within }, told: sum };
      }
    }
  }
  return best;
}

function either(one: ReadonlySet<number> | null, other: ReadonlySet<number> | null) {
  return one === null || other === null ? null : new Set([...one, ...other]);
}

function same(one: ReadonlySet<number> | null, other: ReadonlySet<number> | null): boolean {
  if (one === null || other === null) return one === other;
  return one.size === other.size && [...one].every((value) => other.has(value));
}

/** A group in words of its attributes, without the conditions that keep (nearly) nobody out. */
function predicateOf(
  group: Group,
  attributes: readonly Attribute[],
  cells: readonly Cell[],
): Predicate {
  let { wanted } = group;
  const size = sizeOf(group.cells);
  // The condition that keeps fewest out goes first.
  for (;;) {
    const idle = wanted
      .map((values, nth) => ({ values, nth }))
      .filter(({ values }) => values !== null)
      .map(({ nth }) => {
        const without = wanted.with(nth, null);
        return { without, size: sizeOf(cells.filter((cell) => isIn(cell, without))) };
      })
      .toSorted((one, other) => one.size - other.size)[0];
    const conditions = wanted.filter((values) => values !== null).length;
    if (!idle || conditions === 1 || idle.size > size * (1 + IDLE)) break;
    wanted = idle.without;
  }
  return Object.fromEntries(
    wanted.flatMap((values, nth) => {
      const { name, values: all } = attributes[nth]!;
      return values === null ? [] : [[name, all.filter((_, value) => values.has(value))]];
    }),
  );
}
