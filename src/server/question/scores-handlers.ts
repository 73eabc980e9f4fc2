import type { Engine } from "../../engine/port.ts";
import { scores } from "../../engine/question/scores/scores.ts";
import { themes } from "../../engine/question/themes.ts";
import type { Documents } from "../documents/documents.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { asking } from "./asking.ts";
import { drawnOf } from "./drawn.ts";

/** Handlers of what customers answer, and what they write. */
export function scoresHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "scores" | "themes"> {
  const { engine, shelf } = parts;
  return {
    async scores({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      const map = await drawnOf(parts, asked.ws, query.map);
      return scores(engine, asked, map, await shelf.personas(asked.ws));
    },
    async themes({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      return themes(engine, asked, await drawnOf(parts, asked.ws, undefined));
    },
  };
}
