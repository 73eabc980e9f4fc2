import { shownFeeling } from "./shown-feeling.ts";
import type { Format } from "../../message/format.ts";
import { emotionLabels } from "./emotion-label.ts";
import { EMOTION_HEIGHT, runsOf, stretchesIn, type EmotionCurve, type Stretch } from "./emotion.ts";
import { dashes, lineEnds, markOf, type EmotionLine, type EmotionLines } from "./emotion-lines.ts";
import type { Cubic } from "./monotone.ts";
import type { Pen } from "./pen.ts";
import { wrapped } from "./measure.ts";
import { paint, steps, type Step } from "./shape.ts";
import type { SheetWords } from "./words.ts";

/** The part of the map that a sheet shows. */
export type Part = {
  readonly first: number;
  readonly last: number;
  readonly column: number;
  /** Where its first column begins, and where the lane begins. */
  readonly x: number;
  readonly y: number;
};

const dots = { measured: paint.measured, research: paint.research, assumed: paint.paper } as const;
const rims = {
  measured: paint.measured,
  research: paint.research,
  assumed: paint.assumed,
} as const;

type Spoken = { readonly words: SheetWords; readonly format: Format };

/** Draws the lines of feelings over the columns of a sheet; they run on to the edge of the sheet. */
export function drawFeeling(
  pen: Pen,
  { lines, chosen, scale }: EmotionLines,
  part: Part,
  spoken: Spoken,
): void {
  const { first, last, column, x, y } = part;
  const zero = y + scale.heightOf(0);
  pen.line([x, zero], [x + (last - first + 1) * column, zero], {
    stroke: paint.hairline,
    thick: 0.75,
    dash: [2, 3],
  });
  for (const line of lines) if (line !== chosen) drawLine(pen, line, part, "behind");
  drawLine(pen, chosen, part, lines.length === 1 ? "alone" : "front");
  const others = lines.filter((line) => line !== chosen).map(({ curve }) => curve);
  drawValues(pen, chosen.curve, others, part, spoken);
  if (lines.length === 1) return;
  const type = { font: "sans", size: 8.5 } as const;
  for (const { line, x: at, y: height } of lineEnds(lines, first, last)) {
    const name = line.persona?.name ?? spoken.words.everybody;
    const room = Math.max(column / 2 + 10, (last + 1) * column + 14 - at);
    const [text = ""] = wrapped(name, type, { room, most: 1, measure: pen.measure });
    pen.write(text, type, {
      x: at - first * column + x,
      y: height + y + 3,
      fill: line === chosen ? paint.ink : paint.muted,
    });
  }
}

/** How a line of claims is drawn that is the only one, in front of others, or behind another. */
const strokes = {
  alone: { stroke: paint.assumed, thick: 1.4 },
  front: { stroke: paint.soft, thick: 1.8 },
  behind: { stroke: paint.faint, thick: 1.2 },
} as const;

function drawLine(
  pen: Pen,
  { curve, look }: EmotionLine,
  part: Part,
  place: keyof typeof strokes,
): void {
  const { first, last, column, x, y } = part;
  const dx = x - first * column;
  const runs = runsOf(stretchesIn(curve, first, last).flatMap((one) => inside(one, first, last)));
  for (const run of runs) {
    const back = run.toReversed().map(({ low }) => turned(low));
    const there = forward(
      run.map(({ high }) => high),
      dx,
      y,
    );
    const home = forward(back, dx, y).map((step): Step =>
      step[0] === "M" ? ["L", step[1], step[2]] : step,
    );
    pen.add({ is: "path", steps: [...there, ...home, ["Z"]], fill: paint.band });
  }
  for (const measured of [false, true])
    for (const run of runsOf(runs.flat().filter((one) => one.measured === measured)))
      pen.add({
        is: "path",
        steps: forward(
          run.map(({ line }) => line),
          dx,
          y,
        ),
        ...(measured
          ? { stroke: paint.measured, thick: 2 }
          : { ...strokes[place], dash: dashes[look] ?? [4, 3] }),
      });
  for (const point of curve.points.filter(({ index }) => index >= first && index <= last)) {
    const { kind, n } = point.feeling;
    const marked = place !== "behind" && isMarked(curve, point.index);
    const size = 3.2 + Math.min(1.8, Math.log10(Math.max(1, n ?? 1)) / 2);
    const radius = size + (marked && point.index === curve.lowest ? 1.4 : 0);
    const colours = {
      fill: marked && kind !== "assumed" ? paint.pain : dots[kind],
      stroke: marked ? paint.pain : rims[kind],
      thick: 1.2,
    };
    const outline = markOf(look, point.x + dx, point.y + y, size);
    if (outline === null)
      pen.add({ is: "circle", x: point.x + dx, y: point.y + y, radius, ...colours });
    else pen.add({ is: "path", steps: steps(outline, 0, 0), ...colours });
  }
}

