import { countObjecting } from "../../engine/people/objection.ts";
import type { Engine } from "../../engine/port.ts";
import type { Documents } from "../documents/documents.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Searcher } from "./searcher.ts";

const LISTED = 50;

/** Probable links that are only looked at. */
export function identityHandlers(parts: {
  engine: Engine;
  documents: Documents;
  searcher: Searcher;
}): Pick<Handlers, "probableLinks"> {
  const { engine, documents, searcher } = parts;
  return {
    async probableLinks({ params, query, signal }) {
      const { id: ws } = await findWorkspace(documents, params.workspace);
      return searcher.look(
        ws,
        query.columns,
        { least: query.least, signal },
        async (found, read) => {
          const links = await found.list({ limit: query.limit ?? LISTED });
          const { records, rules } = found;
          return {
            people: records,
            objecting: await countObjecting(engine, ws, signal),
            columns: read,
            ...(await found.count()),
            rules: [...rules],
            links,
          };
        },
      );
    },
  };
}
