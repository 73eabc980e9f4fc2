import type { Engine } from "../../engine/port.ts";
import { fit } from "../../engine/question/fit.ts";
import type { Documents } from "../documents/documents.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { asking } from "./asking.ts";

/** Handler of the drawn map against the data. */
export function fitHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "fit"> {
  const { engine, shelf } = parts;
  return {
    async fit({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      return fit(engine, asked, await shelf.map(asked.ws, params.map));
    },
  };
}
