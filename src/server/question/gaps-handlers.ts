import type { Engine } from "../../engine/port.ts";
import type { Aim } from "../../engine/question/aim.ts";
import { gaps } from "../../engine/question/gaps/gaps.ts";
import type { Documents } from "../documents/documents.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { aimOn, firstMap } from "./aim.ts";
import { asking } from "./asking.ts";

/** Handler of the gaps; the first map says what the goal is, and what nobody drew. */
export function gapsHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "gaps"> {
  const { engine, shelf } = parts;
  return {
    async gaps({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      const { ws } = asked;
      const personas = await shelf.personas(ws);
      const segments = Object.fromEntries(personas.map(({ id, predicate }) => [id, predicate]));
      const map = await firstMap(parts, ws);
      const aim: Aim | null = query.goal
        ? { by: "asked", codes: query.goal }
        : await aimOn(engine, ws, map);
      return gaps(engine, { ...asked, segments }, aim, map);
    },
  };
}
