import type { SegmentsText } from "./text.ts";

/** A predicate as one reads it: `aanleiding: jaarrekening of advies · opwek: geen`. */
export function predicateWords(
  predicate: Readonly<Record<string, readonly string[]>>,
  t: SegmentsText,
): string {
  return Object.entries(predicate)
    .map(([name, values]) => t.is(name, values.join(t.or)))
    .join(t.and);
}
