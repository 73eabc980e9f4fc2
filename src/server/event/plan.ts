import type { Mapping, RowKind, Source } from "../../core/event/mapping.ts";
import { sourceOfFile } from "../../core/event/source-of-file.ts";
import { withOrder, type SniffedTime } from "../../core/event/sniff-time.ts";
import type { TimeReading } from "../../core/event/time-reading.ts";
import type { Trust } from "../../core/identity/trust.ts";
import { message, type Message } from "../../core/message/message.ts";
import { nearest } from "../../core/nearest.ts";
import { AppError } from "../../core/problem.ts";
import type { Layout } from "../../engine/event/layout.ts";
import type { Written } from "./chunk-files.ts";
import type { Recognised } from "./recognise.ts";
import type { Survey } from "./survey.ts";

/** A file with all that is needed to read it: nothing is guessed any more. */
export type PlannedFile = {
  readonly file: Recognised;
  readonly source: Source;
  readonly layout: Layout;
  readonly encoding: NonNullable<Source["dialect"]>["encoding"];
  /** Does the first row name the columns? */
  readonly header: boolean;
  /** Lines before the header. */
  readonly before: number;
  readonly identicalRows: "one" | "separate";
  readonly notes: readonly Message[];
  /** Whose word it is; without it that of a system. */
  readonly trust?: Trust;
  /** Where its rows come from, if not from the file: rows that lay in quarantine. */
  readonly rows?: () => AsyncIterable<Written>;
};

/** The source of a mapping that a file belongs to; rejects with `bad-mapping` when there is none. */
export function sourceOf(mapping: Mapping, file: string): Source {
  const source = mapping.sources[sourceOfFile(mapping, file)];
  if (source) return source;
  const patterns = mapping.sources.map(({ files }) => files).join(", ");
  throw new AppError("bad-mapping", message("no-source", { file, patterns }));
}

/**
 * Brings a survey and its mapping together.
 * @throws AppError `bad-mapping` when a column is missing, holds no times where times are wanted, or
 * when day and month of its times cannot be told apart and the mapping does not say.
 */
export function planFile(survey: Survey, mapping: Mapping, source: Source): PlannedFile {
  const { file } = survey;
  if (source.format !== undefined && source.format !== file.format)
    throw new AppError(
      "bad-mapping",
      message("other-format", {
        file: file.name,
        format: file.format,
        source: source.name,
        expected: source.format,
      }),
    );
  const { columns, paths } = columnsOf(survey, source);
  const zone = source.zone ?? mapping.zone;
  const notes: Message[] = [];
  const times = new Map<string, TimeReading>();
  for (const [column, must] of timeColumns(source)) {
    const reading = readingOf(survey, source, column, must, notes);
    if (reading) times.set(column, reading);
  }
  const zoneless = [...times.values()].some((reading) => reading.kind === "text" && !reading.zoned);
  if (zoneless && file.format !== "parquet")
    notes.push(message("zone-taken", { file: file.name, zone }));
  const dialect = source.dialect ?? survey.dialect;
  return {
    file,
    source,
    layout: {
      format: file.format === "jsonl" || file.format === "parquet" ? file.format : "csv",
      columns,
      ...(paths && { paths }),
      ...(survey.types && { types: survey.types }),
      delimiter: dialect?.delimiter ?? ",",
      decimal: dialect?.decimal ?? ".",
      times,
      zone: file.format === "parquet" ? "UTC" : zone,
    },
    encoding: dialect?.encoding ?? "utf-8",
    header: file.format === "csv" && (dialect?.header ?? true),
    before: survey.before,
    identicalRows: source.identicalRows ?? identicalRows(file, source, times),
    notes,
  };
}

/** Where times are mere dates, two equal rows may well be two events; a log says what it means. */
function identicalRows(file: Recognised, source: Source, times: ReadonlyMap<string, TimeReading>) {
  if (file.format === "xes") return "separate";
  const own = source.rows.flatMap(({ time }) =>
    time === undefined ? [] : (times.get(time) ?? []),
  );
  const dates =
    own.length > 0 && own.every((reading) => reading.kind === "text" && reading.dateOnly);
  return dates ? "separate" : "one";
}

