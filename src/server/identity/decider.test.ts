import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Engine } from "../../engine/port.ts";
import { addDecision, dueVerdicts } from "../documents/decision.ts";
import type { Documents } from "../documents/documents.ts";
import { openDocuments } from "../documents/open.ts";
import { createWorkspace } from "../documents/workspace.ts";
import { createQueue } from "../event/queue.ts";
import { Decider } from "./decider.ts";

let folder: string;
let documents: Documents;
let workspace: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoor-decider-"));
  documents = await openDocuments({ path: folder });
  workspace = (await createWorkspace(documents, { slug: "w", name: "W", kind: "own" })).id;
}, 300_000);
afterAll(async () => {
  await documents[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const decision = (a: string) =>
  addDecision(documents, {
    workspace,
    says: "same",
    by: "Ann",
    reason: "",
    pairs: [{ a, b: "99" }],
  });

test("that a decision waits is said from the moment it is told until it is derived, whatever else is going on", async () => {
  const queue = createQueue();
  const derivations = [0, 1, 2].map(() => Promise.withResolvers<void>());
  const began = [0, 1, 2].map(() => Promise.withResolvers<void>());
  let nth = 0;
  await using decider = await Decider.open({
    documents,
    queue,
    engine: {} as Engine,
    async derive() {
      began[nth]!.resolve();
      await derivations[nth++]!.promise;
    },
    report(error) {
      throw error;
    },
  });
  expect(decider.share(workspace)).toBeNull();

  // Something else has the workspace: the decision waits behind it, and says so.
  const held = Promise.withResolvers<void>();
  const importing = queue.run(workspace, () => held.promise);
  await decision("1");
  decider.due(workspace);
  expect(decider.share(workspace)).toBe(0);
  held.resolve();
  await importing;
  await began[0]!.promise;
  expect(decider.share(workspace)).not.toBeNull();

  // One that is told while another is derived: there is no moment at which nothing seems to wait.
  await decision("2");
  decider.due(workspace);
  derivations[0]!.resolve();
  await began[1]!.promise;
  expect(decider.share(workspace)).not.toBeNull();
  derivations[1]!.resolve();
  await decider.settled();
  expect(decider.share(workspace)).toBeNull();
  expect(await dueVerdicts(documents, workspace)).toEqual({ due: [], verdicts: [] });
});
