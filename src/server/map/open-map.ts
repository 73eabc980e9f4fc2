import type { Documents } from "../documents/documents.ts";
import type { MapPlace } from "../documents/map-log.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Desk } from "./desk.ts";
import type { Drawing } from "./drawing.ts";

/** The map that an address names, open, and its place in the store; rejects with `not-found`. */
export async function openMap(
  { documents, desk }: { documents: Documents; desk: Desk },
  { workspace, map }: { workspace: string; map: string },
): Promise<{ place: MapPlace; drawing: Drawing }> {
  const { id } = await findWorkspace(documents, workspace);
  return { place: { workspace: id, map }, drawing: await desk.drawing(id, map) };
}
