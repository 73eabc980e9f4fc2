import { AppError } from "../../../core/problem.ts";
import type { Engine } from "../../../engine/port.ts";
import type { Documents } from "../../documents/documents.ts";
import { countExport } from "../../documents/map-shown.ts";
import { findPicture } from "../../documents/picture.ts";
import type { Handlers } from "../../handlers.ts";
import { asking } from "../../question/asking.ts";
import { laidOver } from "../laid-over.ts";
import type { Shelf } from "../shelf.ts";
import { formats } from "./formats.ts";
import type { Kept } from "./writer.ts";

/** Handler of maps as files. */
export function exportHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "exportMap"> {
  const { documents, shelf } = parts;
  return {
    async exportMap({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      const journey = await shelf.map(asked.ws, params.map);
      const { name, type, bytes } = await formats[query.format]({
        journey,
        overlay: query.figures === "0" ? null : await laidOver(parts, asked, journey),
        language: query.language ?? journey.language ?? "en",
        load: (hash) => kept(documents, asked.ws, hash),
      });
      await countExport(documents, { workspace: asked.ws, map: journey.id });
      return { type, bytes, headers: attachment(name) };
    },
  };
}

/** A picture that a map names but that is not here leaves a gap, not a failure. */
async function kept(documents: Documents, ws: number, hash: string): Promise<Kept | null> {
  try {
    const { type, data } = await findPicture(documents, ws, hash);
    return { type, bytes: new Uint8Array(Buffer.from(data, "base64")) };
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}

/** To be kept as a file, never shown as a page of this server. */
export function attachment(name: string): Record<string, string> {
  const ascii = name.replaceAll(/[^\w.-]/g, "_");
  const full = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    "Content-Disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${full}`,
    "X-Content-Type-Options": "nosniff",
  };
}
