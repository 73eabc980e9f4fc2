import type { Engine } from "../../engine/port.ts";
import { funnel } from "../../engine/question/funnel.ts";
import { timeTo } from "../../engine/question/time-to.ts";
import { attribution, leave } from "../../engine/question/towards.ts";
import type { Documents } from "../documents/documents.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { aimOf } from "./aim.ts";
import { asking } from "./asking.ts";

/** Handlers of the questions about the way to a goal. */
export function towardsHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "leave" | "attribution" | "funnel" | "timeTo"> {
  const { engine } = parts;
  return {
    async leave({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      return leave(engine, asked, await aimOf(parts, asked.ws, query.goal));
    },
    async attribution({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      return attribution(engine, asked, await aimOf(parts, asked.ws, query.goal));
    },
    async funnel({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      const { steps, order = "ordered", within = null } = query;
      return funnel(engine, asked, { steps, order, withinHours: within });
    },
    async timeTo({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      const aim = await aimOf(parts, asked.ws, query.goal);
      return timeTo(engine, asked, { aim, from: query.from ?? null, by: query.by ?? null });
    },
  };
}
