import { searchJourney } from "../../core/map/search.ts";
import { MAPS, PLACES, type FoundMap } from "../../protocol/map/portfolio.ts";
import type { Documents } from "../documents/documents.ts";
import { listMaps } from "../documents/map.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Desk } from "./desk.ts";

/** Finds words on all maps of a workspace. */
export function searchHandlers(parts: {
  documents: Documents;
  desk: Desk;
}): Pick<Handlers, "searchMaps"> {
  const { documents, desk } = parts;
  return {
    async searchMaps({ params, query }) {
      const { id: workspace } = await findWorkspace(documents, params.workspace);
      const found: FoundMap[] = [];
      for (const { id: map } of await listMaps(documents, workspace)) {
        const journey = await desk.journey(workspace, map);
        const hits = searchJourney(journey, query.term);
        if (hits.length === 0) continue;
        const { title } = journey;
        found.push({ map, title, hits: hits.slice(0, PLACES), places: hits.length });
      }
      return found.toSorted((one, other) => other.places - one.places).slice(0, MAPS);
    },
  };
}
