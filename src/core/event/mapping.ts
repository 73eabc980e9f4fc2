import { z } from "zod";

/**
 * How the columns of files become events: who did what, why, where, when and how.
 * One mapping describes a whole source set: several files, their kinds of rows, and how the
 * people and journeys in them are recognised. It is a YAML file that can be shared and reused.
 */

/** Where a value comes from: a column (dotted path in JSON), a constant, or a column with renamed values. */
export const Field = z.union([
  z.string().min(1),
  z.strictObject({ value: z.string() }),
  z.strictObject({
    column: z.string().min(1),
    /** Renames: value in the file → value in Spoor. A value that is not listed stays as it is. */
    values: z.record(z.string(), z.string()).optional(),
    /** Taken from a reference source (rows of kind `reference`) by this column as its key. */
    via: z.strictObject({ source: z.string(), take: z.string() }).optional(),
  }),
]);
export type Field = z.infer<typeof Field>;

/** A test on one column; a row kind applies only to the rows that pass all of its tests. */
export const Condition = z.strictObject({
  column: z.string().min(1),
  in: z.array(z.string()).min(1).optional(),
  notIn: z.array(z.string()).min(1).optional(),
  filled: z.boolean().optional(),
});
export type Condition = z.infer<typeof Condition>;

/** A number that a row reports: a score with its scale, an amount with its currency, a duration, or a moment. */
export const MeasureField = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("score"),
    name: z.string().min(1),
    column: z.string().min(1),
    /** Worst and best value, e.g. [1, 5]; [7, 1] when a low figure is the good one. */
    scale: z.tuple([z.number(), z.number()]),
  }),
  z.strictObject({
    kind: z.literal("amount"),
    name: z.string().min(1),
    column: z.string().min(1),
    currency: z.string().length(3),
  }),
  z.strictObject({
    kind: z.literal("duration"),
    name: z.string().min(1),
    column: z.string().min(1),
    unit: z.enum(["seconds", "minutes", "hours", "days"]),
  }),
  z.strictObject({
    /** Time from one column to another, in seconds; negative when `to` lies before `from`. */
    kind: z.literal("between"),
    name: z.string().min(1),
    from: z.string().min(1),
    to: z.string().min(1),
  }),
  z.strictObject({
    /** A date or time that was told, such as what was promised; in seconds since 1970. */
    kind: z.literal("moment"),
    name: z.string().min(1),
    column: z.string().min(1),
  }),
  z.strictObject({
    kind: z.literal("number"),
    name: z.string().min(1),
    column: z.string().min(1),
    unit: z.string().optional(),
  }),
]);
export type MeasureField = z.infer<typeof MeasureField>;

/** An attribute: a field, or a comparison of two columns (numbers, times or text) that gives `yes` or `no`. */
export const AttributeField = z.union([
  Field,
  z.strictObject({
    compare: z.strictObject({
      left: z.string().min(1),
      is: z.enum(["after", "before", "equal"]),
      right: z.string().min(1),
    }),
  }),
]);
export type AttributeField = z.infer<typeof AttributeField>;

/**
 * What one row of a file tells. A row may tell several things (an order row: placed, approved, delivered).
 * - `event`: a step of a journey.
 * - `feedback`: what a customer said *about* a touchpoint; its scores and comment belong to the last
 *   event called `what` before it (of any name when `what` is missing); it is no step itself.
 * - `person`: identifiers and attributes of a person, no step.
 * - `reference`: a look-up table (products, shops) that other rows take attributes from.
 */
