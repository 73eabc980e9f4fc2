import { z } from "zod";
import { roleOf } from "./column-role.ts";
import type { Column, Preview } from "./import.ts";
import {
  DateOrder,
  type Dialect,
  type Field,
  type Mapping,
  type RowKind,
  type Source,
} from "./mapping.ts";
import type { SniffedColumn } from "./sniff-column.ts";

/** What is known of a file that a mapping is guessed for. */
export type GuessFile = {
  readonly name: string;
  readonly format: Preview["format"];
  readonly columns: readonly SniffedColumn[];
  readonly dialect?: Dialect;
};

/** What the user has said himself: columns by role. */
export const Given = z.strictObject({
  journey: z.string().optional(),
  event: z.string().optional(),
  time: z.string().optional(),
  channel: z.string().optional(),
  /** Identifier kind → column. */
  who: z.record(z.string(), z.string()).optional(),
  zone: z.string().optional(),
  dateOrder: DateOrder.optional(),
});
export type Given = z.infer<typeof Given>;

/** What a mapping needs and no column of the file seems to be. */
export const Missing = z.strictObject({
  file: z.string(),
  role: z.enum(["event", "time", "who"]),
  columns: z.array(z.string()),
});
export type Missing = z.infer<typeof Missing>;

/** A time column in which day and month cannot be told apart. */
export const Ambiguous = z.strictObject({
  file: z.string(),
  column: z.string(),
  example: z.string(),
});
export type Ambiguous = z.infer<typeof Ambiguous>;

export type Guess = {
  readonly mapping: Mapping;
  readonly missing: readonly Missing[];
  readonly ambiguous: readonly Ambiguous[];
};

export const defaultZone = "Europe/Amsterdam";

/**
 * A mapping for these files from the names and values of their columns, around what the user has said.
 * It is a proposal: `missing` and `ambiguous` say what he must decide before it can be used.
 */
export function guessMapping(files: readonly GuessFile[], given: Given = {}): Guess {
  const guesses = files.map((file) => guessSource(file, given));
  const sources = new Map<string, Source>();
  for (const { source } of guesses) if (!sources.has(source.name)) sources.set(source.name, source);
  const rows = [...sources.values()].flatMap((source) => source.rows);
  const byId = rows.some((row) => row.journey !== undefined);
  return {
    mapping: {
      spoor: "mapping/1",
      zone: given.zone ?? defaultZone,
      identity: {},
      journeys: byId ? { by: "id" } : { by: "person" },
      sources: [...sources.values()],
    },
    missing: guesses.flatMap(({ missing }) => missing),
    ambiguous: guesses.flatMap(({ ambiguous }) => ambiguous),
  };
}

function guessSource(file: GuessFile, given: Given) {
  const { columns, format, dialect } = file;
  const row = format === "xes" ? logRow(columns) : tableRow(columns, given);
  const missing = (["event", "time", "who"] as const).filter((role) => {
    if (role === "event") return row.what === undefined;
    if (role === "time") return row.time === undefined;
    return row.journey === undefined && row.who === undefined;
  });
  const times = columns.filter(({ type, time }) => type === "time" && time?.evidence === "none");
  // One column that proves its order speaks for the others of its file.
  const proof = columns.find(({ time }) => time?.evidence === "day")?.time?.reading;
  const order = given.dateOrder ?? (proof?.kind === "text" ? proof.order : undefined);
  const open = order === undefined ? times.filter(({ name }) => name === row.time) : [];
  const numbers = columns.flatMap(({ decimal }) => decimal ?? []);
  const comma = numbers.filter((sign) => sign === ",").length > numbers.length / 2;
  const stem = stemOf(file.name);
  const source: Source = {
    name: stem,
    files: `${stem}*`,
    format,
    ...(dialect && { dialect: { ...dialect, decimal: comma ? ("," as const) : ("." as const) } }),
    ...(order && times.length > 0 && { dateOrder: order }),
    rows: [row],
  };
  return {
    source,
    missing: missing.map((role) => ({
      file: file.name,
      role,
      columns: columns.map(({ name }) => name),
    })),
    ambiguous: open.map(({ name, examples }) => ({
      file: file.name,
      column: name,
      example: examples[0] ?? "",
    })),
  };
}