/** Columns of the file; a log and JSON lines may have more further on than their sample shows. */
function columnsOf(survey: Survey, source: Source): Pick<Layout, "columns" | "paths"> {
  const { file, paths } = survey;
  const names = survey.columns.map(({ name }) => name);
  const loose = file.format === "jsonl" || file.format === "xes";
  const missing = [...namedColumns(source)].filter(([column]) => !names.includes(column));
  for (const [column, needed] of missing) {
    if (loose && !needed) continue;
    const near = nearest(column, names);
    const at = { file: file.name, column };
    throw new AppError(
      "bad-mapping",
      near === undefined
        ? message("no-column", { ...at, columns: names.slice(0, 30).join(", ") })
        : message("no-column-but", { ...at, near }),
    );
  }
  const extra = missing.map(([column]) => column);
  const all = file.format === "xes" ? [...names, ...extra, beyond] : [...names, ...extra];
  return paths
    ? { columns: all, paths: [...paths, ...extra.map((column) => column.split("."))] }
    : { columns: all };
}

/** Last column of a log: which event of its trace it is, and attributes that no column stands for. */
export const beyond = "position in trace";

/** Every column that a source names; true where a row is nothing without it. */
export function namedColumns(source: Source): Map<string, boolean> {
  const found = new Map<string, boolean>();
  const add = (column: string | undefined, needed = false) => {
    if (column !== undefined) found.set(column, needed || (found.get(column) ?? false));
  };
  const field = (from: RowKind["what"], needed = false) => {
    if (typeof from === "string") add(from, needed);
    else if (from !== undefined && "column" in from) add(from.column, needed);
  };
  for (const row of source.rows) {
    // Of items of a list each kind has columns of its own, and a file may have none of a kind.
    const needed = source.each === undefined || row.when === undefined;
    add(row.time, needed);
    field(row.what, needed);
    field(row.journey, needed);
    for (const from of [row.why, row.channel, row.place, row.how]) field(from);
    const people = Object.values(row.who ?? {}).flat();
    for (const from of people)
      field(from, needed && row.journey === undefined && people.length === 1);
    for (const column of [row.comment, row.key, ...(row.id ?? [])]) add(column);
    for (const { column } of row.when ?? []) add(column);
    const { of = {}, text, how } = row.consent ?? {};
    for (const from of [...Object.values(of), text, how]) field(from);
    for (const measure of row.measures ?? [])
      if (measure.kind === "between") for (const column of [measure.from, measure.to]) add(column);
      else add(measure.column);
    for (const from of Object.values(row.attributes ?? {}))
      if (typeof from === "object" && "compare" in from)
        for (const column of [from.compare.left, from.compare.right]) add(column);
      else field(from);
  }
  return found;
}

/** Columns whose times are read; true where they must be times. */
export function timeColumns(source: Source): Map<string, boolean> {
  const found = new Map<string, boolean>();
  for (const row of source.rows) {
    for (const from of Object.values(row.attributes ?? {}))
      if (typeof from === "object" && "compare" in from)
        for (const column of [from.compare.left, from.compare.right])
          if (!found.has(column)) found.set(column, false);
    if (row.time !== undefined) found.set(row.time, true);
    for (const measure of row.measures ?? [])
      if (measure.kind === "between")
        for (const column of [measure.from, measure.to]) found.set(column, true);
      else if (measure.kind === "moment") found.set(measure.column, true);
  }
  return found;
}

const untold = { kind: "text", shape: null, dateOnly: false, zoned: false } as const;

function readingOf(
  { file, columns }: Survey,
  source: Source,
  column: string,
  must: boolean,
  notes: Message[],
): TimeReading | null {
  const found = columns.find(({ name }) => name === column);
  if (!found || found.type === "empty")
    return must ? { ...untold, order: source.dateOrder ?? "ymd" } : null;
  if (!must && found.type !== "time") return null;
  const at = { file: file.name, column };
  const example = found.examples[0] ?? "";
  if (!found.time) throw new AppError("bad-mapping", message("no-times", { ...at, example }));
  const proof = columns.find(({ time }) => time?.evidence === "day")?.time ?? null;
  const order = source.dateOrder ?? (found.time.evidence === "day" ? undefined : orderOf(proof));
  const { evidence, reading } = order === undefined ? found.time : withOrder(found.time, order);
  if (evidence === "none")
    throw new AppError("bad-mapping", message("no-date-order", { ...at, example }));
  if (evidence === "sequence" && reading.kind === "text")
    notes.push(message("date-order-taken", { ...at, order: reading.order }));
  return reading;
}

function orderOf(proof: SniffedTime | null): "ymd" | "dmy" | "mdy" | undefined {
  return proof?.reading.kind === "text" ? proof.reading.order : undefined;
}
