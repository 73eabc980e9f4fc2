import type { Value } from "./command.ts";

/**
 * What a field becomes that was changed from `from` to `to` while another made `now` of it. Texts keep
 * what both wrote, plain lists what both added; of all else, `to` stands.
 */
export function merge(from: Value, to: Value, now: Value): Value {
  if (same(now, from) || same(now, to)) return to;
  if (typeof to === "string" && typeof now === "string")
    return mergeText(typeof from === "string" ? from : "", to, now);
  if ((isList(to) || isList(now)) && [from, to, now].every(isSet))
    return mergeList(items(from), items(to), items(now));
  return to;
}

export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(of(a, key), of(b, key)))
  );
}

function of(value: object, key: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[key];
}

function isList(value: Value): value is Value[] {
  return Array.isArray(value);
}

/** A list of names or claims; one of numbers, such as the ends of a scale, is one value. */
function isSet(value: Value): boolean {
  return value === null || (isList(value) && value.every((item) => typeof item !== "number"));
}

function items(value: Value): readonly Value[] {
  return isList(value) ? value : [];
}

function mergeList(from: readonly Value[], to: readonly Value[], now: readonly Value[]): Value {
  const has = (list: readonly Value[], item: Value) => list.some((each) => same(each, item));
  const kept = now.filter((each) => has(to, each) || !has(from, each));
  const added = to.filter((each) => !has(from, each) && !has(now, each));
  const merged = [...kept, ...added];
  return merged.length === 0 ? null : merged;
}

/** One stretch of a text that was replaced: `[start, end)` of the old one became `text`. */
type Splice = { readonly start: number; readonly end: number; readonly text: string };

/**
 * Each of two changes is taken as one splice. Where they overlap, the words that both wrote stand, those
 * of the earlier first.
 */
function mergeText(from: string, to: string, now: string): string {
  const mine = splice(from, to);
  const other = splice(from, now);
  const atOnePlace = mine.start === other.start && mine.end === other.end;
  if (!atOnePlace && mine.start >= other.end) {
    const shift = now.length - from.length;
    return now.slice(0, mine.start + shift) + mine.text + now.slice(mine.end + shift);
  }
  if (!atOnePlace && mine.end <= other.start)
    return now.slice(0, mine.start) + mine.text + now.slice(mine.end);
  const { start, end } = words(from, mine, other);
  const [others, own] = [now, to].map((text) =>
    text.slice(start, text.length - (from.length - end)),
  ) as [string, string];
  return from.slice(0, start) + both(others, own) + from.slice(end);
}

/** What two changes cover together, out to the ends of the words; two that only put in cover nothing. */
function words(from: string, a: Splice, b: Splice): { start: number; end: number } {
  let start = Math.min(a.start, b.start);
  let end = Math.max(a.end, b.end);
  if (start === end) return { start, end };
  while (start > 0 && !isBlank(from[start - 1])) start -= 1;
  while (end < from.length && !isBlank(from[end])) end += 1;
  return { start, end };
}

function both(first: string, second: string): string {
  if (first === second || second === "") return first;
  const glued = first !== "" && !isBlank(first.at(-1)) && !isBlank(second[0]);
  return first + (glued ? " " : "") + second;
}

function isBlank(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

function splice(from: string, to: string): Splice {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start += 1;
  let tail = 0;
  while (tail < most - start && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  return whole({ start, end: from.length - tail, text: to.slice(start, to.length - tail) }, from);
}

/** Does not cut between the two halves of a character outside the basic plane. */
function whole({ start, end, text }: Splice, from: string): Splice {
  const cutsBefore = start > 0 && isHigh(from, start - 1);
  const cutsAfter = end < from.length && isLow(from, end);
  return {
    start: cutsBefore ? start - 1 : start,
    end: cutsAfter ? end + 1 : end,
    text: `${cutsBefore ? from[start - 1] : ""}${text}${cutsAfter ? from[end] : ""}`,
  };
}

function isHigh(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
