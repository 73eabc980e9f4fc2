import { bindTouchpoints } from "../../core/map/binding.ts";
import { reminderOf } from "../../core/question/drift/reminder.ts";
import { readTouchpoints } from "../../engine/event/touchpoint.ts";
import type { Engine } from "../../engine/port.ts";
import type { Documents } from "../documents/documents.ts";
import { lastReviewed } from "../documents/map-review.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import type { ReviewKeeper } from "./review-keeper.ts";

/** Handler of the reminder to review a map. */
export function reviewHandlers(parts: {
  readonly engine: Engine;
  readonly documents: Documents;
  readonly shelf: Shelf;
  readonly reviews: Pick<ReviewKeeper, "known">;
}): Pick<Handlers, "mapReview"> {
  const { engine, documents, shelf, reviews } = parts;
  return {
    async mapReview({ params, signal }) {
      const { id: ws } = await findWorkspace(documents, params.workspace);
      const journey = await shelf.map(ws, params.map);
      const since = await lastReviewed(documents, { workspace: ws, map: params.map });
      const known = reviews.known(ws);
      if (known === null || since === null || journey.state !== "current")
        return { reminder: null };
      const found = await readTouchpoints(engine.lookup, ws, signal);
      const codes = new Set(bindTouchpoints(journey, found).flatMap((each) => each.codes));
      return { reminder: reminderOf(known, since, codes) };
    },
  };
}
