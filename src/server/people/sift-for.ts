import { siftOf, type Sift } from "../../engine/people/sift.ts";
import type { Engine } from "../../engine/port.ts";
import type { Documents } from "../documents/documents.ts";
import { retentionTerms } from "../documents/retention.ts";

/** What is not to be kept of what comes into a workspace now; null when all is. */
export async function siftFor(
  {
    engine,
    documents,
    now,
  }: { readonly engine: Engine; readonly documents: Documents; readonly now: () => number },
  ws: number,
): Promise<Sift | null> {
  return siftOf(engine, { ws, terms: await retentionTerms(documents, ws), now: now() });
}
