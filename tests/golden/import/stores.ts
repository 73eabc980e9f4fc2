import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Mapping, RowKind, Source } from "../../../src/core/event/mapping.ts";
import { derive } from "../../../src/engine/event/derive.ts";
import { openEngine } from "../../../src/engine/open.ts";
import { openDocuments } from "../../../src/server/documents/open.ts";
import { createWorkspace } from "../../../src/server/documents/workspace.ts";
import { keepSecret } from "../../../src/server/identity/secret.ts";
import { startImport, type ImportDeps } from "../../../src/server/event/import.ts";
import { createQueue } from "../../../src/server/event/queue.ts";

/** Real logs, where they are at hand. */
export const samples = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));

/** Real stores in a folder of their own, and short ways to use them. */
export async function openStores(folder?: string) {
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), "spoor-import-")));
  const engine = await openEngine(
    { path: join(dataDir, "engine") },
    keepSecret({ dataDir, vaultKey: null }),
  );
  const documents = await openDocuments({ path: join(dataDir, "documents") });
  const deps: ImportDeps = {
    engine,
    documents,
    dataDir,
    queue: createQueue(),
    derive,
    now: () => performance.now(),
  };
  let made = 0;
  return {
    deps,
    dataDir,
    async workspace() {
      made += 1;
      return createWorkspace(documents, { slug: `w${made}`, name: `W ${made}`, kind: "own" });
    },
    /** Writes a file and returns its path. */
    async file(name: string, content: string | Uint8Array) {
      const path = join(dataDir, name);
      await writeFile(path, content);
      return path;
    },
    async import(workspace: string, paths: readonly string[], mapping: Mapping) {
      const files = paths.map((path) => ({ path }));
      return (await startImport(deps, { workspace, files, mapping })).done;
    },
    rows: (sql: string, parameters: Record<string, string | number> = {}) =>
      engine.analysis.rows(z.record(z.string(), z.unknown()), sql, parameters),
    async [Symbol.asyncDispose]() {
      await engine[Symbol.asyncDispose]();
      await documents[Symbol.asyncDispose]();
      if (folder === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
export type Stores = Awaited<ReturnType<typeof openStores>>;

/** A mapping with one source for all files. */
export function mappingOf(
  rows: readonly Partial<RowKind>[],
  source: Partial<Source> = {},
): Mapping {
  return {
    spoor: "mapping/1",
    zone: "Europe/Amsterdam",
    identity: {},
    sources: [
      { name: "s", files: "*", ...source, rows: rows.map((row) => ({ kind: "event", ...row })) },
    ],
  };
}

export const simple: Partial<RowKind> = { journey: "journey", what: "event", time: "time" };
