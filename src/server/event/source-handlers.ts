import { liveSource as callsMapping } from "../../core/event/arrive/live-source.ts";
import type { Source } from "../../core/event/mapping.ts";
import type { Documents } from "../documents/documents.ts";
import { hoursOf } from "../documents/intake.ts";
import { findPull } from "../documents/pull.ts";
import { forgetAside } from "../documents/pull-file.ts";
import {
  addKey,
  addSource,
  findSource,
  revokeKey,
  saveSourceMapping,
  saveSourceSettings,
  stopSource,
} from "../documents/source.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Seal } from "../seal.ts";
import type { Intake } from "./intake/intake.ts";
import { closedSecret } from "./hook-secret.ts";
import { newKey, type Keys } from "./intake/keys.ts";
import { readyMapping, webhookTools } from "./intake/tools.ts";
import { liveSource, liveSources } from "./live-sources.ts";
import type { Puller } from "./pull/puller.ts";
import { withNames } from "./pull/table-plan.ts";

type Names =
  | "sources"
  | "addSource"
  | "webhookTools"
  | "saveWebhookSecret"
  | "stopSource"
  | "sourceMapping"
  | "saveSourceMapping"
  | "sourceHours"
  | "addKey"
  | "revokeKey";

/** Handlers of the systems that tell by themselves. */
export function sourceHandlers(parts: {
  documents: Documents;
  intake: Pick<Intake, "changed">;
  keys: Keys;
  puller: Puller;
  seal: Seal;
}): Pick<Handlers, Names> {
  const { documents, intake, keys, puller, seal } = parts;

  const one = (workspace: number, name: string) =>
    liveSource(documents, workspace, name, { puller, seal });

  return {
    async sources({ params }) {
      const { id } = await findWorkspace(documents, params.workspace);
      return liveSources(documents, id, { puller, seal });
    },
    async addSource({ params, body: { name, kind, tool } }) {
      const { id } = await findWorkspace(documents, params.workspace);
      const hook = kind === "webhook" && (await readyMapping(tool));
      const mapping = hook ? { ...hook, name } : callsMapping(name);
      const settings = hook ? { tool } : {};
      await documents.transaction(async (statements) => {
        await addSource(statements, id, { name, kind, mapping, settings });
        await addKey(statements, id, name, newKey("write").key);
      });
      return one(id, name);
    },
    async webhookTools() {
      return webhookTools();
    },
    async saveWebhookSecret({ params, body: { secret } }) {
      const { id } = await findWorkspace(documents, params.workspace);
      const { settings } = await findSource(documents, id, params.source);
      const { sealed: _, seal: __, ...rest } = settings;
      const which = { workspace: id, name: params.source };
      const kept = secret === null ? rest : { ...rest, ...closedSecret(seal, which, secret) };
      await saveSourceSettings(documents, id, params.source, kept);
      keys.changed();
      return one(id, params.source);
    },
    async stopSource({ params, body }) {
      const { id } = await findWorkspace(documents, params.workspace);
      await stopSource(documents, id, params.source, body.stopped);
      keys.changed();
      if (body.stopped) await puller.stop(id, params.source);
      else puller.poke();
      return one(id, params.source);
    },
    async sourceMapping({ params }) {
      const { id } = await findWorkspace(documents, params.workspace);
      return (await findSource(documents, id, params.source)).mapping;
    },
    async saveSourceMapping({ params, body }) {
      const { id } = await findWorkspace(documents, params.workspace);
      const which = { workspace: id, source: params.source };
      const { kind } = await findSource(documents, id, params.source);
      const named = { ...body, name: params.source };
      const mapping = kind === "table" ? await namedByKey(documents, which, named) : named;
      await saveSourceMapping(documents, id, params.source, mapping);
      // Files that did not fit the mapping before may fit it now.
      if (kind === "files") await forgetAside(documents, which);
      intake.changed(id);
      keys.changed();
      return mapping;
    },
    async sourceHours({ params, query }) {
      const { id } = await findWorkspace(documents, params.workspace);
      return hoursOf(documents, id, params.source, query.hours);
    },
    async addKey({ params, body }) {
      const { id } = await findWorkspace(documents, params.workspace);
      await findSource(documents, id, params.source);
      const { secret, key } = newKey(body.kind);
      return { key: await addKey(documents, id, params.source, key), secret };
    },
    async revokeKey({ params }) {
      const { id } = await findWorkspace(documents, params.workspace);
      const revoked = await revokeKey(documents, id, params.source, params.key);
      keys.changed();
      return revoked;
    },
  };
}

/** Rows of a table count once by its key, whatever else of the mapping was changed. */
async function namedByKey(
  documents: Documents,
  which: { readonly workspace: number; readonly source: string },
  mapping: Source,
): Promise<Source> {
  const { origin } = await findPull(documents, which);
  return origin.kind === "database" ? withNames({ ...mapping, format: "jsonl" }, origin) : mapping;
}
