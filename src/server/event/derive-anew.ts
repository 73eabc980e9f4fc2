import { listUnderived, noteDerived } from "../../engine/event/underived.ts";
import { listWorkspaces } from "../documents/workspace.ts";
import { derivedBy, type ImportDeps } from "./import.ts";

/** Derives what a change of the tables took away; run it at start, before anything is asked. */
export async function deriveAnew(
  deps: Pick<ImportDeps, "engine" | "documents" | "derive">,
): Promise<void> {
  const { engine, documents, derive } = deps;
  const due = await listUnderived(engine.intake);
  if (due.length === 0) return;
  const workspaces = await listWorkspaces(documents);
  for (const ws of due) {
    const workspace = workspaces.find(({ id }) => id === ws);
    if (workspace)
      await derive(engine, { ws, imports: null, settings: derivedBy(workspace.settings) });
    await noteDerived(engine.intake, ws);
  }
}
