import { z } from "zod";
import { writeJourney } from "../../core/map/file.ts";
import type { Journey } from "../../core/map/journey.ts";
import { blankJourney, copyOf, fromTemplate } from "../../core/map/template/new-journey.ts";
import { message, say } from "../../core/message/message.ts";
import type { Documents } from "../documents/documents.ts";
import { saveMap, takenIds } from "../documents/map.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import { freeSlug } from "../workspace/slug.ts";
import type { Shelf } from "./shelf.ts";
import { Templates } from "./templates.ts";

/** Handlers of all that begins a map, but for drawing one from the data. */
export function templateHandlers(parts: {
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "templates" | "createMap" | "copyMap"> {
  const { documents, shelf } = parts;
  const templates = new Templates();

  /** Stores a map under an id of its own, made from its title. */
  function add(
    ws: number,
    { title, author = null }: { title: string; author?: string | null | undefined },
    make: (id: string) => Journey,
  ): Promise<Journey> {
    return documents.transaction(async (statements) => {
      // Whoever else begins a map here waits, so that two maps never get one id.
      await statements.query(z.unknown(), "SELECT 1 FROM workspace WHERE id = $1 FOR UPDATE", [ws]);
      const taken = (await takenIds(statements, ws)).map((id) => id.slice("jo_".length));
      const journey = make(`jo_${freeSlug(title, taken)}`);
      const body = writeJourney(journey);
      await saveMap(statements, ws, { id: journey.id, title, body, author });
      return journey;
    });
  }

  return {
    templates({ query }) {
      return templates.cards(query.language);
    },
    async createMap({ params, body }) {
      const { template: name, language, state, author } = body;
      const ws = await findWorkspace(documents, params.workspace);
      if (name === undefined) {
        const title = body.title ?? say(message("new-map"), language);
        return add(ws.id, { title, author }, (id) => blankJourney({ id, title, language, state }));
      }
      const template = await templates.one(name, language);
      const title = body.title ?? template.title;
      return add(ws.id, { title, author }, (id) => fromTemplate(template, { id, title, state }));
    },
    async copyMap({ params, body }) {
      const ws = await findWorkspace(documents, params.workspace);
      const original = await shelf.map(ws.id, params.map);
      const { title = original.title, state, author } = body;
      return add(ws.id, { title, author }, (id) => copyOf(original, { id, title, state }));
    },
  };
}
