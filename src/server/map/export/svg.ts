import { layOut } from "../../../core/map/sheet/lay-out.ts";
import { averageMeasure, plain } from "../../../core/map/sheet/measure.ts";
import type { Shape, Sheet } from "../../../core/map/sheet/shape.ts";
import { picturesOn } from "./pictures.ts";
import { fileName, type Given, type Kept, type Writer } from "./writer.ts";

/** The map as one SVG: text stays text, nothing in it runs or is fetched. */
export const writeSvg: Writer = async (given) => ({
  name: fileName(given.journey, "svg"),
  type: "image/svg+xml; charset=utf-8",
  bytes: new TextEncoder().encode((await drawSvg(given)).svg),
});

/** The whole map on one sheet, and that sheet as SVG. */
export async function drawSvg(given: Given): Promise<{ sheet: Sheet; svg: string }> {
  const { journey, overlay, language, load } = given;
  const sheets = layOut(journey, overlay, { language, measure: averageMeasure, size: "whole" });
  const [sheet] = sheets;
  if (!sheet) throw new Error("a map has a sheet");
  return { sheet, svg: svgOf(sheet, await picturesOn(sheets, load)) };
}

const families = {
  sans: "Inter, system-ui, Helvetica, Arial, sans-serif",
  serif: "Newsreader, Georgia, 'Times New Roman', serif",
} as const;

/** A sheet as SVG. */
export function svgOf(
  { title, language, width, height, shapes }: Sheet,
  pictures: ReadonlyMap<string, Kept>,
): string {
  const [w, h] = [short(width), short(height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" xml:lang="${language}" role="img" aria-label="${escaped(plain(title))}">`,
    `<title>${escaped(plain(title))}</title>`,
    ...shapes.map((shape) => element(shape, pictures)).filter((text) => text !== ""),
    "</svg>",
    "",
  ].join("\n");
}

function element(shape: Shape, pictures: ReadonlyMap<string, Kept>): string {
  switch (shape.is) {
    case "rect":
      return `<rect ${box(shape)} fill="${shape.fill}"/>`;
    case "line": {
      const { x1, y1, x2, y2, stroke, thick } = shape;
      return `<path d="M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}" stroke="${stroke}" stroke-width="${short(thick)}"${dashed(shape)}/>`;
    }
    case "path": {
      const { fill, stroke, thick = 1 } = shape;
      const stroked = stroke
        ? ` stroke="${stroke}" stroke-width="${short(thick)}" stroke-linecap="round" stroke-linejoin="round"`
        : "";
      return `<path d="${pathText(shape.steps)}" fill="${fill ?? "none"}"${stroked}${dashed(shape)}/>`;
    }
    case "circle": {
      const { x, y, radius, fill, stroke, thick } = shape;
      return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" fill="${fill}" stroke="${stroke}" stroke-width="${short(thick)}"/>`;
    }
    case "text": {
      const { x, y, font, size, weight, italic, anchor, fill, text } = shape;
      const look = [
        `font-family="${families[font]}"`,
        `font-size="${short(size)}"`,
        ...(weight === 400 ? [] : [`font-weight="${weight}"`]),
        ...(italic ? ['font-style="italic"'] : []),
        ...(anchor === "start" ? [] : [`text-anchor="${anchor}"`]),
      ].join(" ");
      return `<text x="${short(x)}" y="${short(y)}" fill="${fill}" ${look}>${escaped(text)}</text>`;
    }
    case "picture": {
      const kept = pictures.get(shape.hash);
      if (!kept) return "";
      const data = `data:${kept.type};base64,${Buffer.from(kept.bytes).toString("base64")}`;
      return `<image ${box(shape)} preserveAspectRatio="xMidYMid meet" href="${escaped(data)}" role="img" aria-label="${escaped(plain(shape.alt))}"/>`;
    }
  }
}

/** A path as SVG and PDF write it. */
export function pathText(steps: Extract<Shape, { is: "path" }>["steps"]): string {
  return steps.map(([command, ...numbers]) => command + numbers.map(short).join(" ")).join("");
}

function dashed({ dash }: { readonly dash?: readonly [number, number] }): string {
  return dash ? ` stroke-dasharray="${dash.map(short).join(" ")}"` : "";
}

function box({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for XML and HTML; letters that neither may hold are left out. */
export function escaped(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "")
    .replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? "");
}
