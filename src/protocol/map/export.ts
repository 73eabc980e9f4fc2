import { z } from "zod";
import { mapFormatNames } from "../../core/map/exchange/formats.ts";

/** What a map can be written as. */
export const ExportFormat = z.enum(["svg", "html", "png", "pdf", "pptx", ...mapFormatNames]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** How a map is written. */
export const ExportQuery = z.object({
  format: ExportFormat,
  /** `0` leaves the figures out. */
  figures: z.enum(["0", "1"]).optional(),
  /** Of the words around the map; the map's own by default. */
  language: z.enum(["nl", "en"]).optional(),
});
