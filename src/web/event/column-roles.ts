import type { AttributeField, Field, MeasureField, RowKind } from "../../core/event/mapping.ts";

/** What one column of a file means: one of the six questions, or something beside them. */
export type Role =
  | { readonly as: Plain }
  | { readonly as: "who"; readonly kind: string }
  | { readonly as: "attribute"; readonly name: string }
  | { readonly as: "score"; readonly name: string; readonly scale: readonly [number, number] }
  | { readonly as: "amount"; readonly name: string; readonly currency: string }
  | { readonly as: "duration"; readonly name: string; readonly unit: DurationUnit }
  | { readonly as: "moment"; readonly name: string }
  | { readonly as: "number"; readonly name: string };

export type DurationUnit = Extract<MeasureField, { kind: "duration" }>["unit"];

/** Roles that at most one column has, and that hold in a field of the same name. */
const fields = ["what", "why", "channel", "place", "how", "journey"] as const;
const columns = ["time", "comment", "key"] as const;
type Plain = (typeof fields)[number] | (typeof columns)[number] | "id" | "ignore";

/** All roles, in the order in which they are offered. */
export const roles = [
  "ignore",
  "who",
  "what",
  "why",
  "channel",
  "place",
  "time",
  "how",
  "journey",
  "attribute",
  "score",
  "amount",
  "duration",
  "moment",
  "number",
  "comment",
  "id",
  "key",
] as const satisfies readonly Role["as"][];

/** The column that a field is read from; null for a constant or a comparison. */
export function columnOf(field: Field | AttributeField | undefined): string | null {
  if (typeof field === "string") return field;
  return field !== undefined && "column" in field ? field.column : null;
}

/** What a column means to a kind of row; `ignore` when nothing uses it. */
export function roleOf(row: RowKind, column: string): Role {
  for (const as of columns) if (row[as] === column) return { as };
  for (const as of fields) if (columnOf(row[as]) === column) return { as };
  for (const [kind, field] of Object.entries(row.who ?? {})) {
    if ([field].flat().some((one) => columnOf(one) === column)) return { as: "who", kind };
  }
  for (const measure of row.measures ?? []) {
    if (measure.kind !== "between" && measure.column === column) return measureRole(measure);
  }
  for (const [name, field] of Object.entries(row.attributes ?? {})) {
    if (columnOf(field) === column) return { as: "attribute", name };
  }
  return { as: row.id?.includes(column) === true ? "id" : "ignore" };
}

function measureRole(measure: Exclude<MeasureField, { kind: "between" }>): Role {
  const { name } = measure;
  if (measure.kind === "score") return { as: "score", name, scale: measure.scale };
  if (measure.kind === "amount") return { as: "amount", name, currency: measure.currency };
  if (measure.kind === "duration") return { as: "duration", name, unit: measure.unit };
  return { as: measure.kind, name };
}

/**
 * The kind of row with another meaning for one column. A meaning that only one column can have is
 * taken from the column that had it; renames and look-ups of a field stay with an unchanged meaning.
 */
export function withRole(row: RowKind, column: string, role: Role): RowKind {
  const before = roleOf(row, column);
  if (JSON.stringify(before) === JSON.stringify(role)) return row;
  return added(without(row, column, before), column, role);
}

function added(row: RowKind, column: string, role: Role): RowKind {
  if (role.as === "ignore") return row;
  if (role.as === "id") return { ...row, id: [...(row.id ?? []), column] };
  if (role.as === "who") return { ...row, who: { ...row.who, [role.kind]: column } };
  if (role.as === "attribute") {
    return { ...row, attributes: { ...row.attributes, [role.name]: column } };
  }
  if ("name" in role) {
    return { ...row, measures: [...(row.measures ?? []), measureOf(role, column)] };
  }
  return { ...row, [role.as]: column };
}

type MeasureRole = Extract<Role, { as: "score" | "amount" | "duration" | "moment" | "number" }>;

function measureOf(role: MeasureRole, column: string): MeasureField {
  const { name } = role;
  if (role.as === "score") {
    return { kind: "score", name, column, scale: [role.scale[0], role.scale[1]] };
  }
  if (role.as === "amount") return { kind: "amount", name, column, currency: role.currency };
  if (role.as === "duration") return { kind: "duration", name, column, unit: role.unit };
  return { kind: role.as, name, column };
}

function without(row: RowKind, column: string, role: Role): RowKind {
  if (role.as === "ignore") return row;
  if (role.as === "id") return tidy({ ...row, id: row.id?.filter((each) => each !== column) });
  if (role.as === "who") return tidy({ ...row, who: withoutKey(row.who, role.kind) });
  if (role.as === "attribute") {
    return tidy({ ...row, attributes: withoutKey(row.attributes, role.name) });
  }
  if ("name" in role) {
    const others = row.measures?.filter(
      (measure) => measure.kind === "between" || measure.column !== column,
    );
    return tidy({ ...row, measures: others });
  }
  return tidy({ ...row, [role.as]: undefined });
}

function withoutKey<T>(record: Record<string, T> | undefined, key: string) {
  const { [key]: _, ...rest } = record ?? {};
  return rest;
}

/** Leaves out what is undefined or empty. */
function tidy(row: { readonly [Part in keyof RowKind]?: RowKind[Part] | undefined }): RowKind {
  const kept = Object.entries(row).filter(
    ([, value]) =>
      value !== undefined && !(typeof value === "object" && Object.keys(value).length === 0),
  );
  return Object.fromEntries(kept) as RowKind;
}

/** The name of a role with what it needs, for a column that gets it for the first time. */
export function freshRole(as: Role["as"], column: string): Role {
  if (as === "who") return { as, kind: column };
  if (as === "attribute" || as === "number" || as === "moment") return { as, name: column };
  if (as === "score") return { as, name: column, scale: [1, 5] };
  if (as === "amount") return { as, name: column, currency: "EUR" };
  if (as === "duration") return { as, name: column, unit: "seconds" };
  return { as };
}

/** The same value for every row, as the name of the event or the channel; blank takes it away. */
export function withConstant(row: RowKind, part: "what" | "channel", value: string): RowKind {
  return tidy({ ...row, [part]: value === "" ? undefined : { value } });
}

/** The constant of a part, blank when it is read from a column or not there. */
export function constantOf(row: RowKind, part: "what" | "channel"): string {
  const field = row[part];
  return typeof field === "object" && "value" in field ? field.value : "";
}

/** What a kind of row still lacks before its rows can become something. */
export function lacking(row: RowKind): ("time" | "what" | "who" | "key")[] {
  const needed = {
    event: ["time", "what"],
    feedback: ["time"],
    person: ["who"],
    reference: ["key"],
  } as const;
  return needed[row.kind].filter((part) => row[part] === undefined);
}
