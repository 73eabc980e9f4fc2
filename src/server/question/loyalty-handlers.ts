import type { Engine } from "../../engine/port.ts";
import { loyalty } from "../../engine/question/loyalty/loyalty.ts";
import type { Documents } from "../documents/documents.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { firstMap } from "./aim.ts";
import { asking } from "./asking.ts";

/** From here on somebody appreciates, in hundredths of the scale: 4 of 5, 7.5 of 10, 5.5 of 7. */
const LIKED = 75;

/** Handler of loyalty; the first map says what buying is and what stands on which rung. */
export function loyaltyHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "loyalty"> {
  const { engine, documents } = parts;
  return {
    async loyalty({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      const { settings } = await findWorkspace(documents, params.workspace);
      return loyalty(engine, asked, {
        buying: query.buying ?? null,
        leastBought: query.bought ?? 1,
        leastScore: (query.liked ?? LIKED) / 100,
        days: query.days ?? null,
        map: await firstMap(parts, asked.ws),
        zone: settings.zone,
      });
    },
  };
}
