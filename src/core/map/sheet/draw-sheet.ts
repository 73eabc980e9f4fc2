import type { Overlay } from "../../evidence/overlay.ts";
import type { Format } from "../../message/format.ts";
import type { Journey } from "../journey.ts";
import { cell, type Paragraph } from "./cell.ts";
import type { Column } from "./column.ts";
import { drawCustomers } from "./customers.ts";
import type { EmotionLines } from "./emotion-lines.ts";
import { drawFeeling, FEELING_HEIGHT } from "./feeling.ts";
import { drawFoot, drawHead } from "./head.ts";
import { hasRoom, holds, laneName, lineAbove, type SheetLane } from "./lanes.ts";
import { wrapped, type Measure, type Type } from "./measure.ts";
import { plainLines } from "../rich-text.ts";
import { Pen } from "./pen.ts";
import { paint, type Shape } from "./shape.ts";
import { STREAM_HEIGHT, type Stream } from "./stream.ts";
import type { SheetWords } from "./words.ts";

/** A map with all that is worked out from it once, for every sheet. */
export type Drawn = {
  readonly journey: Journey;
  readonly overlay: Overlay | null;
  readonly words: SheetWords;
  readonly format: Format;
  readonly columns: readonly Column[];
  readonly lanes: readonly SheetLane[];
  readonly width: number;
  readonly emotion: EmotionLines;
  readonly stream: Stream;
};

const MARGIN = 28;
const RAIL = 132;
/** What a sheet takes beside its columns. */
export const edges = RAIL + 2 * MARGIN;
const NARROWEST = 620;
/** Lines of one paragraph before it is cut short. */
const MOST = 12;
const PICTURE = 66;
const PAD = 10;

const laneType: Type = { font: "sans", size: 9.5, weight: 600 };
const hintType: Type = { font: "sans", size: 8.5 };
const marks = { measured: paint.measured, research: paint.research, assumed: paint.paper } as const;
const rims = {
  measured: paint.measured,
  research: paint.research,
  assumed: paint.assumed,
} as const;

/** Draws columns `first` … `last` with head, rail, lanes and foot. */
export function drawSheet(
  drawn: Drawn,
  {
    first,
    last,
    page,
    measure,
    least = NARROWEST,
  }: { first: number; last: number; page: string; measure: Measure; least?: number },
): { width: number; height: number; shapes: readonly Shape[] } {
  const { columns, lanes, width: column } = drawn;
  const pen = new Pen(measure);
  const behind = new Pen(measure);
  const x = MARGIN + RAIL;
  const across = (last - first + 1) * column;
  const right = Math.max(x + across, least - MARGIN);
  const given = { ...drawn, left: MARGIN, right };
  const here = columns.slice(first, last + 1);
  const placeOf = ({ index }: Column) => x + (index - first) * column;

  const ruled = drawHead(pen, given, 18);
  let y = drawColumns(pen, drawn, here, placeOf, ruled);
  for (const lane of lanes) {
    const line = lineAbove(lane, lanes);
    if (line === null) pen.line([MARGIN, y], [right, y], { stroke: paint.hairline, thick: 0.75 });
    else {
      const type: Type = { font: "sans", size: 7.5 };
      const wide = pen.write(drawn.words.line[line], type, {
        x: MARGIN,
        y: y + 3,
        fill: paint.muted,
      });
      const from = Math.max(x - 4, MARGIN + wide + 8);
      pen.line([from, y], [right, y], { stroke: paint.faint, thick: 0.9, dash: [3, 3] });
      y += 8;
    }
    drawRail(pen, laneName(lane, drawn.words), hintOf(lane, drawn.words), y);
    y += drawLane(pen, drawn, lane, { first, last, column, x, y, here, placeOf });
  }
  for (const one of here)
    if (one.opens && one.index > first) {
      const at = placeOf(one) - 4;
      behind.line([at, ruled], [at, y], { stroke: paint.hairline, thick: 0.75 });
    }
  pen.line([MARGIN, y], [right, y], { stroke: paint.hairline, thick: 0.75 });
  const height = drawFoot(pen, given, y, page) + 20;
  const width = right + MARGIN;
  const ground: Shape = { is: "rect", x: 0, y: 0, width, height, fill: paint.paper };
  return { width, height, shapes: [ground, ...behind.shapes, ...pen.shapes] };
}

/** Episodes over their touchpoints. */
function drawColumns(
  pen: Pen,
  { words, width }: Drawn,
  here: readonly Column[],
  placeOf: (column: Column) => number,
  top: number,
): number {
  const episodeType: Type = { font: "serif", size: 12.5, weight: 600 };
  let lowest = top;
  for (const [at, one] of here.entries()) {
    if (at > 0 && !one.opens) continue;
    const next = here.findIndex((other, index) => index > at && other.opens);
    const count = (next === -1 ? here.length : next) - at;
    const from = placeOf(one);
    const room = count * width - 12;
    pen.add({ is: "rect", x: from, y: top, width: count * width - 8, height: 2, fill: paint.ink });
    const lines = wrapped(one.episode.title, episodeType, { room, most: 3, measure: pen.measure });
    for (const [row, text] of lines.entries())
      pen.write(text, episodeType, { x: from, y: top + 18 + row * 15, fill: paint.ink });
    lowest = Math.max(lowest, top + 18 + (lines.length - 1) * 15);
  }
  const titleType: Type = { font: "sans", size: 9.5, weight: 600 };
  const start = lowest + 22;
  pen.write(words.touchpoint, laneType, { x: MARGIN, y: start, fill: paint.ink });
  pen.write(words.channelHint, hintType, { x: MARGIN, y: start + 13, fill: paint.muted });
  const titles = here.map((one) => ({
    one,
    lines: wrapped(one.touchpoint.title, titleType, {
      room: width - 12,
      most: 5,
      measure: pen.measure,
    }),
  }));
  const rows = Math.max(1, ...titles.map(({ lines }) => lines.length));
  const channelAt = start + rows * 12.5 + 3;
  for (const { one, lines } of titles) {
    const from = placeOf(one);
    for (const [row, text] of lines.entries())
      pen.write(text, titleType, { x: from, y: start + row * 12.5, fill: paint.ink });
    const { channel, momentOfTruth } = one.touchpoint;
    drawMark(pen, one.kind, from + 3, channelAt - 3);
    const below: Type = { font: "sans", size: 8 };
    if (channel !== undefined)
      pen.write(words.channel[channel], below, { x: from + 10, y: channelAt, fill: paint.muted });
    if (momentOfTruth)
      pen.write(words.momentOfTruth, below, { x: from, y: channelAt + 11, fill: paint.painInk });
  }
  return channelAt + (titles.some(({ one }) => one.touchpoint.momentOfTruth) ? 23 : 12);
}

