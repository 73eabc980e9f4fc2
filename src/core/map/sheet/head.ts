import type { Overlay } from "../../evidence/overlay.ts";
import type { Format } from "../../message/format.ts";
import { countEvidence, evidenceKinds, supportedBy } from "../evidence.ts";
import type { Journey } from "../journey.ts";
import { wrapped, type Type } from "./measure.ts";
import type { Pen } from "./pen.ts";
import { paint } from "./shape.ts";
import { metricLines, metricsOn } from "./shown-metric.ts";
import type { SheetWords } from "./words.ts";

type Given = {
  readonly journey: Journey;
  readonly overlay: Overlay | null;
  readonly words: SheetWords;
  readonly format: Format;
  readonly left: number;
  readonly right: number;
};

const bars = { measured: paint.measured, research: paint.research, assumed: paint.assumedWash };
const inks = { measured: paint.measured, research: paint.researchInk, assumed: paint.muted };
const line: Type = { font: "sans", size: 10 };

/** The title block: whose map it is, what state it shows, what it rests on. Answers where it ends. */
export function drawHead(pen: Pen, given: Given, top: number): number {
  const { journey, overlay, words, format, left, right } = given;
  const bar = Math.min(320, (right - left) * 0.34);
  const room = right - left - bar - 30;
  const title: Type = { font: "serif", size: 25 };
  let y = top;
  for (const text of wrapped(journey.title, title, { room, most: 3, measure: pen.measure })) {
    y += 29;
    pen.write(text, title, { x: left, y, fill: paint.ink });
  }
  const about = [
    words.state[journey.state],
    journey.scenario,
    (journey.personas ?? []).map(({ name }) => name).join(", "),
    journey.owner === undefined ? "" : words.owner(journey.owner),
    ...(overlay
      ? [
          words.journeys(format.number(overlay.shown.journeys)),
          words.customers(format.number(overlay.people)),
          format.period(overlay.from, overlay.to),
        ]
      : [words.withoutFigures]),
  ].filter((one) => one !== undefined && one !== "");
  for (const text of wrapped(about.join(" · "), line, { room, most: 3, measure: pen.measure })) {
    y += 17;
    pen.write(text, line, { x: left, y, fill: paint.muted });
  }
  for (const shown of metricsOn(journey, overlay?.pinned)(journey)) {
    const { name, value, about: rests, goals } = metricLines(shown, format, words.metric);
    const told = [value === null ? name : `${name}: ${value}`, ...rests, ...goals].join(" · ");
    for (const text of wrapped(told, line, { room, most: 2, measure: pen.measure })) {
      y += 17;
      pen.write(text, line, { x: left, y, fill: value === null ? paint.muted : paint.measured });
    }
  }
  drawEvidence(pen, given, right - bar, top + 12, bar);
  return Math.max(y, top + 60) + 22;
}

function drawEvidence(pen: Pen, given: Given, x: number, y: number, room: number): void {
  const { journey, overlay, words, format } = given;
  const counts = countEvidence(journey, supportedBy(overlay?.touchpoints ?? []));
  const total = counts.measured + counts.research + counts.assumed;
  if (total === 0) return;
  const shown = evidenceKinds.filter((kind) => counts[kind] > 0);
  let [from, text, row] = [x, x, y + 22];
  for (const kind of shown) {
    const width = (counts[kind] / total) * room;
    pen.add({
      is: "rect",
      x: from,
      y,
      width: Math.max(1, width - 1.5),
      height: 6,
      fill: bars[kind],
    });
    const label = words.share[kind](format.percent(counts[kind] / total));
    const type: Type = { font: "sans", size: 9.5, weight: 600 };
    const wide = pen.measure(label, type);
    const wanted = Math.max(text, Math.min(from, x + room - wide));
    if (wanted + wide > x + room) [text, row] = [x, row + 14];
    const at = wanted + wide > x + room ? text : wanted;
    pen.write(label, type, { x: at, y: row, fill: inks[kind] });
    text = at + wide + 14;
    from += width;
  }
}

/** The legend, and where the figures come from. Answers where it ends. */
export function drawFoot(pen: Pen, given: Given, top: number, page: string): number {
  const { overlay, words, format, left, right } = given;
  const type: Type = { font: "sans", size: 8.5 };
  const source =
    overlay === null
      ? words.withoutFigures
      : words.dataFrom(
          format.number(overlay.shown.journeys),
          format.period(overlay.from, overlay.to),
        );
  const ending = [source, page].filter(Boolean).join(" · ");
  const endingWidth = pen.measure(ending, type);
  let [x, y] = [left, top + 22];
  for (const kind of evidenceKinds) {
    const text = words.legend[kind];
    const width = pen.measure(text, type) + 34;
    if (x + width > right) [x, y] = [left, y + 15];
    pen.add({
      is: "circle",
      x: x + 4,
      y: y - 3,
      radius: 3.4,
      fill: kind === "assumed" ? paint.paper : bars[kind],
      stroke: kind === "assumed" ? paint.assumed : bars[kind],
      thick: 1.2,
    });
    pen.write(text, type, { x: x + 13, y, fill: paint.muted });
    x += width;
  }
  const gap = pen.measure(words.legend.gap, type) + 24;
  if (x + gap > right) [x, y] = [left, y + 15];
  pen.write(words.legend.gap, type, { x, y, fill: paint.muted });
  if (x + gap + endingWidth > right) y += 15;
  pen.write(ending, type, { x: right, y, fill: paint.muted, anchor: "end" });
  return y + 6;
}
