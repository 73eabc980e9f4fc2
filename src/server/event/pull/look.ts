import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { guessMapping, type Given } from "../../../core/event/guess-mapping.ts";
import type { Mapping, Source } from "../../../core/event/mapping.ts";
import type { DatabaseOrigin, FileOrigin } from "../../../core/event/pull/origin.ts";
import { sniffColumn } from "../../../core/event/sniff-column.ts";
import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import { previewRows, type PreviewedEvent } from "../../../engine/event/preview.ts";
import type { Found, Looked } from "../../../protocol/event/pull.ts";
import type { Settings } from "../../documents/workspace.ts";
import { liveLayout } from "../intake/kinds.ts";
import { jsonColumns } from "../json-sample.ts";
import { preview } from "../preview.ts";
import type { PullParts } from "./asking.ts";
import { growthOf, likelyGrowth, type Database } from "./database.ts";
import { openDatabase } from "./open-database.ts";
import { openShelf } from "./shelf.ts";
import { describeTable, rowLine, withNames } from "./table-plan.ts";
import { takeFile } from "./take-file.ts";

/** So many tables or files are listed, and rows and columns looked at. */
const TABLES = 1000;
const FILES = 20;
const ROWS = 50;
const COLUMNS = 100;

type Asked = {
  readonly secret: string | null;
  readonly signal: AbortSignal;
};

type Wanted = Asked & {
  readonly name: string;
  readonly given: Given;
  readonly mapping: Source | undefined;
  readonly settings: Settings;
};

/** What there is in a database, and in its table when one was chosen. */
export async function findTables(
  { outgoing }: PullParts,
  origin: DatabaseOrigin,
  { secret, signal }: Asked,
): Promise<Found> {
  await using database = await openDatabase(origin, secret, outgoing, signal);
  const tables = await database.tables(TABLES + 1);
  const described = origin.table && (await describeTable(database, origin));
  return {
    tables: tables.slice(0, TABLES),
    columns: (described?.columns ?? []).map((column) => ({
      name: column.name,
      type: column.type,
      grows: growthOf(column) !== null,
    })),
    key: [...(described?.key ?? [])],
    grows: described && likelyGrowth(described),
    files: [],
    more: tables.length > TABLES,
  };
}

/** The first files of an origin. */
export async function findFiles(
  parts: PullParts,
  origin: FileOrigin,
  { secret, signal }: Asked,
): Promise<Found> {
  const shelf = openShelf({ ...parts, quiet: 0 }, origin, secret, signal);
  const files: Found["files"] = [];
  for await (const page of shelf.list(false)) {
    files.push(...page.map(({ name, bytes }) => ({ name, bytes })));
    if (files.length > FILES) break;
  }
  if (origin.kind === "address") {
    // What nobody listed is not known to be there.
    const opened = await shelf.open({ name: "", mark: "", bytes: null }, null);
    opened?.bytes.destroy();
  }
  const nothing = { tables: [], columns: [], key: [], grows: null };
  return { ...nothing, files: files.slice(0, FILES), more: files.length > FILES };
}

/** The first rows of a table, and what they become. */
export async function lookAtTable(
  { outgoing, imports }: PullParts,
  origin: DatabaseOrigin,
  { secret, signal, name, given, mapping, settings }: Wanted,
): Promise<Looked> {
  await using database = await openDatabase(origin, secret, outgoing, signal);
  const { columns, texts } = await firstRows(database, origin);
  const { names, rows } = jsonColumns(texts);
  const sniffed = names.map((column, place) =>
    sniffColumn(
      column,
      rows.map((row) => row[place] ?? ""),
    ),
  );
  const grows = columns.find((column) => column.name === origin.grows);
  const timely = grows && growthOf(grows) === "time" ? { time: grows.name } : {};
  const first = guessMapping([{ name, format: "jsonl", columns: sniffed }], given);
  const guess = first.missing.some(({ role }) => role === "time")
    ? guessMapping([{ name, format: "jsonl", columns: sniffed }], { ...timely, ...given })
    : first;
  const source = withNames(mapping ?? called(guess.mapping.sources[0]!, name), origin);
  const events: PreviewedEvent[] = [];
  for (const [rule, kind] of source.rows.entries())
    events.push(
      ...(await previewRows(
        imports.engine,
        {
          ws: 0,
          import: 0,
          source: name,
          file: "",
          layout: liveLayout(source, "table", settings.zone),
          kind,
          rule,
          rules: source.rows.length,
          identity: settings.identity,
          codes: (kind.measures ?? []).map((_, index) => index + 1),
        },
        `${texts.join("\n")}\n`,
      )),
    );
  const asked = mapping === undefined ? guess.missing : [];
  return {
    columns: sniffed.map(({ name, examples, filled, distinct, type }) => ({
      name,
      examples,
      filled,
      distinct,
      type,
    })),
    mapping: source,
    events: events.toSorted((a, b) => a.line - b.line),
    missing: asked.filter(({ role }) => role !== "event"),
    // Databases write their times in one order.
    ambiguous: [],
    notes: [],
  };
}

async function firstRows(database: Database, origin: DatabaseOrigin) {
  const { columns } = await describeTable(database, origin);
  const table = origin.table!;
  const legible = columns.filter(({ kind }) => kind !== "binary").slice(0, COLUMNS);
  const rows = await database.page({
    table,
    columns: legible,
    order: [],
    from: null,
    limit: ROWS,
  });
  const texts = rows
    .map((row) => rowLine(row, { columns: legible }))
    .filter((line) => typeof line === "string");
  if (texts.length === 0)
    throw new AppError("bad-request", message("pull-no-rows", { table: table.name }));
  return { columns, texts };
}

/** The first rows of the first file, and what they become. */
export async function lookAtFiles(
  parts: PullParts,
  origin: FileOrigin,
  { secret, signal, name, given, mapping, settings }: Wanted,
): Promise<Looked> {
  const { imports } = parts;
  const shelf = openShelf({ ...parts, quiet: 0 }, origin, secret, signal);
  let first = null;
  for await (const page of shelf.list(false)) {
    first = page[0] ?? null;
    if (first) break;
  }
  if (!first) throw new AppError("bad-request", message("pull-no-files"));
  const folder = join(imports.dataDir, "tmp", `import-${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  try {
    const path = join(folder, "file");
    const opened = await shelf.open(first, null);
    if (!opened) throw new AppError("bad-request", message("pull-no-files"));
    await takeFile(opened.bytes, path, signal);
    const { zone, identity } = settings;
    const whole: Mapping | undefined = mapping && {
      spoor: "mapping/1",
      zone,
      identity,
      sources: [{ ...mapping, name, files: "*" }],
    };
    const file = { path, name: basename(first.name), upload: "" };
    const seen = await preview(imports.engine, [file], whole, { zone, ...given });
    return {
      columns: seen.previews[0]?.columns ?? [],
      mapping: called(seen.mapping.sources[0]!, name),
      events: seen.events.map((event) => {
        const { file: _, ...rest } = event;
        return rest;
      }),
      missing: seen.missing.filter(({ role }) => role !== "event"),
      ambiguous: seen.ambiguous,
      notes: seen.previews.flatMap(({ notes }) => notes),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A guess under the name of the source; what has no name of its own is called after it. */
function called(source: Source, name: string): Source {
  return {
    ...source,
    name,
    files: "*",
    rows: source.rows.map((row) => ({ ...row, what: row.what ?? { value: name } })),
  };
}
