import type { Format } from "../../message/format.ts";
import type { Column } from "./column.ts";
import type { Part } from "./feeling.ts";
import type { Pen } from "./pen.ts";
import { paint, steps } from "./shape.ts";
import { STREAM_TOP, WIDEST, streamBody, type Stream } from "./stream.ts";
import type { SheetWords } from "./words.ts";

/** Draws the stream of customers under the columns of a sheet. */
export function drawCustomers(
  pen: Pen,
  { stream, columns }: { stream: Stream; columns: readonly Column[] },
  { first, last, column, x, y }: Part,
  { words, format }: { words: SheetWords; format: Format },
): void {
  const dx = x - first * column;
  const hundredths = (share: number) =>
    share > 0 && share < 0.005 ? `<${format.number(1)}` : format.number(share * 100);
  pen.add({
    is: "path",
    steps: steps(streamBody(stream, first, last, column), dx, y),
    fill: paint.measuredWash,
  });
  for (const { index, share, notable, path, labelX, labelY } of stream.leavers) {
    if (index < first || index > last) continue;
    pen.add({
      is: "path",
      steps: steps(path, dx, y),
      fill: notable ? paint.leavers : paint.assumedWash,
    });
    const text = notable ? words.leave(hundredths(share)) : `−${hundredths(share)}`;
    pen.write(
      text,
      { font: "sans", size: 8.5, weight: notable ? 600 : 400 },
      {
        x: labelX + dx,
        y: labelY + y,
        fill: notable ? paint.painInk : paint.muted,
        anchor: index === last ? "end" : "middle",
      },
    );
  }
  for (const { index, still, figures } of columns.slice(first, last + 1)) {
    if (still === null || figures === null) continue;
    pen.write(
      hundredths(still),
      { font: "sans", size: 9, weight: 600 },
      {
        x: (index + 0.5) * column + dx,
        y: y + STREAM_TOP + Math.min(14, still * WIDEST + 12),
        fill: paint.measured,
        anchor: "middle",
      },
    );
  }
  for (const { from, to, path, arrow, thickness, share, labelX, labelY } of stream.arcs) {
    if (to < first || from > last) continue;
    pen.add({ is: "path", steps: steps(path, dx, y), stroke: paint.research, thick: thickness });
    pen.add({ is: "path", steps: steps(arrow, dx, y), fill: paint.research });
    pen.write(
      words.loopsBack(format.percent(share)),
      { font: "sans", size: 8 },
      { x: labelX + dx, y: labelY + y, fill: paint.researchInk, anchor: "middle" },
    );
  }
}
