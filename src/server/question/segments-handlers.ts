import type { Engine } from "../../engine/port.ts";
import { archetypes } from "../../engine/question/archetypes/archetypes.ts";
import { contrast } from "../../engine/question/contrast/contrast.ts";
import { segments } from "../../engine/question/segments/segments.ts";
import type { Documents } from "../documents/documents.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { aimOf } from "./aim.ts";
import { asking } from "./asking.ts";

/** Handlers of who customers are: personas that the data proposes, typical journeys, two groups side by side. */
export function segmentsHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "segments" | "archetypes" | "contrast"> {
  return {
    async segments({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      const aim = await aimOf(parts, asked.ws, query.goal);
      return segments(parts.engine, asked, aim, await parts.shelf.personas(asked.ws));
    },
    async archetypes({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      const aim = await aimOf(parts, asked.ws, query.goal);
      return archetypes(parts.engine, asked, aim, query.parts ?? null);
    },
    async contrast({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      const other = query.other && (await asking(parts, params.workspace, query.other, signal));
      const aim = await aimOf(parts, asked.ws, query.goal);
      return contrast(parts.engine, asked, other ?? null, aim);
    },
  };
}
