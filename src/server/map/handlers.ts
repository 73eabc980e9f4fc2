import { message, say } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { writeJourney } from "../../core/map/file.ts";
import type { Journey } from "../../core/map/journey.ts";
import { touchpointDetail } from "../../engine/evidence/detail.ts";
import { overlay } from "../../engine/evidence/overlay.ts";
import { draftMap } from "../../engine/map/draft.ts";
import type { Engine } from "../../engine/port.ts";
import type { Documents } from "../documents/documents.ts";
import { listMaps, saveMap } from "../documents/map.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import { asking } from "../question/asking.ts";
import { freeSlug } from "../workspace/slug.ts";
import type { Shelf } from "./shelf.ts";

/** Handlers of the maps and the figures laid over them. */
export function mapHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "maps" | "map" | "saveMap" | "draftMap" | "overlay" | "touchpoint"> {
  const { engine, documents, shelf } = parts;

  async function store(ws: number, journey: Journey): Promise<void> {
    const { id, title } = journey;
    await saveMap(documents, ws, { id, title, body: writeJourney(journey), author: null });
  }

  return {
    async maps({ params }) {
      const { id } = await findWorkspace(documents, params.workspace);
      return listMaps(documents, id);
    },
    async map({ params }) {
      const { id } = await findWorkspace(documents, params.workspace);
      return shelf.map(id, params.map);
    },
    async saveMap({ params, body }) {
      if (body.id !== params.map)
        throw new AppError(
          "bad-request",
          message("other-map", { own: body.id, address: params.map }),
        );
      const { id } = await findWorkspace(documents, params.workspace);
      await store(id, body);
      return { ok: true };
    },
    async draftMap({ params, body, signal }) {
      const workspace = await findWorkspace(documents, params.workspace);
      const { language } = body;
      const title = body.title ?? (workspace.name || say(message("first-map"), language ?? "en"));
      const asked = await asking(parts, params.workspace, {}, signal);
      const drafted = await draftMap(engine, asked, { title, language });
      const taken = (await listMaps(documents, asked.ws)).map(({ id }) => id.slice("jo_".length));
      const journey = { ...drafted, id: `jo_${freeSlug(title, taken)}` };
      await store(asked.ws, journey);
      return journey;
    },
    async overlay({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      return overlay(engine, asked, await shelf.map(asked.ws, params.map));
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
