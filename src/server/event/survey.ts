import { z } from "zod";
import { csvRows } from "../../core/event/csv-text.ts";
import type { Preview } from "../../core/event/import.ts";
import type { Dialect, Source } from "../../core/event/mapping.ts";
import { sniffColumn, type SniffedColumn } from "../../core/event/sniff-column.ts";
import { sniffDialect } from "../../core/event/sniff-dialect.ts";
import { sniffEncoding } from "../../core/event/sniff-encoding.ts";
import { message, type Message } from "../../core/message/message.ts";
import { literal } from "../../engine/literal.ts";
import type { Engine } from "../../engine/port.ts";
import { readBytes } from "./byte-stream.ts";
import { jsonSample } from "./json-sample.ts";
import { unreadable, type Recognised } from "./recognise.ts";
import { readSamples } from "./samples.ts";
import { sheetRows } from "./sheet-rows.ts";
import { asText, logSample } from "./log-sample.ts";

/** What a file holds, by looking at parts of it. */
export type Survey = {
  readonly file: Recognised;
  readonly columns: readonly SniffedColumn[];
  /** A few first rows, in the order of the columns. */
  readonly rows: readonly (readonly string[])[];
  readonly dialect?: Dialect;
  /** Lines before the header: `sep=;`. */
  readonly before: number;
  /** Keys that lead to each column; JSON lines only. */
  readonly paths?: readonly (readonly string[])[];
  /** The engine's types; Parquet only. */
  readonly types?: readonly string[];
};

/** Names, rows and the rest of a survey before its columns are looked at one by one. */
type Sample = Omit<Survey, "file" | "columns" | "rows"> & {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const shown = 50;

/**
 * Looks at the start, the middle and the end of a file: its columns, their types, how it is written.
 * A source that is given says how it is written, and what in its JSON is a line. Rejects with
 * `unreadable-file`.
 */
export async function survey(
  engine: Engine,
  file: Recognised,
  source: Partial<Source> = {},
): Promise<Survey> {
  const { names, rows, ...rest } = await sampleOf(engine, file, source);
  if (names.length === 0) throw unreadable(message("file-without-rows", { name: file.name }));
  const columns = names.map((name, index) =>
    sniffColumn(
      name,
      rows.map((row) => row[index] ?? ""),
    ),
  );
  return { file, columns, rows: rows.slice(0, shown), ...rest };
}

/** A survey as its reader sees it; `upload` is how he calls the file. */
export function previewOf(survey: Survey, upload: string, notes: readonly Message[]): Preview {
  const { name, bytes, format, compression } = survey.file;
  return {
    upload,
    name,
    bytes,
    format,
    compression,
    columns: survey.columns.map(({ name, examples, filled, distinct, type }) => ({
      name,
      examples,
      filled,
      distinct,
      type,
    })),
    rows: survey.rows.map((row) => [...row]),
    notes: [...notes],
  };
}

function sampleOf(engine: Engine, file: Recognised, source: Partial<Source>): Promise<Sample> {
  switch (file.format) {
    case "csv":
      return csvSample(file, source.dialect);
    case "jsonl":
      return jsonSample(file, source).then((sample) => ({ ...sample, before: 0 }));
    case "xes":
      return logSample(asText(readBytes(file)), file.name).then((sample) => ({
        ...sample,
        before: 0,
      }));
    case "xlsx":
      return sheetSample(file);
    case "parquet":
      return parquetSample(engine, file);
  }
}

async function csvSample(file: Recognised, given: Dialect | undefined): Promise<Sample> {
  const { parts, complete } = await readSamples(file);
  const encoding = given?.encoding ?? sniffEncoding(Buffer.concat(parts));
  const texts = parts.map((part) => new TextDecoder(encoding).decode(part));
  const [, sign] = /^sep=(.)\r?\n/i.exec(texts[0]!) ?? [];
  const start = sign ? texts[0]!.replace(/^[^\n]*\n/, "") : texts[0]!;
  const sniffed = sniffDialect(start, complete);
  const delimiter = given?.delimiter ?? sign ?? sniffed.delimiter;
  const header = given?.header ?? sniffed.header;
  const [first = [], ...others] = csvRows(start, delimiter, complete);
  const names = unique(header ? first : first.map((_, index) => `column ${index + 1}`));
  const later = texts
    .slice(1)
    .flatMap((text) => csvRows(text.slice(text.indexOf("\n") + 1), delimiter, false));
  const rows = [...(header ? [] : [first]), ...others, ...later];
  return {
    names,
    rows: rows.filter((row) => row.length === names.length),
    dialect: { delimiter, header, encoding, decimal: given?.decimal ?? "." },
    before: sign ? 1 : 0,
  };
}

async function sheetSample(file: Recognised): Promise<Sample> {
  const [first = [], ...rows] = await sheetRows(file);
  return { names: unique(first), rows: rows.slice(0, 5000), before: 0 };
}

const Described = z.object({ name: z.string(), type: z.string() });

async function parquetSample(engine: Engine, file: Recognised): Promise<Sample> {
  const from = `file(${literal(file.path)}, Parquet)`;
  const described = await engine.lookup
    .rows(Described, `DESCRIBE TABLE ${from}`)
    .catch((error: unknown) => {
      throw unreadable(message("file-parquet", { name: file.name }), error);
    });
  const rows = await engine.lookup.rows(
    z.record(z.string(), z.unknown()),
    `SELECT * FROM ${from} LIMIT 2000`,
  );
  const names = described.map(({ name }) => name);
  return {
    names,
    types: described.map(({ type }) => type),
    rows: rows.map((row) => names.map((name) => plainText(row[name]))),
    before: 0,
  };
}

function plainText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Column names that are all there and all different. */
function unique(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((raw, index) => {
    const name = raw.trim() || `column ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
