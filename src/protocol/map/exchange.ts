import { z } from "zod";
import { mapFormatNames } from "../../core/map/exchange/formats.ts";
import { Journey } from "../../core/map/journey.ts";
import { Message } from "../../core/message/message.ts";

/** A file of a map of any kind that can be read again. */
export const MapFileFormat = z.enum(mapFormatNames);

export const exchangeEndpoints = {
  importMap: {
    method: "POST",
    path: "/api/w/{workspace}/maps/import",
    summary:
      "A new map from a file, up to 10 MB; stored and returned, with what was not understood",
    query: z.object({
      /** What the file is called: a map without a title is called after it. */
      name: z.string().min(1).max(255),
      /** What the file itself says by default. */
      format: MapFileFormat.optional(),
      /** The name that whoever brings it goes by. */
      author: z.string().min(1).max(80).optional(),
    }),
    upload: true,
    answer: z.strictObject({
      journey: Journey,
      format: MapFileFormat,
      report: z.array(Message),
    }),
  },
} as const;
