import type { Engine } from "../../engine/port.ts";
import { gaps } from "../../engine/question/gaps/gaps.ts";
import type { Documents } from "../documents/documents.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { aimOn, firstMap } from "./aim.ts";
import { askingAll } from "./asking.ts";

/** Handler of the gaps; the first map says what the goal is, and what nobody drew. */
export function gapsHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "gaps"> {
  const { engine } = parts;
  return {
    async gaps({ params, query, signal }) {
      const asked = await askingAll(parts, params.workspace, query.filter, signal);
      const { ws } = asked;
      const map = await firstMap(parts, ws);
      const aim = await aimOn(engine, ws, query.goal, map);
      return gaps(engine, asked, aim, map);
    },
  };
}
