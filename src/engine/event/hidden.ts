import type { Field, RowKind } from "../../core/event/mapping.ts";

/** Shorter identifiers may stand in a text by chance, as a number does in a longer one. */
const SURE = 8;

/** Stands where an identifier stood. */
const GONE = "'…'";

/** An identifier of a row, as SQL: its text in the row, and how it is compared; empty when it is nobody's. */
export type Identifying = { readonly kind: string; readonly cell: string; readonly value: string };

/** The columns that a kind of rows reads identifiers from. */
export function identifying({ who = {} }: RowKind): ReadonlySet<string> {
  const columns = Object.values(who)
    .flat()
    .flatMap((from) => columnOf(from) ?? []);
  return new Set(columns);
}

/** The column whose text a field is, if it is just that. */
export function columnOf(field: Field): string | null {
  if (typeof field === "string") return field;
  return "column" in field && field.via === undefined ? field.column : null;
}

/** SQL for the identifiers of a row in lower case, as its cells say them and as they are compared. */
export function toldSql(people: readonly Identifying[]): string {
  const texts = people.flatMap(({ cell, value }) => [value, `if(${value} = '', '', ${cell})`]);
  return toldOf(`[${texts.join(", ")}]`);
}

/** SQL for what may stand nowhere in a row, from an array of texts that identify somebody. */
export function toldOf(texts: string): string {
  return `arrayDistinct(arrayMap(told -> lower(told),
    arrayFilter(told -> length(told) >= ${SURE}, ${texts})))`;
}

/** SQL for a text in which no identifier of its own row (`of_told`) stands, whatever its case. */
export function hiddenSql(text: string): string {
  const any = `concat('(?i)', arrayStringConcat(arrayMap(told -> regexpQuoteMeta(told), of_told), '|'))`;
  return `if(arrayExists(told -> position(lower(${text}), told) > 0, of_told),
    replaceRegexpAll(${text}, ${any}, ${GONE}), ${text})`;
}

/** SQL for attributes in which no identifier of their row stands; one that was nothing else goes. */
export function hiddenMapSql(map: string): string {
  return `mapFilter((k, v) -> v NOT IN ('', ${GONE}), mapApply((k, v) -> (k, ${hiddenSql("v")}), ${map}))`;
}
