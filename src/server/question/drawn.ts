import type { Journey } from "../../core/map/journey.ts";
import type { Documents } from "../documents/documents.ts";
import type { Shelf } from "../map/shelf.ts";
import { firstMap } from "./aim.ts";

/** The map that was asked for, else the first one; null without any. Rejects with `not-found`. */
export async function drawnOf(
  parts: { documents: Documents; shelf: Shelf },
  ws: number,
  asked: string | undefined,
): Promise<Journey | null> {
  return asked === undefined ? firstMap(parts, ws) : parts.shelf.map(ws, asked);
}
