import type { DateOrder } from "./mapping.ts";
import type { TimeReading } from "./time-reading.ts";

/** What a sample says about the times of a column. */
export type SniffedTime = {
  readonly reading: TimeReading;
  /**
   * What the order of day and month rests on: it cannot be otherwise, a day above 12 occurs, the rows
   * are in order of time that way only, or nothing: then the order of the reading is a mere guess.
   */
  readonly evidence: "form" | "day" | "sequence" | "none";
  /** Values that are times in this reading, of those that are filled. */
  readonly share: number;
};

const clock = String.raw`(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?(?:\s?[AaPp][Mm])?(?:\s?(?:Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${clock}$`);
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})${clock}$`);
const named = new RegExp(
  String.raw`^(\d{1,2})[-/. ]([A-Za-z]{3,9})\.?[-/. ](\d{4}|\d{2})${clock}$`,
);
const zone = /(?:Z|z|UTC|GMT|\d[+-]\d{2}(?::?\d{2})?|\s[+-]\d{2}:?\d{2})$/;
const clocked = /\d[T ,]+\d{1,2}[:.]\d{2}/;

/**
 * Recognises times by their form, or null when no value is one. Numbers are read as times since
 * 1970 only when they lie between 2000 and 2100: whether they are meant so, their name must tell.
 */
export function sniffTime(values: readonly string[]): SniffedTime | null {
  const filled = values.map((value) => value.trim()).filter((value) => value !== "");
  if (filled.length === 0) return null;
  const whole = (found: number) => found / filled.length;

  const epoch = epochOf(filled);
  if (epoch) return epoch;
  const share = {
    first: whole(filled.filter((value) => yearFirst.test(value)).length),
    last: whole(filled.filter((value) => yearLast.test(value)).length),
    named: whole(filled.filter((value) => named.test(value)).length),
  };
  const best = Math.max(share.first, share.last, share.named);
  if (best === 0) return null;
  if (share.first === best)
    return { reading: textReading(filled, "ymd"), evidence: "form", share: best };
  if (share.named === best)
    return { reading: textReading(filled, "dmy"), evidence: "form", share: best };
  const { order, evidence } = orderOf(filled);
  return { reading: textReading(filled, order), evidence, share: best };
}

/** The same reading with its order of day and month given. */
export function withOrder(sniffed: SniffedTime, order: DateOrder): SniffedTime {
  const { reading } = sniffed;
  if (reading.kind !== "text" || sniffed.evidence === "form") return sniffed;
  const shape = order === reading.order ? reading.shape : swapped(reading.shape);
  return { ...sniffed, reading: { ...reading, order, shape }, evidence: "form" };
}

function epochOf(filled: readonly string[]): SniffedTime | null {
  const numbers = filled.filter((value) => /^\d{9,19}(\.\d+)?$/.test(value)).map(Number);
  for (const [unit, per] of [
    ["s", 1],
    ["ms", 1e3],
    ["us", 1e6],
    ["ns", 1e9],
  ] as const) {
    const inside = numbers.filter(
      (value) => value >= 946_684_800 * per && value < 4_102_444_800 * per,
    );
    if (inside.length > numbers.length * 0.95 && inside.length > filled.length / 2)
      return {
        reading: { kind: "epoch", unit },
        evidence: "form",
        share: inside.length / filled.length,
      };
  }
  return null;
}

function textReading(filled: readonly string[], order: DateOrder): TimeReading {
  const shapes = new Map<string, number>();
  for (const value of filled) {
    const shape = shapeOf(value, order);
    if (shape) shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  }
  const [commonest] = [...shapes].toSorted((a, b) => b[1] - a[1]);
  return {
    kind: "text",
    order,
    shape: commonest?.[0] ?? null,
    dateOnly: !filled.some(
      (value) => clocked.test(value) && !/[T ]0?0[:.]00([:.]00([.,]0+)?)?(Z|$)/.test(value),
    ),
    zoned: filled.every((value) => clocked.test(value) && zone.test(value)),
  };
}

/** Day and month of a shape the other way round. */
function swapped(shape: string | null): string | null {
  return shape?.replace(/%[ec]/g, (part) => (part === "%e" ? "%c" : "%e")) ?? null;
}

function shapeOf(value: string, order: DateOrder): string | null {
  const form =
    /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}([-/.])\d{1,2}\1\d{4})(?:([T ])\d{1,2}:\d{2}(:\d{2})?(\.\d+)?)?$/.exec(
      value,
    );
  if (!form) return null;
  const [, sign, between, seconds, fraction] = form;
  const [first, second] = order === "mdy" ? ["%c", "%e"] : ["%e", "%c"];
  const date = sign === undefined ? "%Y-%m-%d" : `${first}${sign}${second}${sign}%Y`;
  if (between === undefined) return date;
  return `${date}${between}%k:%i${seconds ? ":%s" : ""}${fraction ? ".%f" : ""}`;
}

/** Day first or month first, by what the values themselves prove. */
function orderOf(filled: readonly string[]): {
  order: "dmy" | "mdy";
  evidence: SniffedTime["evidence"];
} {
  const dates = filled.flatMap((value) => {
    const [, a, b, year] = yearLast.exec(value) ?? [];
    return a && b && year ? [{ a: Number(a), b: Number(b), year: Number(year) }] : [];
  });
  const dayFirst = dates.filter(({ a }) => a > 12).length;
  const dayLast = dates.filter(({ b }) => b > 12).length;
  if (dayFirst > 0 || dayLast > 0)
    return dayFirst >= dayLast
      ? { order: "dmy", evidence: "day" }
      : { order: "mdy", evidence: "day" };
  const inOrder = (key: (date: (typeof dates)[number]) => number) => {
    const keys = dates.map(key);
    const up = keys.every((value, index) => index === 0 || value >= keys[index - 1]!);
    const down = keys.every((value, index) => index === 0 || value <= keys[index - 1]!);
    return new Set(keys).size >= 5 && (up || down);
  };
  const asDmy = inOrder(({ a, b, year }) => year * 10_000 + b * 100 + a);
  const asMdy = inOrder(({ a, b, year }) => year * 10_000 + a * 100 + b);
  if (asDmy !== asMdy) return { order: asDmy ? "dmy" : "mdy", evidence: "sequence" };
  return { order: "dmy", evidence: "none" };
}
