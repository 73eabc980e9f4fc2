import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { letters } from "./fonts.ts";
import { drawSvg } from "./svg.ts";
import { fileName, type Writer } from "./writer.ts";

/** Pixels for a point: sharp on a slide, unless the map is so wide that it would not fit in memory. */
const SHARP = 2;
const MOST_PIXELS = 40_000_000;
const WIDEST = 30_000;

let ready: ReturnType<typeof open> | null = null;

/** The map as one PNG. */
export const writePng: Writer = async (given) => {
  const { sheet, svg } = await drawSvg(given);
  return {
    name: fileName(given.journey, "png"),
    type: "image/png",
    bytes: await pngOf(sheet, svg),
  };
};

/** A sheet that was written as SVG as one PNG. */
export async function pngOf(
  sheet: { readonly width: number; readonly height: number },
  svg: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { Resvg } = await (ready ??= open());
  const scale = Math.min(
    SHARP,
    WIDEST / sheet.width,
    Math.sqrt(MOST_PIXELS / (sheet.width * sheet.height)),
  );
  const drawing = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: {
      fontBuffers: Object.values(await letters()),
      defaultFontFamily: "Inter",
      sansSerifFamily: "Inter",
      serifFamily: "Newsreader",
    },
  });
  const image = drawing.render();
  const bytes = new Uint8Array(image.asPng());
  image.free();
  drawing.free();
  return bytes;
}

async function open() {
  const resvg = await import("@resvg/resvg-wasm");
  const wasm = fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"));
  await resvg.initWasm(await readFile(wasm));
  return resvg;
}
