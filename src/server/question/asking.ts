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
  const personas = filter.segment === undefined ? [] : await parts.shelf.personas(ws);
  const segments = Object.fromEntries(personas.map(({ id, predicate }) => [id, predicate]));
  return { ws, filter, segments, signal };
}
