import { isDeepStrictEqual } from "node:util";
import type { Mapping } from "../../core/event/mapping.ts";
import { sniffColumn } from "../../core/event/sniff-column.ts";
import type { Trust } from "../../core/identity/trust.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import {
  clearQuarantine,
  listQuarantine,
  quarantinedFiles,
} from "../../engine/event/quarantine.ts";
import type { Engine } from "../../engine/port.ts";
import type { SourceKind } from "../../protocol/event/source.ts";
import { listImports } from "../documents/import.ts";
import { listSources } from "../documents/source.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Written } from "./chunk-files.ts";
import { csvCell } from "./file-rows.ts";
import { runJob, type ImportDeps, type ImportHandle } from "./import.ts";
import { liveLayout } from "./intake/kinds.ts";
import { jsonColumns } from "./json-sample.ts";
import { beyond, planFile, type PlannedFile } from "./plan.ts";
import { unfoldedLine, type Unfolding } from "./unfolded.ts";

/** Rows in quarantine of one source and file, with the same columns, told with the same trust. */
type Group = {
  readonly source: string;
  readonly file: string;
  readonly trust: Trust;
  /** Columns, in the order of the file; null when its rows are JSON lines, kept as they came. */
  readonly names: readonly string[] | null;
  /** A few of them, as they were kept. */
  readonly sample: string[];
};

export type Replayed = {
  readonly workspace: string;
  readonly mapping?: Mapping | undefined;
  /** Rows of this source only. */
  readonly source?: string | undefined;
};

/**
 * Reads the rows in quarantine again, as an import of its own, with a mended mapping or else the last
 * one of each source. What fits now becomes events; what does not goes back with its new reason. Rows
 * that are mere text, because they had no cells to begin with, stay as they are.
 */
export async function replayQuarantine(
  deps: ImportDeps,
  { workspace, mapping, source: only }: Replayed,
): Promise<ImportHandle> {
  const { engine, documents } = deps;
  const found = await findWorkspace(documents, workspace);
  const imports = await listImports(documents, found.id);
  const stored = await listSources(documents, found.id);
  const live = stored.map((each): Mapping => {
    const { zone } = found.settings;
    return { spoor: "mapping/1", zone, identity: {}, sources: [each.mapping] };
  });
  const known = [...live, ...imports.map((each) => each.mapping)];
  const mappings = [...(mapping ? [mapping] : []), ...known];
  const lines = new Set(
    known.flatMap(({ sources }) =>
      sources.flatMap(({ name, format }) => (format === "jsonl" ? [name] : [])),
    ),
  );
  const all = await groupsOf(engine, found.id, lines);
  const groups = all.filter(({ source }) => only === undefined || source === only);
  // Files that are pulled in are read as files are, wherever they come from.
  const lined = stored.filter(({ kind }) => kind !== "files");
  const told = new Map(lined.map(({ name, kind }) => [name, kind]));
  const plans = groups.map((group) => planGroup(engine, found.id, group, mappings, told));
  const [first] = mappings;
  if (plans.length === 0 || !first) throw new AppError("not-found", message("nothing-to-replay"));
  return runJob(deps, {
    workspace: found,
    mapping: first,
    plans,
    finished: (id) => clearQuarantine(engine, { ws: found.id, before: id, source: only }),
  });
}

async function groupsOf(engine: Engine, ws: number, lines: ReadonlySet<string>): Promise<Group[]> {
  const groups = new Map<string, Group>();
  if ((await quarantinedFiles(engine, ws)).length === 0) return [];
  for await (const { source, file, trust, raw } of readable(engine, ws)) {
    const names = lines.has(source) ? null : Object.keys(JSON.parse(raw) as object);
    const key = JSON.stringify([source, file, trust, names]);
    const group = groups.get(key) ?? { source, file, trust, names, sample: [] };
    groups.set(key, group);
    if (group.sample.length < 1000) group.sample.push(raw);
  }
  return [...groups.values()];
}

function planGroup(
  engine: Engine,
  ws: number,
  group: Group,
  mappings: readonly Mapping[],
  live: ReadonlyMap<string, SourceKind>,
): PlannedFile {
  const mapping = mappings.find(({ sources }) => sources.some(({ name }) => name === group.source));
  const source = mapping?.sources.find(({ name }) => name === group.source);
  if (!mapping || !source)
    throw new AppError("bad-mapping", message("no-mapping", { source: group.source }));
  const lines = group.names === null;
  const format = source.format ?? (lines ? "jsonl" : "csv");
  const file = { path: "", name: group.file, bytes: 0, format, compression: "none" } as const;
  const tells = live.get(source.name);
  if (tells !== undefined) {
    const layout = liveLayout(source, tells, mapping.zone);
    const rows = () => rowsOf(engine, ws, group, layout.columns, source);
    return { ...asItIs, file, source, layout, trust: group.trust, rows };
  }
  const { names, rows, paths } = group.names
    ? cellsOf(group.names, group.sample)
    : jsonColumns(group.sample.flatMap((raw) => textsIn(raw, source)));
  const columns = names.map((name, index) =>
    sniffColumn(
      name,
      rows.map((row) => row[index] ?? ""),
    ),
  );
  const plan = planFile(
    { file, columns, rows: [], before: 0, ...(paths && { paths }) },
    mapping,
    source,
  );
  return {
    ...plan,
    trust: group.trust,
    layout: { ...plan.layout, format: lines ? "jsonl" : "csv", delimiter: "," },
    rows: () => rowsOf(engine, ws, group, plan.layout.columns, source),
  };
}

const asItIs = {
  encoding: "utf-8",
  header: false,
  before: 0,
  identicalRows: "one",
  notes: [],
} as const;

function cellsOf(
  names: readonly string[],
  sample: readonly string[],
): { names: string[]; rows: string[][]; paths?: string[][] } {
  const own = names.filter((name) => name !== beyond);
  const rows = sample.map((raw) => JSON.parse(raw) as Record<string, string>);
  return { names: own, rows: rows.map((row) => own.map((name) => row[name] ?? "")) };
}

async function* rowsOf(
  engine: Engine,
  ws: number,
  group: Group,
  columns: readonly string[],
  unfolding: Unfolding,
): AsyncGenerator<Written> {
  for await (const { source, file, line, trust, raw } of readable(engine, ws)) {
    if (source !== group.source || file !== group.file || trust !== group.trust) continue;
    if (group.names === null) {
      const texts = textsIn(raw, unfolding);
      yield { text: texts.map((text) => `${line} ${text}\n`).join(""), rows: texts.length };
    } else {
      const row = JSON.parse(raw) as Record<string, string>;
      if (!isDeepStrictEqual(Object.keys(row), group.names)) continue;
      yield {
        text: `${[line, ...columns.map((name) => csvCell(row[name]))].join(",")}\n`,
        rows: 1,
      };
    }
  }
}

/** What was set aside whole may now be read item by item; what was unfolded already stays as it is. */
function textsIn(raw: string, unfolding: Unfolding): string[] {
  return [...unfoldedLine(raw, unfolding)].map(({ text }) => text);
}

async function* readable(engine: Engine, ws: number) {
  let after: readonly [number, string, number] | null = [0, "0", 0];
  while (after !== null) {
    const page = await listQuarantine(engine, { ws, limit: 5000, after });
    for (const [nth, row] of page.rows.entries())
      if (row.raw.startsWith("{")) yield { ...row, trust: page.trusts[nth]! };
    after = page.next;
  }
}
