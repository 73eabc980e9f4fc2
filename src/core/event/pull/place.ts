import { z } from "zod";
import { instant } from "../../instant.ts";

/** Up to where a table is in: the last value of its growing column, and which rows near it were seen. */
export const Place = z.strictObject({
  value: z.string(),
  /** Of rows that the next run reads again: a digest of what names each. */
  seen: z.array(z.string()),
});
export type Place = z.infer<typeof Place>;

/** How a growing column grows. */
export type Growth = "whole" | "decimal" | "time" | "date";

/**
 * Rows are not always there in the order of their values: one that got its number first may be
 * committed last. So much before the last value is read again, which finds what came late; a longer
 * wait is not found.
 */
const BACK = { milliseconds: 5 * 60_000, numbers: 1000 };
const DAY = 86_400_000;

/** The value from which on rows are read again. */
export function edgeOf(value: string, growth: Growth): string {
  switch (growth) {
    case "whole":
      return /^-?\d+$/.test(value) ? String(BigInt(value) - BigInt(BACK.numbers)) : value;
    case "decimal": {
      // Digits behind the point beyond a double's make it earlier still, never later.
      const back = Math.floor(Number(value)) - BACK.numbers;
      return Number.isSafeInteger(back) ? String(back) : value;
    }
    case "time": {
      const at = instant(value);
      if (at === null) return value;
      return new Date(at - BACK.milliseconds).toISOString().slice(0, value.endsWith("Z") ? 24 : 23);
    }
    case "date": {
      const at = instant(value);
      return at === null ? value : new Date(at - DAY).toISOString().slice(0, 10);
    }
  }
}

/** Which of two values of a growing column comes first: negative, zero or positive. */
export function compareGrown(one: string, other: string, growth: Growth): number {
  if (one === other) return 0;
  if (growth === "whole" && whole.test(one) && whole.test(other))
    return BigInt(one) < BigInt(other) ? -1 : 1;
  if (growth === "decimal") return Number(one) - Number(other);
  // Times and dates are written largest unit first, with more or fewer digits behind the second.
  const [a, b] = [written(one), written(other)];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function written(time: string): string {
  return time
    .replace(/Z$/, "")
    .replace(/(\.\d*?)0*$/, "$1")
    .replace(/\.$/, "");
}

const whole = /^-?\d+$/;