export const RowKind = z.strictObject({
  kind: z.enum(["event", "feedback", "person", "reference"]).default("event"),
  when: z.array(Condition).optional(),
  /** Columns that together identify the event for good; without it the whole row does. */
  id: z.array(z.string().min(1)).min(1).optional(),
  /** The journey (case) that the row belongs to, when the source knows it. */
  journey: Field.optional(),
  /** Identifier kind → column: `{ customer: klantnummer, email: e-mail }`; several where a row knows two of a kind. */
  who: z.record(z.string(), z.union([Field, z.array(Field).min(2)])).optional(),
  what: Field.optional(),
  why: Field.optional(),
  channel: Field.optional(),
  place: Field.optional(),
  /** Column with the time; a row of a source with several kinds is skipped for a kind whose time is empty. */
  time: z.string().min(1).optional(),
  how: Field.optional(),
  attributes: z.record(z.string(), AttributeField).optional(),
  /** Objects in JSON lines whose values all become attributes, each under its own name. */
  rest: z.array(z.string().min(1)).min(1).optional(),
  /** What the customer agreed to, or does not agree to any more, at the row's time. */
  consent: z
    .strictObject({
      /** Purpose → a column that says yes or no in one of the usual words; empty says nothing. */
      of: z.record(z.string().min(1), Field).optional(),
      /** An object in JSON lines that holds such words by purpose. */
      in: z.string().min(1).optional(),
      /** Which version of the text he saw. */
      text: Field.optional(),
      /** The way in which he said it. */
      how: Field.optional(),
    })
    .optional(),
  measures: z.array(MeasureField).optional(),
  /** What the customer said, in his own words. */
  comment: z.string().min(1).optional(),
  /** For `reference`: the column other sources refer to. */
  key: z.string().min(1).optional(),
});
export type RowKind = z.infer<typeof RowKind>;

export const Encoding = z.enum(["utf-8", "windows-1252", "utf-16le", "utf-16be"]);
export type Encoding = z.infer<typeof Encoding>;

export const Dialect = z.strictObject({
  delimiter: z.string().length(1),
  header: z.boolean().default(true),
  encoding: Encoding.default("utf-8"),
  decimal: z.enum([".", ","]).default("."),
});
export type Dialect = z.infer<typeof Dialect>;

export const DateOrder = z.enum(["ymd", "dmy", "mdy"]);
export type DateOrder = z.infer<typeof DateOrder>;

export const Source = z.strictObject({
  /** Name of the source in the workspace: the same name is the same system, month after month. */
  name: z.string().min(1).max(80),
  /** Which files of the set belong to this source, e.g. `orders*.csv*`; `*` stands for any text. */
  files: z.string().min(1).default("*"),
  format: z.enum(["csv", "jsonl", "parquet", "xes", "xlsx"]).optional(),
  dialect: Dialect.optional(),
  /** IANA zone in which times without a zone are read. */
  zone: z.string().min(1).optional(),
  dateOrder: DateOrder.optional(),
  /** Are two rows that are the same in every column one event or two? Default: `one`. */
  identicalRows: z.enum(["one", "separate"]).optional(),
  /**
   * The list in JSON whose items are lines of their own, by its dotted path; several where it may stand
   * in several places. Lists on the way are gone through; what stands around an item is its `parent`.
   */
  each: z.union([z.string().min(1), z.array(z.string().min(1)).min(2)]).optional(),
  /** Lists in JSON that are read as objects, and what names each item: `{ answers: field.ref }`. */
  keyed: z.record(z.string(), z.string().min(1)).optional(),
  rows: z.array(RowKind).min(1),
});
export type Source = z.infer<typeof Source>;

/** How identifiers of one kind may link. */
export const IdentifierRule = z.strictObject({
  /** One person has one of these (a customer number): an identifier that meets two is shared and links nobody. */
  unique: z.boolean().default(false),
  /**
   * An identifier that meets more than this many others of one kind is shared and links nobody. Without
   * it 50, and none for a unique kind: a customer number may meet a new cookie every week.
   */
  limit: z.number().int().min(1).optional(),
  /** Values that identify nobody, beside the common ones (`null`, `n/a`, `unknown`, …). */
  blocked: z.array(z.string()).default([]),
});
export type IdentifierRule = z.infer<typeof IdentifierRule>;

/** How a history is cut into journeys. */
export const JourneyCut = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("id") }),
  z.strictObject({ by: z.literal("person") }),
  z.strictObject({ by: z.literal("gap"), days: z.number().positive() }),
  z.strictObject({
    by: z.literal("bounds"),
    /** Event names that open a journey. */
    start: z.array(z.string()).min(1),
    /** Event names that close it; without any, it runs to the next start. */
    end: z.array(z.string()).default([]),
  }),
]);
export type JourneyCut = z.infer<typeof JourneyCut>;

export const Mapping = z.strictObject({
  spoor: z.literal("mapping/1"),
  zone: z.string().min(1).default("Europe/Amsterdam"),
  identity: z.record(z.string(), IdentifierRule.partial()).default({}),
  journeys: JourneyCut.optional(),
  sources: z.array(Source).min(1),
});
export type Mapping = z.infer<typeof Mapping>;
