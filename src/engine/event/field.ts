import type { Field } from "../../core/event/mapping.ts";
import type { Bindings } from "./bindings.ts";

/** A value taken from the rows of a reference source. */
export type Lookup = { readonly key: string; readonly source: string; readonly take: string };

/** SQL for fields: their cells, constants, renamed values, and values looked up elsewhere. */
export type Fields = {
  /** The trimmed text of a field; `''` when the mapping has none. */
  sql(field: Field | undefined): string;
  /** Look-ups used so far; the n-th stands in the rows as column `found<n>`. */
  readonly lookups: readonly Lookup[];
};

export function createFields(cell: (column: string) => string, bind: Bindings): Fields {
  const lookups: Lookup[] = [];
  return {
    sql(field) {
      if (field === undefined) return "''";
      if (typeof field === "string") return `trimBoth(${cell(field)})`;
      if ("value" in field) return bind.text(field.value);
      const key = `trimBoth(${cell(field.column)})`;
      if (field.via) lookups.push({ key, ...field.via });
      const value = field.via ? `found${lookups.length}` : key;
      const renames = Object.entries(field.values ?? {});
      if (renames.length === 0) return value;
      const from = bind.texts(renames.map(([name]) => name));
      const to = bind.texts(renames.map(([, name]) => name));
      return `transform(${value}, ${from}, ${to}, ${value})`;
    },
    lookups,
  };
}

/** SQL for a subquery of `from` with the looked-up values beside its rows. */
export function joined(
  from: string,
  ws: number,
  lookups: readonly Lookup[],
  bind: Bindings,
): string {
  return lookups.reduce((sql, { key, source, take }, index) => {
    const found = `found${index + 1}`;
    // Of a reference that came twice, the last one counts.
    const reference = `SELECT place AS reference, argMax(attributes[${bind.text(take)}], (import, row)) AS ${found} FROM event WHERE ws = ${ws} AND source = ${bind.text(source)} AND kind = 'reference' GROUP BY place`;
    return `SELECT * EXCEPT (key, reference) FROM (SELECT *, ${key} AS key FROM (${sql})) AS rows LEFT ANY JOIN (${reference}) AS found ON rows.key = found.reference`;
  }, from);
}
