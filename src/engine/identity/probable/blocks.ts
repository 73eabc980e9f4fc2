import type { Compared } from "../../../core/identity/comparison.ts";

/** One way to find candidates: records that agree on all of `by` are compared with each other. */
export type BlockRule = {
  readonly name: string;
  readonly by: readonly Part[];
  /** What divides a block that is too large, one after the other. */
  readonly divide: readonly Part[];
  /** Records in a block that are still compared; that of the search by default. */
  readonly limit?: number;
};

/** A piece of a key, as SQL over a record, with the comparison that it tells something about. */
type Part = { readonly sql: string; readonly of: Compared; readonly filled: string };

const part = (sql: string, of: Compared, filled = `${sql} != ''`): Part => ({ sql, of, filled });

const given = part("given_sound", "given");
const surname = part("surname_sound", "surname");
const initial = part("substringUTF8(initials, 1, 1)", "given");
const birth = part("birth", "birth", "length(birth) = 8");
const year = part("substring(birth, 1, 4)", "birth");
const monthDay = part("substring(birth, 5)", "birth");
const postcode = part("postcode", "address");
const house = part("house", "address");
const street = part("street", "address");
const place = part("place", "address");
/** First and last name in either order, for they change places. */
const names = part(
  "if(given_sound < surname_sound, concat(given_sound, ' ', surname_sound), concat(surname_sound, ' ', given_sound))",
  "given",
  "given_sound != '' AND surname_sound != ''",
);
const alsoSurname = part("''", "surname", "1");

export const blockRules: readonly BlockRule[] = [
  { name: "number", by: [part("number", "number")], divide: [surname, year] },
  { name: "email", by: [part("email", "email")], divide: [given, year] },
  { name: "phone", by: [part("phone", "phone")], divide: [given, year] },
  { name: "home", by: [postcode, house], divide: [surname, given] },
  { name: "street", by: [street, house, place], divide: [surname, given] },
  { name: "birth", by: [birth], divide: [given, surname] },
  { name: "names", by: [names, alsoSurname], divide: [year, place] },
  { name: "surname-year", by: [surname, year], divide: [initial, place] },
  { name: "given-day", by: [given, monthDay], divide: [place, year] },
  { name: "surname-postcode", by: [surname, postcode], divide: [initial, year] },
  { name: "given-postcode", by: [given, postcode], divide: [year, surname] },
  { name: "surname-place", by: [surname, place], divide: [initial, year] },
  { name: "given-place", by: [given, place], divide: [year, surname] },
  // So few that nobody has to be left out; all their pairs are among the random ones. Must be the last.
  { name: "everyone", by: [], divide: [], limit: 2000 },
];

/** Depths of a rule: as it is, and divided once, twice. */
export const DEPTHS = 3;

function partsAt({ by, divide }: BlockRule, depth: number): readonly Part[] {
  return [...by, ...divide.slice(0, depth)];
}

/** What the pairs of a block agree on by choice, where the block was divided `depth` times. */
export function givenAt(rule: BlockRule, depth: number): Compared[] {
  return [...new Set(partsAt(rule, depth).map(({ of }) => of))];
}

/** SQL for the key of a record: a hash with the depth in its last two bits; 0 where a part is missing. */
export function keySql(rule: BlockRule, depth: number): string {
  const parts = partsAt(rule, depth);
  const hash = `cityHash64(${["''", ...parts.map(({ sql }) => sql)].join(", ")})`;
  const known = ["1", ...parts.map(({ filled }) => `(${filled})`)].join(" AND ");
  return `if(${known}, bitOr(bitAnd(${hash}, bitNot(toUInt64(3))), ${depth}), 0)`;
}
