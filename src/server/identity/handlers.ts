import { message } from "../../core/message/message.ts";
import { WORTH_A_LOOK } from "../../core/identity/probable-link.ts";
import { AppError } from "../../core/problem.ts";
import { findLinks } from "../../engine/identity/probable/find.ts";
import { people, personColumns } from "../../engine/identity/probable/people.ts";
import type { Engine } from "../../engine/port.ts";
import type { Documents } from "../documents/documents.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";

const LISTED = 50;

/** Handlers of who is who. */
export function identityHandlers(parts: {
  engine: Engine;
  documents: Documents;
}): Pick<Handlers, "probableLinks"> {
  const { engine, documents } = parts;
  // The working tables of a search are named after its workspace: one at a time.
  const running = new Set<number>();
  return {
    async probableLinks({ params, query, signal }) {
      const { id: ws } = await findWorkspace(documents, params.workspace);
      const columns = { ...(await personColumns(engine, ws, signal)), ...query.columns };
      if (Object.keys(columns).length === 0)
        throw new AppError("bad-request", message("no-person-columns"));
      if (running.has(ws)) throw new AppError("conflict", message("links-being-sought"));
      running.add(ws);
      try {
        await using found = await findLinks(engine, {
          name: `w${ws}`,
          people: people(engine, ws, columns, signal),
          least: query.least ?? WORTH_A_LOOK,
          signal,
        });
        const links = await found.list({ limit: query.limit ?? LISTED });
        const { records, rules } = found;
        return { people: records, columns, ...(await found.count()), rules: [...rules], links };
      } finally {
        running.delete(ws);
      }
    },
  };
}