/** The standard extensions of XES say what their attributes mean. */
function logRow(columns: readonly SniffedColumn[]): RowKind {
  const has = (name: string) => columns.some((column) => column.name === name);
  const standard = ["case:concept:name", "concept:name", "time:timestamp"];
  const rest = columns.filter(({ name }) => !standard.includes(name));
  return {
    kind: "event",
    ...(has("case:concept:name") && { journey: "case:concept:name" }),
    ...(has("concept:name") && { what: "concept:name" }),
    ...(has("time:timestamp") && { time: "time:timestamp" }),
    ...attributesOf(rest),
  };
}

function tableRow(columns: readonly SniffedColumn[], given: Given): RowKind {
  const said = new Set([
    given.journey,
    given.event,
    given.time,
    given.channel,
    ...Object.values(given.who ?? {}),
  ]);
  const own = given.journey !== undefined || given.who !== undefined;
  const free = columns.filter(({ name, type }) => !said.has(name) && type !== "empty");
  const roles = free.map((column) => ({ column, guess: roleOf(column) }));
  const taken = new Set<string>();
  const pick = (
    role: "journey" | "what" | "time" | "channel" | "place" | "why" | "how" | "comment",
  ) => {
    const found = roles.find(({ guess }) => guess.role === role)?.column.name;
    if (found !== undefined) taken.add(found);
    return found;
  };
  const who: Record<string, Field> = { ...given.who };
  if (!own)
    for (const { column, guess } of roles) {
      if (guess.role !== "who" || guess.kind in who) continue;
      who[guess.kind] = column.name;
      taken.add(column.name);
    }
  const fields = {
    journey: given.journey ?? (own ? undefined : pick("journey")),
    who: Object.keys(who).length > 0 ? who : undefined,
    what:
      given.event ??
      pick("what") ??
      statusColumn(
        roles.map(({ column }) => column),
        taken,
      ),
    time: given.time ?? pick("time"),
    channel: given.channel ?? pick("channel"),
    place: pick("place"),
    why: pick("why"),
    how: pick("how"),
    comment: pick("comment"),
  };
  if (fields.what !== undefined) taken.add(fields.what);
  const measures = roles.flatMap(({ guess }) => (guess.role === "measure" ? [guess.measure] : []));
  for (const { column, guess } of roles) if (guess.role === "measure") taken.add(column.name);
  const filled = Object.fromEntries(
    Object.entries(fields).filter(([, field]) => field !== undefined),
  );
  return {
    kind: "event",
    ...filled,
    ...(measures.length > 0 && { measures }),
    ...attributesOf(free.filter(({ name }) => !taken.has(name))),
  };
}

/** Without a better name, a status is what happened. */
function statusColumn(columns: readonly Column[], taken: ReadonlySet<string>): string | undefined {
  return columns.find(
    ({ name, type }) =>
      !taken.has(name) &&
      type === "text" &&
      /(?:^|[ _.-])(?:status|event|activity|actie|onderwerp|subject)$/i.test(name),
  )?.name;
}

function attributesOf(columns: readonly SniffedColumn[]): Pick<RowKind, "attributes"> {
  const named = columns.map(({ name }) => [name, name] as const);
  return named.length > 0 ? { attributes: Object.fromEntries(named) } : {};
}

/** The name of the system behind a file: `orders_2026-01.csv.gz` and the next month are `orders`. */
function stemOf(name: string): string {
  const bare = name.replace(
    /(?:\.(?:csv|tsv|txt|jsonl|ndjson|json|parquet|xes|xml|xlsx|gz|zst))+$/i,
    "",
  );
  return (bare.replace(/[ _.-]*\d{4}(?:[ _.-]?\d{2}){0,2}$/, "") || bare || name).slice(0, 80);
}
