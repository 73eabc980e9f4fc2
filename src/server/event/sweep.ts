import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { message } from "../../core/message/message.ts";
import { listUnfinishedImports, saveImport } from "../documents/import.ts";
import { workspaceOf } from "../documents/workspace.ts";
import { undo, type ImportDeps } from "./import.ts";

/**
 * Takes out what imports left that a crash cut short; run it at start, before anything is imported.
 * @returns how many there were
 */
export async function sweep(
  deps: Pick<ImportDeps, "engine" | "documents" | "dataDir" | "derive">,
): Promise<number> {
  const { documents, dataDir } = deps;
  const unfinished = await listUnfinishedImports(documents);
  for (const stored of unfinished) {
    const workspace = await workspaceOf(documents, stored.workspace);
    await undo(deps, workspace, stored.id, stored.state === "linking");
    await saveImport(documents, stored.id, {
      ...stored,
      state: "failed",
      ledger: { received: 0, stored: 0, duplicate: 0, quarantined: 0 },
      problem: message("import-cut-short"),
    });
  }
  const tmp = join(dataDir, "tmp");
  const left = await readdir(tmp).catch(() => []);
  for (const name of left)
    if (name.startsWith("import-")) await rm(join(tmp, name), { recursive: true, force: true });
  return unfinished.length;
}
