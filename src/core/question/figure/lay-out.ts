import { FEW } from "../../evidence/interval.ts";
import { formatIn } from "../../message/format.ts";
import type { Language } from "../../message/wording.ts";
import { wrapped, type Measure, type Type } from "../../map/sheet/measure.ts";
import { Pen } from "../../map/sheet/pen.ts";
import { paint, type Shape, type Sheet } from "../../map/sheet/shape.ts";
import type { Figure, FigureLine } from "./figure.ts";
import { figureWords } from "./words.ts";

/** A part of a report on paper: lines of a text, or a question with its figures. */
export type Part =
  | { readonly is: "text"; readonly lines: readonly string[] }
  | {
      readonly is: "question";
      readonly name: string;
      /** What it asks, of when and about how many: a line each. */
      readonly about: readonly string[];
      /** Why it has no newer answer, or none. */
      readonly trouble: string | null;
      readonly figures: readonly Figure[];
    };

const MARGIN = 42;
/** Lines of one figure; what is further down stands in the spreadsheet. */
const MOST = 14;
const LABEL = 195;
const BARS = 105;
const GAP = 14;
/** Where the words beside the bars begin. */
const SAID = MARGIN + LABEL + BARS + 2 * GAP;
const LEADING = 11.5;
const types = {
  title: { font: "serif", size: 24, weight: 600 },
  name: { font: "serif", size: 15, weight: 600 },
  text: { font: "serif", size: 11.5 },
  about: { font: "sans", size: 8.5 },
  figure: { font: "sans", size: 9.5, weight: 600 },
  line: { font: "sans", size: 9 },
} as const satisfies Record<string, Type>;

/** A4, standing. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

/**
 * Lays a report out on pages, or on one sheet that is as high as it must be. A question begins on a new page
 * where its name would stand alone at the foot of one.
 */
export function layOutReport(
  title: string,
  parts: readonly Part[],
  given: {
    readonly language: Language;
    readonly measure: Measure;
    readonly size: "whole" | "pages";
    /** What stands at the foot of every page. */
    readonly foot: string;
  },
): Sheet[] {
  const { language, measure, size } = given;
  const t = figureWords[language];
  const format = formatIn(language);
  const foot = size === "whole" ? Infinity : PAGE.height - MARGIN - 16;
  const right = PAGE.width - MARGIN;
  const pens: Pen[] = [];
  let pen = new Pen(measure);
  let y = MARGIN;

  function turn(): void {
    pen = new Pen(measure);
    pens.push(pen);
    y = MARGIN;
  }
  function need(room: number): void {
    if (y + room > foot) turn();
  }
  function write(text: string, type: Type, fill: string, most = 400): void {
    const height = type.size * 1.35;
    for (const line of wrapped(text, type, { room: right - MARGIN, most, measure })) {
      need(height);
      y += height;
      pen.write(line, type, { x: MARGIN, y, fill });
    }
  }
  function rule(): void {
    y += 14;
    pen.line([MARGIN, y], [right, y], { stroke: paint.hairline, thick: 0.75 });
    y += 6;
  }

  turn();
  write(title, types.title, paint.ink, 4);
  for (const part of parts) {
    if (part.is === "text") {
      y += 10;
      for (const line of part.lines) write(line, types.text, paint.soft);
      continue;
    }
    need(130);
    rule();
    if (part.name !== title) write(part.name, types.name, paint.ink, 3);
    for (const line of part.about) write(line, types.about, paint.muted, 3);
    if (part.trouble !== null) write(part.trouble, types.about, paint.painInk, 4);
    for (const figure of part.figures) {
      need(60);
      y += 8;
      write(figure.title, types.figure, paint.ink, 2);
      y += 3;
      const across = scaleOf(figure.lines);
      for (const line of figure.lines.slice(0, MOST)) {
        const label = wrapped(line.label, types.line, { room: LABEL, most: 2, measure });
        const words = [line.said, ...(line.n === null ? [] : [format.n(line.n)])].join(", ");
        const said = wrapped(words, types.line, { room: right - SAID, most: 2, measure });
        const height = Math.max(label.length, said.length) * LEADING + 4;
        need(height);
        drawLine(pen, { line, label, said, across, top: y });
        y += height;
      }
      if (figure.lines.length > MOST)
        write(t.more(format.number(figure.lines.length - MOST)), types.about, paint.muted);
    }
  }

  const height = size === "whole" ? y + MARGIN + 16 : PAGE.height;
  return pens.map((each, nth) => {
    const at = { y: height - MARGIN + 8, fill: paint.muted };
    each.write(given.foot, types.about, { ...at, x: MARGIN });
    const page = pens.length > 1 ? t.page(nth + 1, pens.length) : "";
    each.write(page, types.about, { ...at, x: right, anchor: "end" });
    const ground: Shape = { is: "rect", x: 0, y: 0, width: PAGE.width, height, fill: paint.paper };
    const shapes = size === "whole" ? [ground, ...each.shapes] : each.shapes;
    return { title, language, width: PAGE.width, height, shapes };
  });
}

type Across = ((value: number) => number) | null;

/** Where values stand across the room for bars, 0 among them; null where there is nothing to draw. */
function scaleOf(lines: readonly FigureLine[]): Across {
  const ends = lines.flatMap(({ value, low, high }) =>
    [value, low, high].filter((each) => each !== null),
  );
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  if (most === least) return null;
  const left = MARGIN + LABEL + GAP;
  return (value) => left + (BARS * (value - least)) / (most - least);
}

function drawLine(
  pen: Pen,
  given: {
    readonly line: FigureLine;
    readonly label: readonly string[];
    readonly said: readonly string[];
    readonly across: Across;
    readonly top: number;
  },
): void {
  const { line, label, said, across, top } = given;
  const few = line.n !== null && line.n < FEW;
  const fill = few ? paint.muted : paint.ink;
  for (const [x, lines] of [
    [MARGIN, label],
    [SAID, said],
  ] as const)
    for (const [nth, text] of lines.entries())
      pen.write(text, types.line, { x, y: top + 10 + nth * LEADING, fill });
  const middle = top + 7;
  if (across !== null && line.value !== null) {
    const [zero, at] = [across(0), across(line.value)];
    pen.line([zero, top], [zero, top + 14], { stroke: paint.hairline, thick: 0.75 });
    pen.add({
      is: "rect",
      x: Math.min(zero, at),
      y: middle - 3,
      width: Math.max(0.5, Math.abs(at - zero)),
      height: 6,
      fill: few ? paint.assumedWash : paint.measuredWash,
    });
    if (line.low !== null && line.high !== null)
      pen.line([across(line.low), middle], [across(line.high), middle], {
        stroke: few ? paint.assumed : paint.measured,
        thick: 1.2,
      });
    pen.add({
      is: "circle",
      x: at,
      y: middle,
      radius: 2.2,
      fill: few ? paint.assumed : paint.measured,
      stroke: few ? paint.assumed : paint.measured,
      thick: 0.5,
    });
  }
}