function isMarked({ lowest, drop }: EmotionCurve, index: number): boolean {
  return index === lowest || index === drop?.to;
}

/** What stands at the points of a line: the value, and what is remarkable about it. */
function drawValues(
  pen: Pen,
  curve: EmotionCurve,
  others: readonly EmotionCurve[],
  part: Part,
  spoken: Spoken,
): void {
  const { words, format } = spoken;
  const { first, last, column, x, y } = part;
  const dx = x - first * column;
  const labels = emotionLabels(
    curve,
    ({ index, feeling: { value, n } }) => {
      const count = n === null || n === 0 ? [] : [format.n(n)];
      const remark =
        index === curve.lowest ? words.lowest : index === curve.drop?.to ? words.drop : null;
      return [
        shownFeeling(value, format),
        ...(remark === null ? [] : [[remark, ...count].join(", ")]),
      ];
    },
    others,
  );
  for (const { index, x: middle, y: top, lines } of labels.filter(
    ({ index }) => index >= first && index <= last,
  ))
    for (const [at, line] of lines.entries())
      pen.write(
        line,
        {
          font: "sans",
          size: at === 0 ? 9 : 8,
          weight: at === 0 && isMarked(curve, index) ? 600 : 400,
        },
        {
          x: middle + dx,
          y: top + y + 3 + at * 11,
          fill: isMarked(curve, index) ? paint.painInk : paint.muted,
          anchor: "middle",
        },
      );
}

export const FEELING_HEIGHT = EMOTION_HEIGHT;

/** A stretch over the edge of the sheet is drawn up to that edge, which is halfway. */
function inside(stretch: Stretch, first: number, last: number): Stretch[] {
  if (stretch.to < first || stretch.from > last) return [];
  const half = stretch.to > last ? "first" : stretch.from < first ? "second" : null;
  if (half === null) return [stretch];
  const { line, high, low } = stretch;
  return [
    { ...stretch, line: halved(line, half), high: halved(high, half), low: halved(low, half) },
  ];
}

function halved([x0, y0, x1, y1, x2, y2, x3, y3]: Cubic, which: "first" | "second"): Cubic {
  const [ax, ay, bx, by, cx, cy] = [
    (x0 + x1) / 2,
    (y0 + y1) / 2,
    (x1 + x2) / 2,
    (y1 + y2) / 2,
    (x2 + x3) / 2,
    (y2 + y3) / 2,
  ];
  const [dx, dy, ex, ey] = [(ax + bx) / 2, (ay + by) / 2, (bx + cx) / 2, (by + cy) / 2];
  const [mx, my] = [(dx + ex) / 2, (dy + ey) / 2];
  return which === "first" ? [x0, y0, ax, ay, dx, dy, mx, my] : [mx, my, ex, ey, cx, cy, x3, y3];
}

function turned([x0, y0, x1, y1, x2, y2, x3, y3]: Cubic): Cubic {
  return [x3, y3, x2, y2, x1, y1, x0, y0];
}

function forward(pieces: readonly Cubic[], dx: number, dy: number): Step[] {
  const [start] = pieces;
  if (!start) return [];
  return [
    ["M", start[0] + dx, start[1] + dy],
    ...pieces.map(([, , x1, y1, x2, y2, x, y]): Step => [
      "C",
      x1 + dx,
      y1 + dy,
      x2 + dx,
      y2 + dy,
      x + dx,
      y + dy,
    ]),
  ];
}
