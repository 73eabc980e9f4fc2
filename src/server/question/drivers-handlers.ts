import type { Engine } from "../../engine/port.ts";
import { drivers } from "../../engine/question/drivers/drivers.ts";
import type { Documents } from "../documents/documents.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { aimOf } from "./aim.ts";
import { asking } from "./asking.ts";
import { drawnOf } from "./drawn.ts";

/** Handler of what explains an outcome; the first map says what the goal is and which pains are known. */
export function driversHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "drivers"> {
  const { engine, shelf } = parts;
  return {
    async drivers({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      const personas = await shelf.personas(asked.ws);
      const segments = Object.fromEntries(personas.map(({ id, predicate }) => [id, predicate]));
      const aim = await aimOf(parts, asked.ws, query.goal);
      const map = await drawnOf(parts, asked.ws, undefined);
      const { outcome = null, about = null, crosshair = "mean" } = query;
      return drivers(engine, { ...asked, segments }, { aim, outcome, about, crosshair }, map);
    },
  };
}
