import type { Message } from "../../message/message.ts";
import type { Language } from "../../message/wording.ts";
import { writeJourney } from "../file.ts";
import { fill } from "../fill.ts";
import { Journey } from "../journey.ts";
import { writeCjml } from "./cjml.ts";
import { writeCsv } from "./csv.ts";
import type { MapFormat } from "./formats.ts";
import { writeMermaid } from "./mermaid.ts";
import { notHeld } from "./not-held.ts";
import { writeOjf } from "./ojf.ts";
import { sheetsOf } from "./sheets.ts";

/** A map as text, with what of it the format cannot hold. */
export type WrittenMap = { readonly text: string; readonly report: Message[] };

/** Writes a map in a format of text. `language` is that of the words which a sheet needs of its own. */
export function writeMapText(
  journey: Journey,
  format: Exclude<MapFormat, "xlsx">,
  language: Language = journey.language ?? "en",
): WrittenMap {
  const report = notHeld(journey, format);
  switch (format) {
    case "yaml":
      return { text: writeJourney(journey), report };
    case "json":
      return { text: `${JSON.stringify(Journey.parse(fill(journey)), null, 2)}\n`, report };
    case "csv": {
      const { sheets, report: told } = sheetsOf(journey, { all: false, language });
      const [{ rows } = { rows: [] }] = sheets;
      // Excel takes a file for UTF-8 by its mark, and expects the sign of its own language.
      const text = `\uFEFF${writeCsv(rows, language === "nl" ? ";" : ",")}`;
      return { text, report: [...report, ...told] };
    }
    case "ojf":
      return { text: writeOjf(journey), report };
    case "cjml":
      return { text: writeCjml(journey), report };
    case "mermaid":
      return { text: writeMermaid(journey), report };
  }
}
