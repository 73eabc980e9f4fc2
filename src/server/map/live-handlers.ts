import type { Documents } from "../documents/documents.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Desk } from "./desk.ts";
import type { Drawing } from "./drawing.ts";

/** Handlers of drawing together. */
export function liveHandlers(parts: {
  documents: Documents;
  desk: Desk;
}): Pick<Handlers, "sendCommands" | "present" | "live"> {
  async function drawing(params: { workspace: string; map: string }): Promise<Drawing> {
    const { id } = await findWorkspace(parts.documents, params.workspace);
    return parts.desk.drawing(id, params.map);
  }
  return {
    async sendCommands({ params, body }) {
      return (await drawing(params)).send(body.author, body.commands);
    },
    async present({ params, body }) {
      (await drawing(params)).audience.present(body);
      return { ok: true };
    },
    async live({ params, query, request, signal }) {
      const { audience } = await drawing(params);
      // A browser that lost its connection says by itself how far it came.
      const came = Number.parseInt(request.headers.get("last-event-id") ?? "", 10);
      const since = Number.isNaN(came) ? (query.since ?? null) : came;
      return audience.follow(since, query.client ?? null, signal);
    },
  };
}
