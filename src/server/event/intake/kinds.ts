import type { Source } from "../../../core/event/mapping.ts";
import type { TimeReading } from "../../../core/event/time-reading.ts";
import type { SourceKind } from "../../../protocol/event/source.ts";
import type { Layout } from "../../../engine/event/layout.ts";
import type { Loading } from "../../../engine/event/load.ts";
import { measureCodes } from "../../../engine/event/measure-code.ts";
import type { Engine } from "../../../engine/port.ts";
import type { StoredSource } from "../../documents/source.ts";
import type { Settings } from "../../documents/workspace.ts";
import { namedColumns, timeColumns } from "../plan.ts";

const arrived: TimeReading = { kind: "epoch", unit: "ms" };

/** How the lines of a live source are read, apart from the batch that they come in. */
export async function kindsOf(
  engine: Engine,
  { workspace, name, kind: tells, mapping }: StoredSource,
  { identity, zone }: Settings,
): Promise<(batch: number) => Loading[]> {
  const layout = liveLayout(mapping, tells, zone);
  const codes: number[][] = [];
  for (const { measures = [] } of mapping.rows)
    codes.push(await measureCodes(engine, workspace, measures));
  return (batch) =>
    mapping.rows.map((kind, rule) => ({
      ws: workspace,
      import: batch,
      source: name,
      file: "",
      layout,
      kind,
      rule,
      rules: mapping.rows.length,
      identity,
      codes: codes[rule] ?? [],
    }));
}

/**
 * Lines of a live source hold nothing that has to be found out: those of calls are as Spoor wrote
 * them, and a tool's times say what they are.
 */
export function liveLayout(source: Source, tells: SourceKind, zone: string): Layout {
  const columns = [...namedColumns(source).keys()];
  const any: TimeReading = { kind: "any", order: source.dateOrder ?? "ymd" };
  const times = [...timeColumns(source)].flatMap(([column, must]) => (must ? [column] : []));
  const readingOf = (column: string) => (tells === "calls" && column === "time" ? arrived : any);
  return {
    format: "jsonl",
    columns,
    paths: columns.map((column) => column.split(".")),
    decimal: ".",
    times: new Map(times.map((column) => [column, readingOf(column)])),
    zone: source.zone ?? zone,
  };
}
