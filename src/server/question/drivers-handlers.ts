import type { Engine } from "../../engine/port.ts";
import { drivers } from "../../engine/question/drivers/drivers.ts";
import type { Documents } from "../documents/documents.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { aimOn, firstMap } from "./aim.ts";
import { askingAll } from "./asking.ts";

/** Handler of what explains an outcome; the first map says what the goal is and which pains are known. */
export function driversHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "drivers"> {
  const { engine } = parts;
  return {
    async drivers({ params, query, signal }) {
      const asked = await askingAll(parts, params.workspace, query.filter, signal);
      const map = await firstMap(parts, asked.ws);
      const aim = await aimOn(engine, asked.ws, query.goal, map);
      const { outcome = null, about = null, crosshair = "mean" } = query;
      return drivers(engine, asked, { aim, outcome, about, crosshair }, map);
    },
  };
}
