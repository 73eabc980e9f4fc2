import { openDocuments } from "../../src/server/documents/open.ts";
import { createWorkspace } from "../../src/server/documents/workspace.ts";

// Writes rows to the folder it is given, and prints how many were acknowledged, until it is killed.
const documents = await openDocuments({ path: process.argv[2]! });
for (let count = 1; ; count += 1) {
  await createWorkspace(documents, { slug: `w${count}`, name: "Written", kind: "own" });
  process.stdout.write(`${count}\n`);
}
