import { message, say } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { touchpointDetail } from "../../engine/evidence/detail.ts";
import { draftMap } from "../../engine/map/draft.ts";
import type { Engine } from "../../engine/port.ts";
import type { Documents } from "../documents/documents.ts";
import { listMaps } from "../documents/map.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import { asking } from "../question/asking.ts";
import { addMap } from "./add-map.ts";
import type { Desk } from "./desk.ts";
import { laidOver } from "./laid-over.ts";
import type { Shelf } from "./shelf.ts";

/** Who stored a map when the request does not say. */
const UNNAMED = "API";

/** Handlers of the maps and the figures laid over them. */
export function mapHandlers(parts: {
  engine: Engine;
  documents: Documents;
  desk: Desk;
  shelf: Shelf;
}): Pick<Handlers, "maps" | "map" | "saveMap" | "draftMap" | "overlay" | "touchpoint"> {
  const { engine, documents, desk, shelf } = parts;

  return {
    async maps({ params }) {
      const { id } = await findWorkspace(documents, params.workspace);
      return listMaps(documents, id);
    },
    async map({ params }) {
      const { id } = await findWorkspace(documents, params.workspace);
      return shelf.map(id, params.map);
    },
    async saveMap({ params, query, body }) {
      if (body.id !== params.map)
        throw new AppError(
          "bad-request",
          message("other-map", { own: body.id, address: params.map }),
        );
      const { id } = await findWorkspace(documents, params.workspace);
      await desk.put(id, body, query.author ?? UNNAMED);
      return { ok: true };
    },
    async draftMap({ params, body, signal }) {
      const workspace = await findWorkspace(documents, params.workspace);
      const { language } = body;
      const title = body.title ?? (workspace.name || say(message("first-map"), language ?? "en"));
      const asked = await asking(parts, params.workspace, {}, signal);
      const drafted = await draftMap(engine, asked, { title, language });
      return addMap(documents, asked.ws, { title }, (id) => ({ ...drafted, id }));
    },
    async overlay({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      return laidOver(parts, asked, await shelf.map(asked.ws, params.map));
    },
    async touchpoint({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      return touchpointDetail(
        engine,
        asked,
        await shelf.map(asked.ws, params.map),
        params.touchpoint,
      );
    },
  };
}
