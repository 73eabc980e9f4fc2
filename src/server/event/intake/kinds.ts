import type { Source } from "../../../core/event/mapping.ts";
import type { TimeReading } from "../../../core/event/time-reading.ts";
import type { Layout } from "../../../engine/event/layout.ts";
import type { Loading } from "../../../engine/event/load.ts";
import { measureCodes } from "../../../engine/event/measure-code.ts";
import type { Engine } from "../../../engine/port.ts";
import type { StoredSource } from "../../documents/source.ts";
import type { Settings } from "../../documents/workspace.ts";
import { namedColumns } from "../plan.ts";

const arrived: TimeReading = { kind: "epoch", unit: "ms" };

/** How the lines of a live source are read, apart from the batch that they come in. */
export async function kindsOf(
  engine: Engine,
  { workspace, name, mapping }: StoredSource,
  { identity, zone }: Settings,
): Promise<(batch: number) => Loading[]> {
  const layout = liveLayout(mapping, zone);
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

/** Lines of a live source are as Spoor wrote them: nothing of their form has to be found out. */
export function liveLayout(source: Source, zone: string): Layout {
  const columns = [...namedColumns(source).keys()];
  const times = source.rows.flatMap(({ time }) => (time === undefined ? [] : [time]));
  return {
    format: "jsonl",
    columns,
    paths: columns.map((column) => column.split(".")),
    decimal: ".",
    times: new Map(times.map((time) => [time, arrived])),
    zone: source.zone ?? zone,
  };
}
