import type { Engine } from "../../engine/port.ts";
import { goals } from "../../engine/question/goals/goals.ts";
import type { Documents } from "../documents/documents.ts";
import type { Handlers } from "../handlers.ts";
import { pinnedFigures } from "../map/pinned-figures.ts";
import type { Shelf } from "../map/shelf.ts";
import { asking } from "./asking.ts";
import { drawnOf } from "./drawn.ts";

/** Handler of how far the goals of a map are, and how they hang together. */
export function goalsHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "goals"> {
  return {
    async goals({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      const map = await drawnOf(parts, asked.ws, query.map);
      const pinned = map ? await pinnedFigures(parts, asked, map, false) : [];
      const figures = new Map(
        pinned.flatMap(({ metric, figure }) => (figure ? [[metric, figure] as const] : [])),
      );
      return goals(parts.engine, asked, map, figures);
    },
  };
}
