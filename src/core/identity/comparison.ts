import { must } from "../assert.ts";

/**
 * What is compared of two people, and how well it can agree: from the best level to the worst. On a
 * pattern a level is its place in the list, counted from 1; 0 means that one of the two tells nothing,
 * which speaks neither for nor against. `m` is where estimation starts: how often two records of one
 * person agree that well.
 */
export const comparisons = {
  given: levels({
    same: 0.8,
    /** First name and surname changed places; then the surname is not compared again. */
    swapped: 0.01,
    /** One is the first name of several: `Jan` and `Jan Willem`. */
    part: 0.03,
    /** One of them is an initial, and it fits. */
    initial: 0.05,
    near: 0.06,
    similar: 0.02,
    other: 0.03,
  }),
  surname: levels({
    same: 0.85,
    /** The same name behind another tussenvoegsel. */
    prefix: 0.02,
    /** One of the names of a double name. */
    part: 0.03,
    near: 0.06,
    similar: 0.02,
    other: 0.02,
  }),
  birth: levels({
    same: 0.85,
    /** Day and month changed places. */
    swapped: 0.02,
    /** One typing error. */
    near: 0.05,
    /** Two of day, month and year, or a month apart, or all that is known of one of them. */
    similar: 0.02,
    /** A year apart at most. */
    close: 0.02,
    /** Ten years apart at most. */
    decade: 0.02,
    other: 0.02,
  }),
  address: levels({
    same: 0.65,
    /** The same house but for an addition or a typing error. */
    near: 0.1,
    /** The same street or postcode. */
    similar: 0.07,
    /** The same place or district. */
    place: 0.08,
    other: 0.1,
  }),
  phone: levels({ same: 0.7, near: 0.05, other: 0.25 }),
  email: levels({
    same: 0.7,
    near: 0.05,
    /** The same before the @. */
    part: 0.05,
    other: 0.2,
  }),
  number: levels({ same: 0.9, near: 0.07, other: 0.03 }),
} as const;

export type Compared = keyof typeof comparisons;
export type LevelOf<C extends Compared> = (typeof comparisons)[C]["names"][number];

export const compared = Object.keys(comparisons) as Compared[];

type Levels<Name extends string> = {
  readonly names: readonly Name[];
  readonly m: readonly number[];
};

function levels<Name extends string>(of: Readonly<Record<Name, number>>): Levels<Name> {
  return { names: Object.keys(of) as Name[], m: Object.values<number>(of) };
}

/** The number of a level on a pattern. */
export function levelNumber<C extends Compared>(comparison: C, name: LevelOf<C>): number {
  const names: readonly string[] = comparisons[comparison].names;
  return names.indexOf(name) + 1;
}

/** The name of a level of a pattern; null where one of the two told nothing. */
export function levelName(comparison: Compared, level: number): string | null {
  return level === 0 ? null : must(comparisons[comparison].names[level - 1], "the level's name");
}
