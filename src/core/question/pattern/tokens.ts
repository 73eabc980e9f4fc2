import { nearest } from "../../nearest.ts";
import type { SpanUnit } from "./expression.ts";
import type { Fault } from "./fault.ts";

export type Word =
  | "starts"
  | "next"
  | "direct"
  | "ends"
  | "least"
  | "times"
  | "row"
  | "or"
  | "but"
  | "step"
  | "anything"
  | "within"
  | "without"
  | "between"
  | "unpreceded"
  | "unfollowed"
  | "and"
  | SpanUnit;

export type Token = { readonly at: number; readonly length: number } & (
  | { readonly kind: "label"; readonly text: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "word"; readonly word: Word }
);

/** What may be written, in either language; several ways of saying a thing are read, one is written. */
const phrases: Readonly<Record<Word, readonly string[]>> = {
  starts: ["starts with", "starting with", "begint met"],
  direct: ["then directly", "directly followed by", "dan meteen", "meteen gevolgd door"],
  next: ["then", "followed by", "dan", "daarna", "gevolgd door"],
  ends: ["and ends there", "ends there", "en eindigt daar", "eindigt daar"],
  least: ["at least", "minstens"],
  times: ["times", "time", "keer"],
  row: ["in a row", "achter elkaar"],
  or: ["or", "of"],
  but: ["anything but", "alles behalve"],
  step: ["any step", "een willekeurige stap"],
  anything: ["anything", "wat dan ook"],
  within: ["within", "binnen"],
  without: ["without", "zonder"],
  between: ["in between", "ertussen"],
  unpreceded: ["not preceded by", "niet voorafgegaan door"],
  unfollowed: ["not followed by", "niet gevolgd door"],
  and: ["and", "en"],
  minute: ["minute", "minutes", "minuut", "minuten"],
  hour: ["hour", "hours", "uur", "uren"],
  day: ["day", "days", "dag", "dagen"],
  week: ["week", "weeks", "weken"],
};

const table = Object.entries(phrases)
  .flatMap(([word, ways]) => ways.map((way) => ({ word: word as Word, way })))
  .toSorted((one, other) => other.way.length - one.way.length);
const single = [...new Set(table.flatMap(({ way }) => way.split(" ")))];

const quotes: Readonly<Record<string, string>> = { '"': '"', "“": "”", "„": "”", "‘": "’" };

/** The words of a pattern with their places; or the first place that cannot be read. */
export function tokens(text: string): Token[] | Fault {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const skipped = /^[\s,()]+/.exec(rest);
    if (skipped) {
      at += skipped[0].length;
      continue;
    }
    const token = labelAt(text, at) ?? numberAt(rest, at) ?? wordAt(rest, at);
    if ("key" in token) return token;
    found.push(token);
    at += token.length;
  }
  return found;
}

function labelAt(text: string, at: number): Token | Fault | null {
  const closing = quotes[text[at]!];
  if (closing === undefined) return null;
  let label = "";
  for (let i = at + 1; i < text.length; i += 1) {
    const doubled = text[i] === '"' && closing === '"' && text[i + 1] === '"';
    if (text[i] === closing && !doubled)
      return { kind: "label", text: label, at, length: i + 1 - at };
    label += text[i];
    if (doubled) i += 1;
  }
  return { key: "pattern-quote", at, length: text.length - at };
}

function numberAt(rest: string, at: number): Token | null {
  const digits = /^\d{1,6}(?![\p{L}\d])/u.exec(rest)?.[0];
  return digits === undefined
    ? null
    : { kind: "number", value: Number(digits), at, length: digits.length };
}

function wordAt(rest: string, at: number): Token | Fault {
  const lower = rest.toLowerCase().replaceAll(/\s/g, " ");
  for (const { word, way } of table)
    if (lower.startsWith(way) && !/^[\p{L}\d]/u.test(lower.slice(way.length)))
      return { kind: "word", word, at, length: way.length };
  const said = /^[^\s,()"“„‘]+/.exec(rest)?.[0] ?? rest[0]!;
  return {
    key: "pattern-word",
    at,
    length: said.length,
    word: said,
    meant: nearest(said, single) ?? "",
  };
}
