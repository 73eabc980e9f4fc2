import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { HOUR, zoneHours } from "../../core/demo/calendar.ts";
import type { Field, Mapping, RowKind, Source } from "../../core/event/mapping.ts";

/** A row of the demo's files as its mapping reads it: slow, simple, and no kin of the import. */
export type ReadRow = {
  readonly source: string;
  readonly kind: RowKind["kind"];
  readonly id: string;
  readonly time: number;
  readonly event: string;
  readonly channel: string;
  /** `kind value`, as it stands in the file. */
  readonly who: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly score: number | null;
};

export type ReadFiles = {
  readonly rows: readonly ReadRow[];
  /** Rows that cannot be read, per source. */
  readonly unreadable: ReadonlyMap<string, number>;
  /** Good rows that no kind or more than one kind claims. */
  readonly unclaimed: readonly string[];
};

type Cells = (column: string) => string;

/** Reads all files by a mapping. */
export function readFiles(paths: readonly string[], mapping: Mapping): ReadFiles {
  const rows: ReadRow[] = [];
  const unreadable = new Map<string, number>();
  const unclaimed: string[] = [];
  for (const path of paths) {
    const source = sourceOf(path, mapping);
    for (const line of linesOf(path, source)) {
      const cells = cellsOf(line, source);
      const kinds = cells ? source.rows.filter((kind) => applies(kind, cells)) : [];
      const [kind] = kinds;
      const row = cells && kind && read(source, kind, cells, mapping.zone);
      if (row && kinds.length === 1) rows.push(row);
      else if (cells && kinds.length !== 1) unclaimed.push(line.text);
      else unreadable.set(source.name, (unreadable.get(source.name) ?? 0) + 1);
    }
  }
  return { rows, unreadable, unclaimed };
}

function sourceOf(path: string, mapping: Mapping): Source {
  const matching = mapping.sources.filter(({ files }) =>
    new RegExp(`^${files.replaceAll(".", "\\.").replaceAll("*", ".*")}$`).test(basename(path)),
  );
  const [source] = matching;
  if (!source || matching.length > 1)
    throw new Error(`${path} belongs to ${matching.length} sources`);
  return source;
}

type Line = { readonly text: string; readonly header: readonly string[] };

function linesOf(path: string, source: Source): Line[] {
  const latin = source.dialect?.encoding === "windows-1252";
  const lines = readFileSync(path, latin ? "latin1" : "utf8")
    .trimEnd()
    .split("\n");
  if (source.format === "jsonl") return lines.map((text) => ({ text, header: [] }));
  const header = split(lines[0] ?? "", source.dialect?.delimiter ?? ",");
  return lines.slice(1).map((text) => ({ text, header }));
}

function cellsOf({ text, header }: Line, source: Source): Cells | null {
  if (source.format === "jsonl") {
    try {
      const value: unknown = JSON.parse(text);
      return (column) => inside(value, column.split("."));
    } catch {
      return null;
    }
  }
  const cells = split(text, source.dialect?.delimiter ?? ",");
  if (cells.length !== header.length) return null;
  return (column) => {
    const index = header.indexOf(column);
    if (index < 0) throw new Error(`${source.name} has no column ${column}`);
    return (cells[index] ?? "").trim();
  };
}

function inside(value: unknown, path: readonly string[]): string {
  if (value === null || value === undefined) return "";
  const [first, ...rest] = path;
  if (first === undefined) return typeof value === "string" ? value : JSON.stringify(value);
  return inside((value as Record<string, unknown>)[first], rest);
}

function split(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line.charAt(at);
    if (letter === '"' && quoted && line[at + 1] === '"') {
      cell += letter;
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === delimiter && !quoted) {
      cells.push(cell);
      cell = "";
    } else cell += letter;
  }
  return [...cells, cell];
}

function applies(kind: RowKind, cells: Cells): boolean {
  return (kind.when ?? []).every(
    (test) =>
      (test.in?.includes(cells(test.column)) ?? true) &&
      !(test.notIn?.includes(cells(test.column)) ?? false),
  );
}

function value(field: Field | undefined, cells: Cells): string {
  if (field === undefined) return "";
  if (typeof field === "string") return cells(field);
  if ("value" in field) return field.value;
  const text = cells(field.column);
  return field.values?.[text] ?? text;
}

function read(source: Source, kind: RowKind, cells: Cells, zone: string): ReadRow | null {
  const time = timeOf(cells(kind.time ?? ""), source.zone ?? zone);
  if (Number.isNaN(time)) return null;
  const who = Object.entries(kind.who ?? {}).flatMap(([name, fields]) =>
    [fields].flat().map((field) => [name, value(field, cells)]),
  );
  const attributes = Object.entries(kind.attributes ?? {}).map(([name, field]) => [
    name,
    typeof field === "object" && "compare" in field ? "" : value(field, cells),
  ]);
  const score = kind.measures?.find((measure) => measure.kind === "score");
  return {
    source: source.name,
    kind: kind.kind,
    id: (kind.id ?? []).map(cells).join(" ") || JSON.stringify([time, who]),
    time,
    event: value(kind.what, cells),
    channel: value(kind.channel, cells),
    who: who.filter(([, text]) => text !== "" && text !== "null").map((pair) => pair.join(" ")),
    attributes: Object.fromEntries(attributes.filter(([, text]) => text !== "")),
    score: score ? Number(cells(score.column)) : null,
  };
}

/** Epoch milliseconds; NaN when the text is no time. */
function timeOf(text: string, zone: string): number {
  if (/^\d{13}$/.test(text)) return Number(text);
  if (/^\d{4}-\d\d-\d\dT.*(Z|[+]\d\d:\d\d)$/.test(text)) return Date.parse(text);
  const dutch = /^(\d\d)[-/](\d\d)[-/](\d{4})( \d\d:\d\d)?$/.exec(text);
  const plain = dutch ? `${dutch[3]}-${dutch[2]}-${dutch[1]}${dutch[4] ?? " 00:00"}` : text;
  const local = Date.parse(`${plain.replace(" ", "T")}Z`);
  return zone === "UTC" ? local : local - zoneHours(local - HOUR) * HOUR;
}
