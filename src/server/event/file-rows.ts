import { asUtf8, readBytes } from "./byte-stream.ts";
import type { Written } from "./chunk-files.ts";
import { csvStretches } from "./csv-stretches.ts";
import { lineStretches } from "./line-stretches.ts";
import { asText } from "./log-sample.ts";
import type { PlannedFile } from "./plan.ts";
import { sheetRows } from "./sheet-rows.ts";
import type { Stretch } from "./stretch.ts";
import { unfolded } from "./unfolded.ts";
import { xesEvents } from "./xes-events.ts";

/** How the rows of a file come: what to leave out at the start, what stands behind a line number. */
export type FileRows = {
  readonly parts: AsyncIterable<Stretch | Written>;
  readonly skip: number;
  readonly separator: string;
};

/** The rows of a file, streaming. Parquet is not read here: the engine does that by itself. */
export function fileRows(
  plan: PlannedFile,
  onRead: (bytes: number) => void,
  signal: AbortSignal,
): FileRows {
  const { file, layout, encoding, before } = plan;
  const delimiter = layout.delimiter ?? ",";
  if (plan.rows) return { parts: plan.rows(), skip: 0, separator: delimiter };
  const bytes = () => asUtf8(readBytes(file, onRead, signal), encoding);
  switch (file.format) {
    case "csv": {
      const shape = { delimiter, columns: layout.columns.length, line: before + 1 };
      const parts = csvStretches(withoutLines(bytes(), before), shape);
      return { parts, skip: plan.header ? 1 : 0, separator: delimiter };
    }
    case "jsonl":
      return { parts: unfolded(lineStretches(bytes()), plan.source), skip: 0, separator: " " };
    case "xes":
      return { parts: logRows(asText(bytes()), plan), skip: 0, separator: delimiter };
    case "xlsx":
      return { parts: sheetParts(plan), skip: 0, separator: delimiter };
    case "parquet":
      throw new Error("Broken invariant: Parquet is read by the engine");
  }
}

async function* withoutLines(blocks: AsyncIterable<Buffer>, lines: number): AsyncGenerator<Buffer> {
  let left = lines;
  for await (const block of blocks) {
    let from = 0;
    for (; left > 0 && block.includes(10, from); left -= 1) from = block.indexOf(10, from) + 1;
    yield block.subarray(from);
  }
}

/** Events of a log as CSV; the last cell holds what no column stands for, so that no two events are alike. */
async function* logRows(texts: AsyncIterable<string>, plan: PlannedFile): AsyncGenerator<Written> {
  const { columns } = plan.layout;
  const last = columns.length - 1;
  const places = new Map(columns.slice(0, last).map((name, index) => [name, index]));
  const more: string[] = [];
  const place = (name: string) => {
    const known = places.get(name);
    if (known !== undefined) return known;
    more.push(name);
    places.set(name, last + more.length);
    return last + more.length;
  };
  let text = "";
  let rows = 0;
  for await (const events of xesEvents(texts, place, plan.file.name)) {
    for (const [position, { line, cells }] of events.entries()) {
      let row = `${line}`;
      for (let column = 0; column < last; column += 1) row += `,${csvCell(cells[column])}`;
      const rest = cells
        .slice(last + 1)
        .flatMap((value, index) => (value === undefined ? [] : [` ${more[index]}=${value}`]));
      text += `${row},${csvCell(`${position + 1}${rest.join("")}`)}\n`;
    }
    rows += events.length;
    if (text.length > 4 << 20) {
      yield { text, rows };
      text = "";
      rows = 0;
    }
  }
  yield { text, rows };
}

async function* sheetParts({ file, layout }: PlannedFile): AsyncGenerator<Written> {
  const [, ...rows] = await sheetRows(file);
  const filled = rows
    .map((cells, index) => ({ cells, line: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  for (let from = 0; from < filled.length; from += 10_000) {
    const some = filled.slice(from, from + 10_000);
    const text = some.map(({ cells, line }) =>
      [line, ...layout.columns.map((_, index) => csvCell(cells[index]))].join(","),
    );
    yield { text: `${text.join("\n")}\n`, rows: some.length };
  }
}

/** A text as a cell of CSV with commas. */
export function csvCell(text = ""): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
