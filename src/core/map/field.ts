import type { Value } from "./command.ts";
import type { Element } from "./elements.ts";

/** The value of a field, or of a part of one (`questions.why`); null where it is not there. */
export function fieldOf(element: Element, field: string): Value {
  const [name = "", part] = parts(field);
  const value = element[name];
  if (part === undefined) return (value ?? null) as Value;
  return ((value as Readonly<Record<string, unknown>> | undefined)?.[part] ?? null) as Value;
}

/** The element with another value in a field; null takes the field away, and a part that was the last its whole. */
export function withField(element: Element, field: string, value: Value): Element {
  const [name = "", part] = parts(field);
  if (part === undefined) return assigned(element, name, value) as Element;
  const whole = assigned((element[name] ?? {}) as Loose, part, value);
  return assigned(element, name, Object.keys(whole).length === 0 ? null : sorted(whole)) as Element;
}

/** A record with its keys in order: which key came last is not to be seen in the file. */
export function sorted(record: Loose): Loose {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

type Loose = Readonly<Record<string, unknown>>;

function assigned(object: Loose, key: string, value: unknown): Loose {
  if (value !== null) return { ...object, [key]: value };
  const { [key]: _, ...rest } = object;
  return rest;
}

/** `questions.why` → `["questions", "why"]`. */
export function parts(field: string): string[] {
  const dot = field.indexOf(".");
  return dot === -1 ? [field] : [field.slice(0, dot), field.slice(dot + 1)];
}
