import type { ExportFormat } from "../../../protocol/map/export.ts";
import { exchangeWriter } from "./exchange.ts";
import type { Writer } from "./writer.ts";

/** A writer for each format, loaded when it is first asked for. */
export const formats: Record<ExportFormat, Writer> = {
  svg: async (given) => (await import("./svg.ts")).writeSvg(given),
  html: async (given) => (await import("./html.ts")).writeHtml(given),
  png: async (given) => (await import("./png.ts")).writePng(given),
  pdf: async (given) => (await import("./pdf.ts")).writePdf(given),
  pptx: async (given) => (await import("./pptx.ts")).writePptx(given),
  yaml: exchangeWriter("yaml"),
  json: exchangeWriter("json"),
  xlsx: exchangeWriter("xlsx"),
  csv: exchangeWriter("csv"),
  ojf: exchangeWriter("ojf"),
  cjml: exchangeWriter("cjml"),
  mermaid: exchangeWriter("mermaid"),
};
