import type { Parameters } from "./port.ts";

/** A setting, path or other constant as a ClickHouse literal: `it's` → `'it\'s'`. */
export function literal(value: string | number): string {
  if (typeof value === "number") return String(value);
  return `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** The text form in which ClickHouse reads the value of a `{name:Type}` place. */
export function parameterText(value: Parameters[string]): string {
  if (value === null || value === undefined) return "\\N";
  if (Array.isArray(value)) {
    return `[${value.map((each) => (typeof each === "string" ? literal(each) : String(each))).join(",")}]`;
  }
  return String(value).replace(/[\\\t\n\r]/g, (character) => escapes[character]!);
}

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};
