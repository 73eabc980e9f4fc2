import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { Engine } from "../../engine/port.ts";
import type { Workspace } from "../../protocol/workspace.ts";
import type { Documents } from "../documents/documents.ts";
import { listMaps } from "../documents/map.ts";
import { createWorkspace, listWorkspaces, type StoredWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Loading } from "./loading.ts";
import { freeSlug } from "./slug.ts";

/** Handlers of the workspaces. */
export function workspaceHandlers(parts: {
  engine: Engine;
  documents: Documents;
  loading: Loading;
}): Pick<Handlers, "workspaces" | "createWorkspace"> {
  const { engine, documents, loading } = parts;

  async function describe(stored: StoredWorkspace, signal: AbortSignal): Promise<Workspace> {
    const [maps, counts] = await Promise.all([
      listMaps(documents, stored.id),
      engine.lookup.rows(
        z.object({ events: z.number() }),
        "SELECT toUInt32(count()) AS events FROM event WHERE ws = {ws:UInt32}",
        { ws: stored.id },
        { signal },
      ),
    ]);
    return {
      slug: stored.slug,
      name: stored.name,
      kind: stored.kind,
      loading: loading.of(stored.slug),
      events: must(counts[0], "the count of events").events,
      map: maps[0]?.id ?? null,
    };
  }

  return {
    async workspaces({ signal }) {
      const all = await listWorkspaces(documents);
      return Promise.all(all.map((each) => describe(each, signal)));
    },
    async createWorkspace({ body, signal }) {
      const taken = (await listWorkspaces(documents)).map((each) => each.slug);
      const slug = freeSlug(body.name, taken);
      const made = await createWorkspace(documents, { slug, name: body.name, kind: "own" });
      return describe(made, signal);
    },
  };
}
