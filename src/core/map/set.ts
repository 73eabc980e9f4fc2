import type { Single, Value } from "./command.ts";
import type { Element, Kind } from "./elements.ts";
import { fieldOf, parts, tidy, withField } from "./field.ts";
import { merge } from "./merge.ts";
import { schemas } from "./schemas.ts";

/**
 * The element after its field was set, in the form that a file has; whether it may be so is for the
 * rules. Where two changes merge into what cannot stand there (two channels, two dates, a title that
 * is too long), the last one stands.
 */
export function withSet(
  element: Element,
  kind: Kind,
  { field, from, to }: Pick<Extract<Single, { do: "set" }>, "field" | "from" | "to">,
): Element {
  const [name] = parts(field);
  const schema = schemas[kind].shape[name];
  const read = (after: Element) => schema?.safeParse(after[name]);
  const given = (value: Value) => withField(element, field, tidy(value) as Value);
  const merged = given(merge(from, to, fieldOf(element, field)));
  const after = read(merged)?.success ? merged : given(to);
  if (Object.hasOwn(after, name)) return after;
  // A field that has a default is never away.
  const missing = read(after);
  return missing?.success ? withField(after, name, (missing.data ?? null) as Value) : after;
}
