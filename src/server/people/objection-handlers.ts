import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { doesObject, noteObjection } from "../../engine/people/objection.ts";
import { logPrivacy } from "../documents/privacy-request.ts";
import { findWorkspace } from "../documents/workspace.ts";
import { derivedBy, type ImportDeps } from "../event/import.ts";
import type { Handlers } from "../handlers.ts";

/** Handlers of objection: one switch for each person. */
export function objectionHandlers(
  deps: Pick<ImportDeps, "engine" | "documents" | "queue" | "derive" | "now">,
): Pick<Handlers, "objection" | "setObjection"> {
  const { engine, documents, queue, derive, now } = deps;
  const known = (person: string) => {
    if (!/^\d{1,20}$/.test(person)) throw new AppError("not-found", message("no-person"));
    return person;
  };
  return {
    async objection({ params, signal }) {
      const { id: ws } = await findWorkspace(documents, params.workspace);
      return {
        objects: await doesObject(engine, { ws, person: known(params.person) }, { signal }),
      };
    },
    async setObjection({ params, body }) {
      const { objects, who, request = null } = body;
      const person = known(params.person);
      const { id: ws, settings } = await findWorkspace(documents, params.workspace);
      await queue.run(ws, async () => {
        const own = await noteObjection(engine, { ws, person }, objects, now());
        const hashes = own.map((hash) => `toUInt64(${hash})`).join(", ");
        await derive(engine, {
          ws,
          imports: [],
          touching: `SELECT arrayJoin([${hashes}])`,
          settings: derivedBy(settings),
        });
      });
      const what = objects ? "objected" : "noted";
      const detail = objects ? "" : "objection withdrawn";
      await logPrivacy(documents, ws, request, { at: now(), who, what, detail });
      return { objects };
    },
  };
}
