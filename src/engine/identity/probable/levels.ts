import {
  compared,
  levelNumber,
  type Compared,
  type LevelOf,
} from "../../../core/identity/comparison.ts";

/**
 * From here on two texts are nearly the same, or similar, by Jaro–Winkler (Winkler 1990). The levels are
 * weighed by what the data shows, so these only say where one level ends and the next begins.
 */
const NEAR = 0.92;
const SIMILAR = 0.8;

const equal = (column: string) => `a.${column} = b.${column}`;
const both = (column: string) => `(a.${column} != '' AND b.${column} != '')`;
const first = (text: string) => `substring(${text}, 1, 1)`;
const alike = (a: string, b: string) => `jaroWinklerSimilarity(${a}, ${b})`;

/** The same or nearly so; what begins otherwise is not looked at, for this is asked of every pair. */
const near = (a: string, b: string) =>
  `(${a} = ${b} OR (${first(a)} = ${first(b)} AND ${alike(a, b)} >= ${NEAR}))`;

/**
 * One typing error: at most two neighbouring characters of some `length`. What stands before or behind
 * them is the same, so the slow count of errors is made only where either is.
 */
const oneError = (column: string, length: number) => {
  const rest = Math.floor(length / 2) - 1;
  return `((substring(a.${column}, 1, ${rest}) = substring(b.${column}, 1, ${rest})
      OR substring(a.${column}, -${rest}) = substring(b.${column}, -${rest}))
    AND damerauLevenshteinDistance(a.${column}, b.${column}) <= 1)`;
};

/** Levels by their conditions, from the best to the worst, null where nothing is told; the last is what is left. */
function graded<C extends Compared>(
  comparison: C,
  unknown: string,
  cases: readonly (readonly [condition: string, level: LevelOf<C> | null])[],
): string {
  const tests = cases.map(([condition, level]) => {
    return `${condition}, ${level === null ? 0 : levelNumber(comparison, level)}`;
  });
  const other = levelNumber(comparison, "other");
  return `multiIf(${unknown}, 0, ${tests.join(", ")}, ${other})`;
}

const names = {
  onlyInitials: `(a.given = '' OR b.given = '')`,
  crossed: `(${both("given")} AND ${both("surname")}
    AND ${near("a.given", "b.surname")} AND ${near("a.surname", "b.given")})`,
  oneOfSeveral: `(startsWith(a.given, concat(b.given, ' ')) OR startsWith(b.given, concat(a.given, ' ')))`,
};

const birth = {
  onlyYear: "(length(a.birth) = 4 OR length(b.birth) = 4)",
  part: (from: number, length: number) =>
    `substring(a.birth, ${from}, ${length}) = substring(b.birth, ${from}, ${length})`,
  crossed: `substring(a.birth, 1, 4) = substring(b.birth, 1, 4)
    AND substring(a.birth, 5, 2) = substring(b.birth, 7, 2)
    AND substring(a.birth, 7, 2) = substring(b.birth, 5, 2)`,
};

/** Days between two dates, but for a few: twelve months of 31 days a year. */
const count = (end: "a" | "b") =>
  `(toInt32(toUInt16OrZero(substring(${end}.birth, 1, 4))) * 372
    + toUInt16OrZero(substring(${end}.birth, 5, 2)) * 31 + toUInt16OrZero(substring(${end}.birth, 7, 2)))`;
const apart = `abs(${count("a")} - ${count("b")})`;

const address = {
  postcode: `(${both("postcode")} AND ${equal("postcode")})`,
  postcodeNear: `(${both("postcode")} AND ${oneError("postcode", 6)})`,
  district: `(${both("postcode")} AND substring(a.postcode, 1, 4) = substring(b.postcode, 1, 4))`,
  house: `(${both("house")} AND ${equal("house")})`,
  addition: `(${equal("addition")} OR NOT ${both("addition")})`,
  street: `(${both("street")} AND ${near("a.street", "b.street")})`,
  place: `(${both("place")} AND ${near("a.place", "b.place")})`,
};

/**
 * Addresses are made of names: two people called Jan Jansen have `jan.jansen1@` and `jan.jansen2@`, or the
 * same at two providers. What agrees but for its digits, or without any, tells no more than the names do.
 */
