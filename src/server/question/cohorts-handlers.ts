import type { Engine } from "../../engine/port.ts";
import { cohorts } from "../../engine/question/cohorts.ts";
import type { Documents } from "../documents/documents.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { asking } from "./asking.ts";

/** Handler of the cohorts; months and weeks are those of the workspace's time zone. */
export function cohortsHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
}): Pick<Handlers, "cohorts"> {
  return {
    async cohorts({ params, query, signal }) {
      const asked = await asking(parts, params.workspace, query.filter, signal);
      const { settings } = await findWorkspace(parts.documents, params.workspace);
      const { first = null, back = null, unit = "month", kind = "bracket" } = query;
      return cohorts(parts.engine, asked, { first, back, unit, kind, zone: settings.zone });
    },
  };
}
