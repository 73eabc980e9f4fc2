import type { Mapping, RowKind, Source } from "../../core/event/mapping.ts";

/** The mapping with one source changed; a part that is `undefined` is left out. */
export function withSource(
  mapping: Mapping,
  at: number,
  change: { readonly [Part in keyof Source]?: Source[Part] | undefined },
): Mapping {
  const sources = mapping.sources.map((source, place) => {
    if (place !== at) return source;
    const parts = Object.entries({ ...source, ...change }).filter(
      ([, value]) => value !== undefined,
    );
    return Object.fromEntries(parts) as Source;
  });
  return { ...mapping, sources };
}

/** The mapping with one kind of row of a source put in place of another. */
export function withRowKind(mapping: Mapping, at: number, place: number, row: RowKind): Mapping {
  const rows = mapping.sources[at]?.rows.map((each, index) => (index === place ? row : each));
  return withSource(mapping, at, { rows });
}

/** The mapping with one more thing that each row of a source tells. */
export function addRowKind(mapping: Mapping, at: number): Mapping {
  const rows = mapping.sources[at]?.rows ?? [];
  const { journey, who } = rows[0] ?? {};
  const more: RowKind = {
    kind: "event",
    ...(journey !== undefined && { journey }),
    ...(who !== undefined && { who }),
  };
  return withSource(mapping, at, { rows: [...rows, more] });
}

/** The mapping with one thing less that each row of a source tells; the last one stays. */
export function removeRowKind(mapping: Mapping, at: number, place: number): Mapping {
  const rows = mapping.sources[at]?.rows ?? [];
  if (rows.length < 2) return mapping;
  return withSource(mapping, at, { rows: rows.filter((_, index) => index !== place) });
}

/** Names as a reader types them, between commas. */
export function namesIn(text: string): string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
