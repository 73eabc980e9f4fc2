import { mapFormats, type MapFormat } from "../../../core/map/exchange/formats.ts";
import { writeMapText } from "../../../core/map/exchange/write.ts";
import type { Journey } from "../../../core/map/journey.ts";
import type { Message } from "../../../core/message/message.ts";
import type { Language } from "../../../core/message/wording.ts";
import { writeWorkbook } from "./workbook.ts";

export type WrittenFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly extension: string;
  /** What of the map the format cannot hold. */
  readonly report: Message[];
};

/** A map as a file that can be read again. */
export async function writeMapFile(
  journey: Journey,
  format: MapFormat,
  language: Language,
): Promise<WrittenFile> {
  const { type, extension } = mapFormats[format];
  if (format === "xlsx") return { ...(await writeWorkbook(journey, language)), type, extension };
  const { text, report } = writeMapText(journey, format, language);
  return { bytes: new TextEncoder().encode(text), type, extension, report };
}