function drawMark(pen: Pen, kind: keyof typeof marks, x: number, y: number): void {
  pen.add({ is: "circle", x, y, radius: 2.4, fill: marks[kind], stroke: rims[kind], thick: 1 });
}

function hintOf({ kind }: SheetLane, words: SheetWords): string {
  return kind === "text" ? "" : (words.hint[kind] ?? "");
}

function drawRail(pen: Pen, title: string, hint: string, y: number): void {
  const within = { room: RAIL - 12, most: 2, measure: pen.measure };
  const lines = wrapped(title, laneType, within);
  for (const [row, text] of lines.entries())
    pen.write(text, laneType, { x: MARGIN, y: y + 16 + row * 12, fill: paint.ink });
  const after = y + 16 + Math.max(1, lines.length) * 12;
  for (const [row, text] of wrapped(hint, hintType, within).entries())
    pen.write(text, hintType, { x: MARGIN, y: after + row * 11, fill: paint.muted });
}

type Row = {
  readonly first: number;
  readonly last: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly here: readonly Column[];
  readonly placeOf: (column: Column) => number;
};

/** Draws what stands in a lane; answers how high it is. */
function drawLane(pen: Pen, drawn: Drawn, lane: SheetLane, row: Row): number {
  const { here, placeOf, y, column } = row;
  if (lane.kind === "emotion") {
    drawFeeling(pen, drawn.emotion, row, drawn);
    return FEELING_HEIGHT;
  }
  if (lane.kind === "stream") {
    drawCustomers(pen, drawn, row, drawn);
    return STREAM_HEIGHT;
  }
  let lowest = y + (hintOf(lane, drawn.words) === "" ? 26 : 38);
  for (const [at, one] of here.entries()) {
    const from = placeOf(one);
    const picture = lane.kind === "picture" ? one.touchpoint.pictures?.[0] : undefined;
    if (picture) {
      const { hash, alt } = picture;
      pen.add({
        is: "picture",
        x: from,
        y: y + PAD,
        width: column - 12,
        height: PICTURE,
        hash,
        alt,
      });
      lowest = Math.max(lowest, y + 2 * PAD + PICTURE);
    }
    const room = roomOf(lane, here, at) * column - 12;
    const end = drawParagraphs(pen, cell(lane, one, drawn), from, y + PAD - 3, room);
    lowest = Math.max(lowest, end + PAD - 2);
  }
  return lowest - y;
}

/** How many columns wide a cell may be: it runs on over an empty one of the same episode. */
function roomOf(lane: SheetLane, here: readonly Column[], at: number): number {
  const one = here[at];
  if (!one || !holds(lane, one)) return 1;
  if (lane.kind === "goal") {
    const next = here.findIndex((other, index) => index > at && other.opens);
    return (next === -1 ? here.length : next) - at;
  }
  return hasRoom(lane, one, here[at + 1]) ? 2 : 1;
}

/** Lines of a paragraph, cut short where there are too many. */
function linesOf(
  written: readonly string[],
  broken: (line: string, most: number) => readonly string[],
): string[] {
  const lines: string[] = [];
  for (const line of written) {
    if (lines.length < MOST) lines.push(...broken(line, MOST - lines.length));
    else return [...lines.slice(0, -1), ...broken(`${lines.at(-1) ?? ""} ${line}`, 1)];
  }
  return lines;
}

function drawParagraphs(
  pen: Pen,
  paragraphs: readonly Paragraph[],
  x: number,
  top: number,
  room: number,
): number {
  let y = top;
  for (const [at, { text, type, fill, bar, mark, close, rich }] of paragraphs.entries()) {
    const leading = type.size * 1.33;
    const inset = bar === undefined ? 0 : 7;
    if (at > 0) y += close ? 1 : 7;
    const from = bar !== undefined && close ? y - 2 : y;
    const dot = mark === undefined || mark === "measured" ? 0 : 9;
    const lines = linesOf(rich ? plainLines(text) : [text], (line, most) =>
      wrapped(line, type, { room: room - inset - dot, most, measure: pen.measure }),
    );
    if (mark !== undefined && dot > 0) drawMark(pen, mark, x + inset + 3, y + leading * 0.58);
    for (const line of lines) {
      y += leading;
      pen.write(line, type, { x: x + inset + dot, y: y - leading * 0.2, fill });
    }
    if (bar !== undefined)
      pen.add({ is: "rect", x, y: from, width: 2, height: y - from + 1, fill: bar });
  }
  return y;
}
