import type { Engine } from "../../engine/port.ts";
import { pattern } from "../../engine/question/pattern/pattern.ts";
import type { Documents } from "../documents/documents.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { askingAll } from "./asking.ts";

/** Handler of the patterns; the personas of the maps are among the groups that are compared. */
export function patternHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "pattern"> {
  const { engine } = parts;
  return {
    async pattern({ params, query, signal }) {
      const asked = await askingAll(parts, params.workspace, query.filter, signal);
      return pattern(engine, asked, query.pattern);
    },
  };
}
