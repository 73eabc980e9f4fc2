import type { Documents } from "../documents/documents.ts";
import { createWorkspace, listWorkspaces } from "../documents/workspace.ts";

/** The workspace that is meant when nobody says which. */
export const OWN = "own";

/** Sees to it that there is a workspace for one's own data; its name is the reader's word for it. */
export async function ensureOwn(documents: Documents): Promise<void> {
  const known = await listWorkspaces(documents);
  if (known.some(({ slug }) => slug === OWN)) return;
  await createWorkspace(documents, { slug: OWN, name: "", kind: "own" });
}
