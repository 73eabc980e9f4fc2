import type { Documents } from "../documents/documents.ts";
import type { Handlers } from "../handlers.ts";
import type { Desk } from "./desk.ts";
import { openMap } from "./open-map.ts";

/** Handlers of drawing together. */
export function liveHandlers(parts: {
  documents: Documents;
  desk: Desk;
}): Pick<Handlers, "sendCommands" | "present" | "live"> {
  return {
    async sendCommands({ params, body }) {
      const { drawing } = await openMap(parts, params);
      return drawing.send(body.author, body.commands);
    },
    async present({ params, body }) {
      const { drawing } = await openMap(parts, params);
      drawing.audience.present(body);
      return { ok: true };
    },
    async live({ params, query, request, signal }) {
      const { drawing } = await openMap(parts, params);
      // A browser that lost its connection says by itself how far it came.
      const came = Number.parseInt(request.headers.get("last-event-id") ?? "", 10);
      const since = Number.isNaN(came) ? (query.since ?? null) : came;
      return drawing.audience.follow(since, query.client ?? null, signal);
    },
  };
}
