import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Given } from "../../core/event/guess-mapping.ts";
import type { ImportStatus } from "../../core/event/import.ts";
import type { Mapping } from "../../core/event/mapping.ts";
import { countQuarantine, listQuarantine } from "../../engine/event/quarantine.ts";
import type { endpoints } from "../../protocol/endpoint.ts";
import { findImport, listImports } from "../documents/import.ts";
import { findWorkspace } from "../documents/workspace.ts";
import { startImport, type ImportDeps, type ImportHandle } from "./import.ts";
import { preview, type PreviewAnswer } from "./preview.ts";
import { statusOf } from "./progress.ts";
import { replayQuarantine } from "./replay.ts";
import { createUploads } from "./uploads.ts";

type Quarantine = z.output<(typeof endpoints)["quarantine"]["answer"]>;

/** Importing as a person does it; in this process, or in a server somewhere else. */
export type Importer = {
  /** Makes a file of this machine available, in its place, and returns its id. */
  offer(workspace: string, path: string): Promise<string>;
  preview(
    workspace: string,
    uploads: readonly string[],
    mapping?: Mapping,
    given?: Given,
  ): Promise<PreviewAnswer>;
  start(workspace: string, uploads: readonly string[], mapping: Mapping): Promise<ImportStatus>;
  status(workspace: string, id: string): Promise<ImportStatus>;
  list(workspace: string): Promise<ImportStatus[]>;
  cancel(workspace: string, id: string): Promise<ImportStatus>;
  quarantine(workspace: string, question: { limit?: number; import?: string }): Promise<Quarantine>;
  /** Of one source, or of all. */
  replay(workspace: string, mapping?: Mapping, source?: string): Promise<ImportStatus>;
};

/** The importer in the process that has the stores; it takes files in from others. */
export type ImportDesk = Importer & {
  receive(
    workspace: string,
    name: string,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<{ upload: string; bytes: number }>;
};

/** The importer in this process, over its own stores. */
export function createImporter(deps: ImportDeps): ImportDesk {
  const { engine, documents, dataDir, now } = deps;
  const uploads = createUploads(dataDir, randomUUID);
  const running = new Map<number, ImportHandle>();
  const follow = (handle: ImportHandle): ImportStatus => {
    running.set(handle.id, handle);
    void handle.done.finally(() => running.delete(handle.id));
    return handle.status();
  };
  const find = async (workspace: string, id: string) => {
    const { id: ws } = await findWorkspace(documents, workspace);
    return findImport(documents, ws, /^\d{1,9}$/.test(id) ? Number(id) : 0);
  };
  return {
    async receive(workspace, name, bytes) {
      await findWorkspace(documents, workspace);
      return uploads.receive(workspace, name, bytes);
    },
    offer: (workspace, path) => Promise.resolve(uploads.refer(workspace, path)),
    async preview(workspace, ids, mapping, given) {
      const files = await uploads.find(workspace, ids);
      return preview(
        engine,
        files.map((file, index) => ({ ...file, upload: ids[index]! })),
        mapping,
        given,
      );
    },
    async start(workspace, ids, mapping) {
      const files = await uploads.find(workspace, ids);
      const finished = () => uploads.discard(workspace, ids);
      return follow(await startImport(deps, { workspace, files, mapping, finished }));
    },
    async status(workspace, id) {
      const stored = await find(workspace, id);
      return running.get(stored.id)?.status() ?? statusOf(stored, null, now());
    },
    async list(workspace) {
      const { id } = await findWorkspace(documents, workspace);
      const all = await listImports(documents, id);
      return all.map((stored) => running.get(stored.id)?.status() ?? statusOf(stored, null, now()));
    },
    async cancel(workspace, id) {
      const stored = await find(workspace, id);
      const handle = running.get(stored.id);
      handle?.cancel();
      return handle ? handle.done : statusOf(stored, null, now());
    },
    async quarantine(workspace, { limit = 100, import: only }) {
      const { id: ws } = await findWorkspace(documents, workspace);
      const of = only === undefined ? 0 : (await find(workspace, only)).id;
      const { rows } = await listQuarantine(engine, { ws, limit, import: of });
      return { rows, total: await countQuarantine(engine, ws, of) };
    },
    async replay(workspace, mapping, source) {
      return follow(await replayQuarantine(deps, { workspace, mapping, source }));
    },
  };
}
