import type { Engine } from "../../engine/port.ts";
import { facets } from "../../engine/question/facets.ts";
import { flow } from "../../engine/question/flow.ts";
import { journeys } from "../../engine/question/journeys.ts";
import { overview } from "../../engine/question/overview.ts";
import { routes } from "../../engine/question/routes.ts";
import { timeline } from "../../engine/question/timeline.ts";
import { touchpoints } from "../../engine/question/touchpoints.ts";
import type { Documents } from "../documents/documents.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { asking } from "./asking.ts";

const LISTED = 50;

/** Handlers of the questions. */
export function questionHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<
  Handlers,
  "overview" | "flow" | "routes" | "touchpoints" | "journeys" | "timeline" | "facets"
> {
  const { engine, shelf } = parts;
  return {
    async overview({ params, query, signal }) {
      return overview(engine, await asking(parts, params.workspace, query.filter, signal));
    },
    async flow({ params, query, signal }) {
      return flow(engine, await asking(parts, params.workspace, query.filter, signal));
    },
    async routes({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      return routes(engine, asked, query.limit ?? LISTED);
    },
    async touchpoints({ params, query, signal }) {
      return touchpoints(engine, await asking(parts, params.workspace, query.filter, signal));
    },
    async journeys({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      const { route, limit = LISTED, offset = 0 } = query;
      return journeys(engine, asked, { route, limit, offset });
    },
    async timeline({ params, query, signal }) {
      const { ws } = await asking(parts, params.workspace);
      const reveal = query.reveal === "1";
      return timeline(engine, { ws, person: params.person, reveal, signal });
    },
    async facets({ params, signal }) {
      const asked = await asking(parts, params.workspace, {}, signal);
      const named = (await shelf.personas(asked.ws)).map(({ id, name }) => ({ id, name }));
      return facets(engine, asked, named);
    },
  };
}
