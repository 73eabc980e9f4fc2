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
  stopSource,
} from "../documents/source.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { LiveSource } from "../../protocol/event/source.ts";
import type { Handlers } from "../handlers.ts";
import type { Intake } from "./intake/intake.ts";
import { newKey, type Keys } from "./intake/keys.ts";

type Names =
  | "sources"
  | "addSource"
  | "stopSource"
  | "sourceMapping"
  | "saveSourceMapping"
  | "sourceHours"
  | "addKey"
  | "revokeKey";

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
    return sources.map(({ name, kind, created, stopped }) => {
      const {
        source: _,
        last,
        ...ledger
      } = books.find(({ source }) => source === name) ?? { source: name, last: null, ...nothing };
      return {
        name,
        kind,
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
    async addSource({ params, body: { name, kind } }) {
      const { id } = await findWorkspace(documents, params.workspace);
      await documents.transaction(async (statements) => {
        await addSource(statements, id, { name, kind, mapping: liveSource(name) });
        await addKey(statements, id, name, newKey("write").key);
      });
      return one(id, name);
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
