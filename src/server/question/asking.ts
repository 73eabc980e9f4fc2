import type { Filter } from "../../core/question/filter.ts";
import type { Asked } from "../../engine/question/asked.ts";
import type { Documents } from "../documents/documents.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Shelf } from "../map/shelf.ts";

/** Makes of a request's workspace and filter what a question needs; rejects with `not-found`. */
export async function asking(
  parts: { documents: Documents; shelf: Shelf },
  slug: string,
  filter: Filter = {},
  signal?: AbortSignal,
): Promise<Asked> {
  const { id: ws } = await findWorkspace(parts.documents, slug);
  return {
    ws,
    filter,
    segments: filter.segment === undefined ? {} : await segmentsOf(parts.shelf, ws),
    signal,
  };
}

/** The same, for a question that tells all personas of the workspace's maps apart. */
export async function askingAll(...given: Parameters<typeof asking>): Promise<Asked> {
  const asked = await asking(...given);
  return { ...asked, segments: await segmentsOf(given[0].shelf, asked.ws) };
}

async function segmentsOf(shelf: Shelf, ws: number): Promise<Asked["segments"]> {
  const personas = await shelf.personas(ws);
  return Object.fromEntries(personas.map(({ id, predicate }) => [id, predicate]));
}
