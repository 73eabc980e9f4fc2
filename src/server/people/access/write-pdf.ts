import { letters } from "../../map/export/fonts.ts";
import type { Access, Section } from "./sections.ts";

const MARGIN = 48;
/** So many rows are written before the pages that are full are handed on. */
const AT_ONCE = 50;

/** An access export as a PDF, its pages handed on as they fill. */
export async function* writePdf(access: Access): AsyncGenerator<Uint8Array> {
  const { default: PDFDocument } = await import("pdfkit");
  const document = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    lang: access.language,
    displayTitle: true,
    info: { Title: access.title, Creator: "Spoor" },
  });
  for (const [name, bytes] of Object.entries(await letters())) document.registerFont(name, bytes);
  let parts: Buffer[] = [];
  document.on("data", (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => {
    document.on("end", resolve);
    document.on("error", reject);
  });
  const filled = () => {
    const bytes = Buffer.concat(parts);
    parts = [];
    return bytes;
  };
  document.font("serif400", 22).text(access.title).moveDown(0.5);
  document.font("sans400", 10).text(access.lead);
  for (const section of access.sections) {
    heading(document, section);
    let count = 0;
    for await (const row of section.rows) {
      entry(document, section, row);
      count += 1;
      // The stream of the document hands its bytes on between turns only.
      if (count % AT_ONCE === 0) {
        await new Promise((resolve) => setImmediate(resolve));
        yield filled();
      }
    }
    if (count === 0) document.font("sans400", 9).text(access.nothing);
  }
  document.end();
  await ended;
  yield filled();
}

function heading(document: PDFKit.PDFDocument, { title, about }: Section): void {
  if (document.y > document.page.height - 160) document.addPage();
  document.moveDown(1.5).font("serif600", 15).fillColor("#1f2224").text(title);
  document.moveDown(0.2).font("sans400", 9).fillColor("#686c72").text(about);
  document.moveDown(0.5).fillColor("#1f2224");
}

/** A row as a line of what it says; what is empty is left out. */
function entry(document: PDFKit.PDFDocument, { columns }: Section, row: readonly string[]): void {
  const [first = "", ...rest] = row;
  const told = rest.flatMap((cell, at) => (cell === "" ? [] : [`${columns[at + 1]}: ${cell}`]));
  document.font("sans600", 8.5).text(printable(first || "–"), { continued: told.length > 0 });
  if (told.length > 0) document.font("sans400", 8.5).text(`   ${printable(told.join(" · "))}`);
  document.moveDown(0.25);
}

/** What ends a line or is no letter at all would break the page. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}]+/gu, " ");
}
