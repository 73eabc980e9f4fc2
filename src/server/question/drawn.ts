import type { Journey } from "../../core/map/journey.ts";
import type { Documents } from "../documents/documents.ts";
import { listMaps } from "../documents/map.ts";
import type { Shelf } from "../map/shelf.ts";

/** The map that was asked for, else the first one; null without any. Rejects with `not-found`. */
export async function drawnOf(
  { documents, shelf }: { documents: Documents; shelf: Shelf },
  ws: number,
  asked: string | undefined,
): Promise<Journey | null> {
  if (asked !== undefined) return shelf.map(ws, asked);
  const [first] = await listMaps(documents, ws);
  return first ? shelf.map(ws, first.id) : null;
}
