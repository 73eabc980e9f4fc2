import { z } from "zod";
import { readMessage } from "../../core/message/message.ts";
import type { Engine } from "../port.ts";
import { chunkShape } from "./cells.ts";
import { loadSelect, type Loading } from "./load.ts";

const Row = z.object({
  line: z.string(),
  kind: z.string(),
  time: z.string().nullable(),
  event: z.string(),
  channel: z.string(),
  journey: z.string(),
  who: z.array(z.string()),
  problem: z.string().transform(readMessage).nullable(),
});
export type PreviewedEvent = Omit<z.infer<typeof Row>, "line" | "kind"> & { readonly line: number };

/** What the rows in a text would become, by the very statement that loads them; nothing is stored. */
export async function previewRows(
  engine: Engine,
  loading: Loading,
  text: string,
): Promise<PreviewedEvent[]> {
  const place = { row: 0, line: loading.layout.format === "csv" ? null : 1 };
  const { format, structure, settings = {} } = chunkShape(loading.layout, place);
  const from = `format(${format}, {preview_structure:String}, {preview_text:String})`;
  const { columns, sql, parameters } = loadSelect(loading, place, from);
  const or = (column: string, none: string) => (columns.includes(column) ? column : none);
  const rows = await engine.lookup.rows(
    Row,
    `SELECT line, kind, ${or("time", "NULL")} AS time, ${or("event", "''")} AS event,
       ${or("channel", "''")} AS channel, ${or("journey", "''")} AS journey,
       arrayMap(w -> concat(w.1, ': ', w.2), ${or("who", "[]::Array(Tuple(String, String))")}) AS who,
       nullIf(problem, '') AS problem FROM (${sql})`,
    { ...parameters, preview_structure: structure, preview_text: text },
    { settings },
  );
  return rows.map(({ line, kind: _kind, ...rest }) => ({ ...rest, line: Number(line) }));
}
