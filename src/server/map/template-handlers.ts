import { blankJourney, copyOf, fromTemplate } from "../../core/map/template/new-journey.ts";
import { message, say } from "../../core/message/message.ts";
import type { Documents } from "../documents/documents.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import { addMap } from "./add-map.ts";
import type { Shelf } from "./shelf.ts";
import { Templates } from "./templates.ts";

/** Handlers of all that begins a map, but for drawing one from the data. */
export function templateHandlers(parts: {
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "templates" | "createMap" | "copyMap"> {
  const { documents, shelf } = parts;
  const templates = new Templates();

  return {
    templates({ query }) {
      return templates.cards(query.language);
    },
    async createMap({ params, body }) {
      const { template: name, language, state, author } = body;
      const ws = await findWorkspace(documents, params.workspace);
      if (name === undefined) {
        const title = body.title ?? say(message("new-map"), language);
        return addMap(documents, ws.id, { title, author }, (id) =>
          blankJourney({ id, title, language, state }),
        );
      }
      const template = await templates.one(name, language);
      const title = body.title ?? template.title;
      return addMap(documents, ws.id, { title, author }, (id) =>
        fromTemplate(template, { id, title, state }),
      );
    },
    async copyMap({ params, body }) {
      const ws = await findWorkspace(documents, params.workspace);
      const original = await shelf.map(ws.id, params.map);
      const { title = original.title, state, author } = body;
      return addMap(documents, ws.id, { title, author }, (id) =>
        copyOf(original, { id, title, state }),
      );
    },
  };
}
