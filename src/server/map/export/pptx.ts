import type Library from "pptxgenjs";
import { layOut } from "../../../core/map/sheet/lay-out.ts";
import { officeMeasure } from "../../../core/map/sheet/measure.ts";
import type { Shape, Step } from "../../../core/map/sheet/shape.ts";
import { picturesOn } from "./pictures.ts";
import { fileName, type Kept, type Writer } from "./writer.ts";

/** A wide slide. */
const size = { width: 960, height: 540, scale: 0.75 };
const POINTS = 72;
/** Whoever opens the slides has these; a font that is missing makes words run over each other. */
const faces = { sans: "Arial", serif: "Georgia" } as const;

/** The map as slides of native shapes and text, to be changed further. */
export const writePptx: Writer = async ({ journey, overlay, language, load }) => {
  const { default: Slides } = await import("pptxgenjs");
  const sheets = layOut(journey, overlay, { language, measure: officeMeasure, size });
  const pictures = await picturesOn(sheets, load);
  // Its types describe the CommonJS build, of which the class is the default export.
  const slides = new (Slides as unknown as new () => SlideShow)();
  slides.layout = "LAYOUT_WIDE";
  slides.title = journey.title;
  slides.company = "Spoor";
  for (const { shapes } of sheets) {
    const slide = slides.addSlide();
    for (const shape of shapes) draw(slide, shape, pictures, language);
  }
  const bytes = (await slides.write({ outputType: "uint8array" })) as Uint8Array<ArrayBuffer>;
  return {
    name: fileName(journey, "pptx"),
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    bytes: new Uint8Array(bytes),
  };
};

type SlideShow = Library.default;
type Slide = ReturnType<SlideShow["addSlide"]>;

function draw(slide: Slide, shape: Shape, pictures: ReadonlyMap<string, Kept>, lang: string): void {
  switch (shape.is) {
    case "rect":
      slide.addShape("rect", {
        ...box(shape.x, shape.y, shape.width, shape.height),
        fill: { color: colour(shape.fill) },
        line: { type: "none" } as never,
      });
      return;
    case "line": {
      const { x1, y1, x2, y2, stroke, thick, dash } = shape;
      slide.addShape("line", {
        ...box(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)),
        line: { color: colour(stroke), width: thick, ...(dash && { dashType: "sysDash" }) },
      });
      return;
    }
    case "circle": {
      const { x, y, radius, fill, stroke, thick } = shape;
      slide.addShape("ellipse", {
        ...box(x - radius, y - radius, 2 * radius, 2 * radius),
        fill: { color: colour(fill) },
        line: { color: colour(stroke), width: thick },
      });
      return;
    }
    case "path":
      drawPath(slide, shape);
      return;
    case "text": {
      const { text, x, y, width, font, size: points, weight, italic, anchor, fill } = shape;
      const wide = width * 1.15 + 4;
      const left = anchor === "start" ? x : anchor === "middle" ? x - wide / 2 : x - wide;
      slide.addText(text, {
        ...box(left, y - points * 1.12, wide, points * 1.5),
        margin: 0,
        wrap: false,
        valign: "top",
        align: anchor === "start" ? "left" : anchor === "middle" ? "center" : "right",
        fontFace: faces[font],
        fontSize: Math.max(1, Math.round(points * 10) / 10),
        bold: weight === 600,
        italic,
        color: colour(fill),
        lang,
      });
      return;
    }
    case "picture": {
      const kept = pictures.get(shape.hash);
      if (!kept) return;
      const { x, y, width, height, alt } = shape;
      slide.addImage({
        data: `${kept.type};base64,${Buffer.from(kept.bytes).toString("base64")}`,
        ...box(x, y, width, height),
        altText: alt,
        sizing: { type: "contain", w: width / POINTS, h: height / POINTS },
      });
    }
  }
}

function drawPath(slide: Slide, shape: Extract<Shape, { is: "path" }>): void {
  const corners = shape.steps.flatMap(([, ...numbers]) => pairs(numbers));
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const { fill, stroke, thick, dash } = shape;
  slide.addShape("custGeom" as never, {
    ...box(left, top, Math.max(...xs) - left, Math.max(...ys) - top),
    points: shape.steps.map((step) => point(step, left, top)) as never,
    ...(fill !== undefined && { fill: { color: colour(fill) } }),
    line:
      stroke === undefined
        ? ({ type: "none" } as never)
        : { color: colour(stroke), width: thick ?? 1, ...(dash && { dashType: "sysDash" }) },
  });
}

function point(step: Step, left: number, top: number) {
  const x = (value: number) => (value - left) / POINTS;
  const y = (value: number) => (value - top) / POINTS;
  switch (step[0]) {
    case "Z":
      return { close: true };
    case "M":
      return { x: x(step[1]), y: y(step[2]), moveTo: true };
    case "L":
      return { x: x(step[1]), y: y(step[2]) };
    case "C":
      return {
        x: x(step[5]),
        y: y(step[6]),
        curve: { type: "cubic", x1: x(step[1]), y1: y(step[2]), x2: x(step[3]), y2: y(step[4]) },
      };
  }
}

function pairs(numbers: readonly number[]): [number, number][] {
  return numbers.flatMap((value, at): [number, number][] =>
    at % 2 === 0 ? [[value, numbers[at + 1] ?? 0]] : [],
  );
}

function box(x: number, y: number, width: number, height: number) {
  return { x: x / POINTS, y: y / POINTS, w: width / POINTS, h: height / POINTS };
}

function colour(hex: string): string {
  return hex.slice(1).toUpperCase();
}
