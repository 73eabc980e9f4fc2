import { findPeople } from "../../engine/people/find.ts";
import type { Engine } from "../../engine/port.ts";
import type { Documents } from "../documents/documents.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";

/** Handlers of finding a person. */
export function findHandlers(parts: {
  engine: Engine;
  documents: Documents;
}): Pick<Handlers, "findPeople"> {
  const { engine, documents } = parts;
  return {
    async findPeople({ params, body, signal }) {
      const { id: ws, settings } = await findWorkspace(documents, params.workspace);
      const { value, kind = null } = body;
      return findPeople(engine, { ws, value, kind, identity: settings.identity, signal });
    },
  };
}
