import type { Value } from "./command.ts";
import type { Element } from "./elements.ts";

export type Loose = Readonly<Record<string, unknown>>;

/** The value of a field, or of a part of one (`questions.why`); null where it is not there. */
export function fieldOf(element: Element, field: string): Value {
  const [name, part] = parts(field);
  const value = own(element, name);
  return (part === undefined ? value : isLoose(value) ? own(value, part) : null) as Value;
}

/** The element with another value in a field; null takes the field away, and a part that was the last its whole. */
export function withField(element: Element, field: string, value: Value): Element {
  const [name, part] = parts(field);
  if (part === undefined) return assigned(element, name, value) as Element;
  const before = own(element, name);
  const whole = assigned(isLoose(before) ? before : {}, part, value);
  return assigned(element, name, Object.keys(whole).length === 0 ? null : sorted(whole)) as Element;
}

/** `questions.why` → `["questions", "why"]`. */
export function parts(field: string): [name: string, part?: string] {
  const dot = field.indexOf(".");
  return dot === -1 ? [field] : [field.slice(0, dot), field.slice(dot + 1)];
}

/** A record with its keys in order: which key came last is not to be seen in the file. */
export function sorted(record: Loose): Loose {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export function isLoose(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as every store can keep it: without minus zero, fields that are not there, and what is no character. */
export function plain(value: unknown): unknown {
  if (typeof value === "string") return text(value);
  if (typeof value === "number") return value + 0;
  if (Array.isArray(value)) return value.map(plain);
  if (!isLoose(value)) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.map(([key, each]) => [text(key), plain(each)]));
}

/** PostgreSQL keeps neither U+0000 nor half of a pair. */
function text(given: string): string {
  return given.replaceAll("\0", "").replaceAll(/\p{Surrogate}/gu, "\uFFFD");
}

/** The value of a whole field in its one form: records in order, without empty lists; null for what is empty. */
export function tidy(value: unknown): unknown {
  if (isEmpty(value)) return null;
  if (!isLoose(value)) return value ?? null;
  const entries = Object.entries(value).filter(([, each]) => !isEmpty(each));
  return entries.length === 0 ? null : sorted(Object.fromEntries(entries));
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function own(object: Loose, key: string): unknown {
  return Object.hasOwn(object, key) ? (object[key] ?? null) : null;
}

function assigned(object: Loose, key: string, value: unknown): Loose {
  if (value !== null) return { ...object, [key]: value };
  const { [key]: _, ...rest } = object;
  return rest;
}
