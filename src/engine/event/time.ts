import type { DateOrder } from "../../core/event/mapping.ts";
import type { TimeReading } from "../../core/event/time-reading.ts";
import { literal } from "../literal.ts";
import type { Bindings } from "./bindings.ts";

const perSecond = { s: 1, ms: 1e3, us: 1e6, ns: 1e9 } as const;

const day = String.raw`([0-9]{1,2})`;
const clock = String.raw`(?:[T ,]+(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9](?:[:.][0-5][0-9](?:[.,][0-9]{1,9})?)?(?:\s?[AaPp][Mm])?(?:\s?(?:Z|z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2}))?)?`;
const forms = {
  ymd: { match: `^([0-9]{4})[-/.]${day}[-/.]${day}(${clock})$`, iso: String.raw`\1-\2-\3\4` },
  dmy: {
    match: `^${day}[-/. ]${day}[-/. ]([0-9]{2}|[0-9]{4})(${clock})$`,
    iso: String.raw`\3-\2-\1\4`,
  },
  mdy: {
    match: `^${day}[-/. ]${day}[-/. ]([0-9]{2}|[0-9]{4})(${clock})$`,
    iso: String.raw`\3-\1-\2\4`,
  },
} as const;

/** English and Dutch names of months, as far as they tell one from the other. */
const months = [
  "jan",
  "feb",
  "ma?a?r",
  "apr",
  "m(?:ay|ei)",
  "jun",
  "jul",
  "aug",
  "sep",
  "o[ck]t",
  "nov",
  "dec",
];

/**
 * SQL for the time that a cell holds: Nullable(DateTime64(3)), NULL when it is not a time, or not one
 * in the order of the reading. A day that does not exist (31 February) is NULL, not 2 March.
 */
export function timeSql(cell: string, reading: TimeReading, zone: string, bind: Bindings): string {
  if (reading.kind === "epoch") return epoch(cell, reading.unit);
  if (reading.kind === "any") {
    const text = `trimBoth(${cell})`;
    const said = `toDateTime64(${written(text, reading.order, bind.text(zone))}, 3, 'UTC')`;
    return `if(match(${text}, '^[0-9.]+([eE][+]?[0-9]+)?$'), ${since(text)}, ${said})`;
  }
  const slow = written(`trimBoth(${cell})`, reading.order, bind.text(zone));
  if (!reading.shape) return `toDateTime64(${slow}, 3, 'UTC')`;
  const fast = `parseDateTime64OrNull(${cell}, ${literal(reading.shape)}, ${bind.text(zone)})`;
  return `if(isNull(${fast}), toDateTime64(${slow}, 3, 'UTC'), toDateTime64(${fast}, 3, 'UTC'))`;
}

function epoch(cell: string, unit: keyof typeof perSecond): string {
  const number = `toFloat64OrNull(${cell})`;
  const milliseconds = `toInt64(round(${number} * ${1000 / perSecond[unit]}))`;
  return `if(abs(${number}) < ${perSecond[unit] * 1e10}, fromUnixTimestamp64Milli(${milliseconds}, 'UTC'), NULL)`;
}

/** Numbers since 1970 by their size: seconds, milliseconds, microseconds, nanoseconds up to 2286. */
function since(text: string): string {
  const number = `toFloat64OrNull(${text})`;
  const sizes = [
    [1e10, 1e3],
    [1e13, 1],
    [1e16, 1e-3],
    [1e19, 1e-6],
  ].map(([below, times]) => `${number} < ${below}, ${number} * ${times}`);
  const milliseconds = `toInt64(round(multiIf(${sizes.join(", ")}, NULL)))`;
  return `fromUnixTimestamp64Milli(${milliseconds}, 'UTC')`;
}

/**
 * The engine's best effort reads much that is no time, and guesses the order of day and month: it
 * only gets what has the right form, rewritten to year-month-day.
 */
function written(cell: string, order: DateOrder, zone: string): string {
  const { match, iso } = forms[order];
  const numbered = order === "ymd" ? cell : monthsAsNumbers(cell);
  const yearFirst = `replaceRegexpOne(${numbered}, ${literal(match)}, ${literal(iso)})`;
  const fullYear = `replaceRegexpOne(${yearFirst}, '^([0-9]{2})-', ${literal(String.raw`20\1-`)})`;
  const colons = `replaceRegexpOne(replaceOne(${fullYear}, ',', '.'), '([T ][0-9]{1,2})[.]([0-9]{2})', ${literal(String.raw`\1:\2`)})`;
  return `if(match(${numbered}, ${literal(match)}), parseDateTime64BestEffortOrNull(${colons}, 3, ${zone}), NULL)`;
}

function monthsAsNumbers(cell: string): string {
  const numbered = months.reduce(
    (sql, name, index) =>
      `replaceRegexpOne(${sql}, '[-/. ]${name}[a-z]*[.]?[-/. ]', '-${index + 1}-')`,
    `lower(${cell})`,
  );
  return `if(match(${cell}, '[A-Za-z]{3}'), ${numbered}, ${cell})`;
}
