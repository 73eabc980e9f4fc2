import type { Overlay } from "../../evidence/overlay.ts";
import { formatIn } from "../../message/format.ts";
import type { Language } from "../../message/wording.ts";
import type { Journey } from "../journey.ts";
import { columnsOf, type Column } from "./column.ts";
import { emotionLines } from "./emotion-lines.ts";
import { drawSheet, edges, type Drawn } from "./draw-sheet.ts";
import { lanesOf, type SheetLane } from "./lanes.ts";
import type { Measure } from "./measure.ts";
import { paint, placed, type Sheet } from "./shape.ts";
import { streamOf } from "./stream.ts";
import { sheetWords } from "./words.ts";

export type SheetSize =
  /** Everything on one sheet, as wide as it must be. */
  | "whole"
  /** Pages of this size, broken between episodes and between lanes; `scale` is how large the words are. */
  | { readonly width: number; readonly height: number; readonly scale: number };

/** Width of a column on a sheet, in points; on a page that is not full it may grow. */
const COLUMN = 104;
const WIDEST = 150;

/**
 * Lays a map out on one wide sheet or on pages. Nothing is left out but what is hidden on the map and
 * the end of texts that are longer than a cell holds.
 */
export function layOut(
  journey: Journey,
  overlay: Overlay | null,
  { language, measure, size }: { language: Language; measure: Measure; size: SheetSize },
): Sheet[] {
  const words = sheetWords[language];
  const columns = columnsOf(journey, overlay);
  const lanes = lanesOf(columns, journey.lanes);
  const format = formatIn(language);
  const drawnAt = (width: number): Drawn => ({
    journey,
    overlay,
    words,
    format,
    columns,
    lanes,
    width,
    emotion: emotionLines(columns, journey.personas, { width }),
    stream: streamOf(columns, overlay?.loops ?? [], overlay?.onMap ?? 0, width),
  });
  const about = { title: journey.title, language };
  if (size === "whole") {
    const sheet = drawSheet(drawnAt(COLUMN), {
      first: 0,
      last: columns.length - 1,
      page: "",
      measure,
    });
    return [{ ...about, ...sheet }];
  }
  const most = Math.max(1, Math.floor((size.width / size.scale - edges) / COLUMN));
  const least = size.width / size.scale;
  const parts = columnsPerPage(columns, most).flatMap((span) => {
    const wide = (least - edges) / Math.max(1, span.last - span.first + 1);
    const drawn = drawnAt(Math.max(COLUMN, Math.min(WIDEST, Math.floor(wide))));
    return lanesPerPage(drawn, span, { measure, room: size.height / size.scale });
  });
  return parts.map((part, at) => {
    const page = words.page(format.number(at + 1), format.number(parts.length));
    const sheet = drawSheet(part.drawn, { ...part, page, measure, least });
    const scale = Math.min(size.scale, size.width / sheet.width, size.height / sheet.height);
    const shapes = sheet.shapes.slice(1).map((shape) => placed(shape, scale, 0, 0));
    const { width, height } = size;
    const ground = { is: "rect", x: 0, y: 0, width, height, fill: paint.paper } as const;
    return { ...about, width, height, shapes: [ground, ...shapes] };
  });
}

type Span = { readonly first: number; readonly last: number };

/** As many lanes on a page as fit without becoming small; one that is higher than a page stands alone. */
function lanesPerPage(
  drawn: Drawn,
  span: Span,
  { measure, room }: { measure: Measure; room: number },
): (Span & { drawn: Drawn })[] {
  const parts: SheetLane[][] = [[]];
  for (const lane of drawn.lanes) {
    const open = parts.at(-1) ?? [];
    const lanes = [...open, lane];
    const { height } = drawSheet({ ...drawn, lanes }, { ...span, page: "", measure });
    if (open.length > 0 && height > room) parts.push([lane]);
    else open.push(lane);
  }
  return parts.map((lanes) => ({ ...span, drawn: { ...drawn, lanes } }));
}

/** Whole episodes on a page as far as they fit; an episode that is wider than a page is cut. */
function columnsPerPage(
  columns: readonly Column[],
  most: number,
): { first: number; last: number }[] {
  const parts: { first: number; last: number }[] = [];
  const starts = columns.filter(({ opens }) => opens).map(({ index }) => index);
  for (const [at, start] of starts.entries()) {
    const end = (starts[at + 1] ?? columns.length) - 1;
    const open = parts.at(-1);
    if (open && end - open.first < most) {
      open.last = end;
      continue;
    }
    for (let first = start; first <= end; first += most)
      parts.push({ first, last: Math.min(end, first + most - 1) });
  }
  return parts.length === 0 ? [{ first: 0, last: -1 }] : parts;
}
