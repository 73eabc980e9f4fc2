import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { retentionReach } from "../../engine/people/retain.ts";
import type { Engine } from "../../engine/port.ts";
import type { Documents } from "../documents/documents.ts";
import { logPrivacy } from "../documents/privacy-request.ts";
import { addRule, endRule, listRules } from "../documents/retention.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";

type Names = "retention" | "previewRetention" | "addRetention" | "endRetention";

/** Handlers of how long events are kept. */
export function retentionHandlers(parts: {
  readonly engine: Engine;
  readonly documents: Documents;
  readonly now: () => number;
}): Pick<Handlers, Names> {
  const { engine, documents, now } = parts;
  return {
    async retention({ params }) {
      const { id } = await findWorkspace(documents, params.workspace);
      return listRules(documents, id);
    },
    async previewRetention({ params, body, signal }) {
      const { id: ws } = await findWorkspace(documents, params.workspace);
      return retentionReach(engine, { ws, term: body, now: now() }, { signal });
    },
    async addRetention({ params, body }) {
      const { who, ...term } = body;
      const { id } = await findWorkspace(documents, params.workspace);
      const rule = await addRule(documents, id, term, who);
      const detail = `retention rule ${rule.id}: ${term.days} days`;
      await logPrivacy(documents, id, null, { at: now(), who, what: "noted", detail });
      return rule;
    },
    async endRetention({ params, body }) {
      const { ended, who } = body;
      const { id } = await findWorkspace(documents, params.workspace);
      if (!/^\d{1,9}$/.test(params.rule))
        throw new AppError("not-found", message("no-retention-rule"));
      const rule = await endRule(documents, id, Number(params.rule), { ended, who });
      const detail = `retention rule ${rule.id} ${ended ? "ended" : "counts again"}`;
      await logPrivacy(documents, id, null, { at: now(), who, what: "noted", detail });
      return rule;
    },
  };
}
