import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Drift } from "../../core/question/drift/drift.ts";
import type { Engine } from "../../engine/port.ts";
import { drift } from "../../engine/question/drift/drift.ts";
import type { Documents } from "../documents/documents.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { aimOf } from "./aim.ts";
import { askingAll } from "./asking.ts";

/** Handler of what changed. */
export function driftHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "drift"> {
  const { engine, documents, shelf } = parts;
  return {
    async drift({ params, query, signal }) {
      const { goal, since } = query;
      const [before, after] = [query.before, query.after].map((text) => text?.split("/"));
      if ((before === undefined) !== (after === undefined))
        throw new AppError("bad-request", message("one-period"));
      const [from = "", to = ""] = before ?? [];
      const [next = "", last = ""] = after ?? [];
      if (to > next) throw new AppError("bad-request", message("periods-overlap"));
      const asked = await askingAll(parts, params.workspace, query.filter, signal);
      const aim = await aimOf({ engine, documents, shelf }, asked.ws, goal);
      const periods: Drift["periods"] = before ? { before: [from, to], after: [next, last] } : null;
      return drift(engine, asked, aim, { since, periods });
    },
  };
}