const email = (() => {
  const local = (end: "a" | "b") => `substringIndex(${end}.email, '@', 1)`;
  const digits = (end: "a" | "b") => `replaceRegexpAll(${local(end)}, '[^0-9]', '')`;
  return {
    near: near("a.email", "b.email"),
    sameDigits: `${digits("a")} = ${digits("b")}`,
    local: `${local("a")} = ${local("b")}`,
    numbered: `length(${digits("a")}) >= 2`,
  };
})();

const sql: Readonly<Record<Compared, string>> = {
  given: graded("given", "a.initials = '' OR b.initials = ''", [
    [`${names.onlyInitials} AND ${first("a.initials")} = ${first("b.initials")}`, "initial"],
    [names.onlyInitials, "other"],
    [equal("given"), "same"],
    [names.crossed, "swapped"],
    [names.oneOfSeveral, "part"],
    [`${alike("a.given", "b.given")} >= ${NEAR}`, "near"],
    [`${alike("a.given", "b.given")} >= ${SIMILAR}`, "similar"],
  ]),
  surname: graded(
    "surname",
    `NOT ${both("surname")} OR level_given = ${levelNumber("given", "swapped")}`,
    [
      [`${equal("surname")} AND (${equal("prefix")} OR NOT ${both("prefix")})`, "same"],
      [equal("surname"), "prefix"],
      ["hasAny(a.parts, b.parts)", "part"],
      [`${alike("a.surname", "b.surname")} >= ${NEAR}`, "near"],
      [`${alike("a.surname", "b.surname")} >= ${SIMILAR}`, "similar"],
    ],
  ),
  birth: graded("birth", `NOT ${both("birth")}`, [
    [`${birth.onlyYear} AND ${birth.part(1, 4)}`, "similar"],
    [birth.onlyYear, "other"],
    [equal("birth"), "same"],
    [birth.crossed, "swapped"],
    [oneError("birth", 8), "near"],
    [
      `${birth.part(1, 6)} OR ${birth.part(5, 4)} OR (${birth.part(1, 4)} AND ${birth.part(7, 2)}) OR ${apart} <= 35`,
      "similar",
    ],
    [`${apart} <= 372`, "close"],
    [`${apart} <= 3720`, "decade"],
  ]),
  address: graded("address", `NOT (${both("postcode")} OR ${both("street")} OR ${both("place")})`, [
    [`${address.postcode} AND ${address.house} AND ${address.addition}`, "same"],
    [
      `(${address.house} AND (${address.postcodeNear} OR ${address.street}))
          OR (${address.postcode} AND ${address.street})`,
      "near",
    ],
    [`${address.postcode} OR (${address.place} AND ${address.street})`, "similar"],
    [`${address.district} OR ${address.place}`, "place"],
  ]),
  phone: graded("phone", `NOT ${both("phone")}`, [
    [equal("phone"), "same"],
    [oneError("phone", 12), "near"],
  ]),
  email: graded("email", `NOT ${both("email")}`, [
    [equal("email"), "same"],
    [`${email.near} AND ${email.sameDigits}`, "near"],
    [email.near, null],
    [`${email.local} AND ${email.numbered}`, "part"],
    [email.local, null],
  ]),
  number: graded("number", `NOT ${both("number")}`, [
    [equal("number"), "same"],
    [oneError("number", 8), "near"],
  ]),
};

/** Bits of a level in the code of a pattern: the longest list has seven levels, and 0 is "unknown". */
const BITS = 3;

/** SQL for the level of each comparison of the records `a` and `b`: `level_given`, …, and all as one `pattern`. */
export const levelsSql: string = [
  ...compared.map((name) => `${sql[name]} AS level_${name}`),
  `toUInt32(${compared.map((name, at) => `bitShiftLeft(toUInt32(level_${name}), ${at * BITS})`).join(" + ")}) AS pattern`,
].join(",\n");

/** The levels behind the code of a pattern. */
export function levelsOf(pattern: number): number[] {
  return compared.map((_, at) => (pattern >>> (at * BITS)) & (2 ** BITS - 1));
}
