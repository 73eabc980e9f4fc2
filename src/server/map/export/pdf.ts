import { layOut } from "../../../core/map/sheet/lay-out.ts";
import { averageMeasure } from "../../../core/map/sheet/measure.ts";
import type { Shape, Sheet } from "../../../core/map/sheet/shape.ts";
import type { Language } from "../../../core/message/wording.ts";
import { letters } from "./fonts.ts";
import { picturesOn } from "./pictures.ts";
import { pathText } from "./svg.ts";
import { fileName, type Kept, type Writer } from "./writer.ts";

/** A3 on its side. */
const size = { width: 1190.55, height: 841.89, scale: 1 };

/** The map as a PDF with its fonts in it, broken between episodes. */
export const writePdf: Writer = async ({ journey, overlay, language, load }) => {
  const sheets = layOut(journey, overlay, { language, measure: averageMeasure, size });
  const pictures = await picturesOn(sheets, load);
  return {
    name: fileName(journey, "pdf"),
    type: "application/pdf",
    bytes: await pdfOf(sheets, { title: journey.title, language, pictures }),
  };
};

/** Sheets as the pages of a PDF. */
export async function pdfOf(
  sheets: readonly Sheet[],
  about: {
    readonly title: string;
    readonly language: Language;
    readonly pictures: ReadonlyMap<string, Kept>;
  },
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: PDFDocument } = await import("pdfkit");
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    lang: about.language,
    displayTitle: true,
    info: { Title: about.title, Creator: "Spoor" },
  });
  const parts: Buffer[] = [];
  document.on("data", (part: Buffer) => parts.push(part));
  const written = new Promise<void>((resolve, reject) => {
    document.on("end", resolve);
    document.on("error", reject);
  });
  for (const [name, bytes] of Object.entries(await letters())) document.registerFont(name, bytes);
  for (const sheet of sheets) {
    document.addPage({ size: [sheet.width, sheet.height], margin: 0 });
    for (const shape of sheet.shapes) draw(document, shape, about.pictures);
  }
  document.end();
  await written;
  return new Uint8Array(Buffer.concat(parts));
}

function draw(
  document: PDFKit.PDFDocument,
  shape: Shape,
  pictures: ReadonlyMap<string, Kept>,
): void {
  document.undash();
  switch (shape.is) {
    case "rect":
      document.rect(shape.x, shape.y, shape.width, shape.height).fill(shape.fill);
      return;
    case "line":
      if (shape.dash) document.dash(shape.dash[0], { space: shape.dash[1] });
      document.lineWidth(shape.thick).moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2);
      document.stroke(shape.stroke);
      return;
    case "path":
      document.path(pathText(shape.steps));
      if (shape.fill !== undefined) document.fill(shape.fill);
      else {
        if (shape.dash) document.dash(shape.dash[0], { space: shape.dash[1] });
        document
          .lineWidth(shape.thick ?? 1)
          .lineCap("round")
          .stroke(shape.stroke ?? "#000");
        document.lineCap("butt");
      }
      return;
    case "circle":
      document.lineWidth(shape.thick).circle(shape.x, shape.y, shape.radius);
      document.fillAndStroke(shape.fill, shape.stroke);
      return;
    case "text": {
      const { x, y, font, size: points, weight, anchor, fill } = shape;
      document.font(`${font}${weight}`, points).fillColor(fill);
      const { text, width, how } = measured(document, shape.text);
      const left = x - (anchor === "start" ? 0 : anchor === "middle" ? width / 2 : width);
      document.text(text, left, y, { ...how, lineBreak: false, baseline: "alphabetic" });
      return;
    }
    case "picture": {
      const kept = pictures.get(shape.hash);
      // PDF holds JPEG and PNG only.
      if (!kept || !/^image\/(?:png|jpeg)$/.test(kept.type)) return;
      document.image(Buffer.from(kept.bytes), shape.x, shape.y, {
        fit: [shape.width, shape.height],
        align: "center",
        valign: "center",
      });
    }
  }
}

/** Marks are drawn where the font puts them by themselves. */
const unplaced = { features: { mark: false, mkmk: false } } as unknown as PDFKit.Mixins.TextOptions;

/**
 * A text with its letters composed, how wide it is, and how it is to be drawn. The layout of fontkit
 * fails on a mark for which its letter has no place in the font (an accent on a capital of Newsreader).
 */
function measured(document: PDFKit.PDFDocument, given: string) {
  const text = given.normalize("NFC");
  try {
    return { text, width: document.widthOfString(text), how: {} };
  } catch {
    return { text, width: document.widthOfString(text, unplaced), how: unplaced };
  }
}
