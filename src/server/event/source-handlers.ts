import { liveSource } from "../../core/event/arrive/live-source.ts";
import type { Documents } from "../documents/documents.ts";
import { hoursOf, sumBooks } from "../documents/intake.ts";
import {
  addKey,
  addSource,
  findSource,
  listKeys,
  listSources,
  revokeKey,
  saveSourceMapping,
  saveSourceSettings,
  stopSource,
  type StoredSource,
} from "../documents/source.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { LiveSource, Webhook } from "../../protocol/event/source.ts";
import type { Handlers } from "../handlers.ts";
import type { Intake } from "./intake/intake.ts";
import { newKey, type Keys } from "./intake/keys.ts";
import { signing } from "./intake/signature.ts";
import { readyMapping, webhookTools } from "./intake/tools.ts";

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

function webhookOf({ settings, refused, refused_last }: StoredSource): Webhook {
  const { tool = "other", secret } = settings;
  return {
    tool,
    signs: signing.has(tool),
    secret: secret !== undefined,
    refused: { calls: refused, last: refused_last },
  };
}

const nothing = { received: 0, stored: 0, duplicate: 0, quarantined: 0, suppressed: 0 };

/** Handlers of the systems that tell by themselves. */
export function sourceHandlers(parts: {
  documents: Documents;
  intake: Pick<Intake, "changed">;
  keys: Keys;
}): Pick<Handlers, Names> {
  const { documents, intake, keys } = parts;

  async function list(workspace: number): Promise<LiveSource[]> {
    const [sources, held, books] = [
      await listSources(documents, workspace),
      await listKeys(documents, workspace),
      await sumBooks(documents, workspace),
    ];
    const keysOf = Map.groupBy(held, ({ source }) => source);
    return sources.map((stored) => {
      const { name, kind, created, stopped } = stored;
      const {
        source: _,
        last,
        ...ledger
      } = books.find(({ source }) => source === name) ?? { source: name, last: null, ...nothing };
      return {
        name,
        kind,
        webhook: kind === "webhook" ? webhookOf(stored) : null,
        created,
        stopped,
        keys: (keysOf.get(name) ?? []).map(({ key }) => key),
        ledger,
        last,
      };
    });
  }

  async function one(workspace: number, name: string): Promise<LiveSource> {
    await findSource(documents, workspace, name);
    return (await list(workspace)).find((each) => each.name === name)!;
  }

  return {
    async sources({ params }) {
      return list((await findWorkspace(documents, params.workspace)).id);
    },
    async addSource({ params, body: { name, kind, tool } }) {
      const { id } = await findWorkspace(documents, params.workspace);
      const hook = kind === "webhook" && (await readyMapping(tool));
      const mapping = hook ? { ...hook, name } : liveSource(name);
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
      const { secret: _, ...rest } = settings;
      const kept = secret === null ? rest : { ...rest, secret };
      await saveSourceSettings(documents, id, params.source, kept);
      keys.changed();
      return one(id, params.source);
    },
    async stopSource({ params, body }) {
      const { id } = await findWorkspace(documents, params.workspace);
      await stopSource(documents, id, params.source, body.stopped);
      keys.changed();
      return one(id, params.source);
    },
    async sourceMapping({ params }) {
      const { id } = await findWorkspace(documents, params.workspace);
      return (await findSource(documents, id, params.source)).mapping;
    },
    async saveSourceMapping({ params, body }) {
      const { id } = await findWorkspace(documents, params.workspace);
      await findSource(documents, id, params.source);
      const mapping = { ...body, name: params.source };
      await saveSourceMapping(documents, id, params.source, mapping);
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
