import type { Engine } from "../../engine/port.ts";
import { segments } from "../../engine/question/segments/segments.ts";
import type { Documents } from "../documents/documents.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { aimOf } from "./aim.ts";
import { asking } from "./asking.ts";

/** Handler of the personas that the data proposes, held against those that maps have. */
export function segmentsHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "segments"> {
  return {
    async segments({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      const aim = await aimOf(parts, asked.ws, query.goal);
      return segments(parts.engine, asked, aim, await parts.shelf.personas(asked.ws));
    },
  };
}
