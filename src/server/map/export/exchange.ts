import type { MapFormat } from "../../../core/map/exchange/formats.ts";
import { writeMapFile } from "../exchange/write-map.ts";
import { fileName, type Writer } from "./writer.ts";

/** The writer of a format that holds the map itself: what was drawn and claimed, without figures. */
export function exchangeWriter(format: MapFormat): Writer {
  return async ({ journey, language }) => {
    const { bytes, type, extension, report } = await writeMapFile(journey, format, language);
    return { name: fileName(journey, extension), type, bytes, report };
  };
}
