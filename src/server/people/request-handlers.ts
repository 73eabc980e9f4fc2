import { randomUUID } from "node:crypto";
import { maskIdentifier } from "../../core/identity/mask.ts";
import { message } from "../../core/message/message.ts";
import { dueOn, type PrivacyRequest, type RequestStep } from "../../core/people/request.ts";
import { AppError } from "../../core/problem.ts";
import { identifierMask, peopleBehind } from "../../engine/people/find.ts";
import type { Engine } from "../../engine/port.ts";
import type { RequestDeed } from "../../protocol/people/request.ts";
import type { Documents } from "../documents/documents.ts";
import {
  addRequest,
  changeRequest,
  findRequest,
  forgetIdentifiers,
  listRequests,
  logPrivacy,
  requestOf,
  type RequestChange,
  type StoredRequest,
} from "../documents/privacy-request.ts";
import { findWorkspace, type StoredWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import { dayIn } from "./day.ts";

/** Handlers of the register of requests. */
export function requestHandlers(parts: {
  engine: Engine;
  documents: Documents;
  now: () => number;
}): Pick<Handlers, "privacyRequests" | "privacyDue" | "addPrivacyRequest" | "stepPrivacyRequest"> {
  const { engine, documents, now } = parts;
  const today = ({ settings }: StoredWorkspace) => dayIn(settings.zone, now());

  async function told(
    ws: number,
    stored: readonly StoredRequest[],
    signal?: AbortSignal,
  ): Promise<PrivacyRequest[]> {
    const asked = stored.flatMap(({ identifier }) => identifier ?? []);
    const behind = await peopleBehind(engine, ws, [...new Set(asked)], signal);
    return stored.map((each) => requestOf(each, behind.get(each.identifier ?? "") ?? []));
  }

  async function one(ws: number, id: string): Promise<PrivacyRequest> {
    const [request] = await told(ws, [await findRequest(documents, ws, id)]);
    return request!;
  }

  return {
    async privacyRequests({ params, signal }) {
      const workspace = await findWorkspace(documents, params.workspace);
      const requests = await told(
        workspace.id,
        await listRequests(documents, workspace.id),
        signal,
      );
      return { due: dueOn(today(workspace), requests), requests };
    },
    async privacyDue({ params }) {
      const workspace = await findWorkspace(documents, params.workspace);
      return dueOn(today(workspace), await listRequests(documents, workspace.id));
    },
    async addPrivacyRequest({ params, body, signal }) {
      const workspace = await findWorkspace(documents, params.workspace);
      const { who, identifier, named, ...asked } = body;
      if (asked.received > today(workspace))
        throw new AppError("bad-request", message("request-not-received-yet"));
      const mask =
        identifier === null ? null : await identifierMask(engine, workspace.id, identifier, signal);
      if (identifier !== null && mask === null)
        throw new AppError("not-found", message("no-person"));
      const about = mask ?? (named === "" ? "" : maskIdentifier(named));
      const id = randomUUID();
      await documents.transaction(async (statements) => {
        await addRequest(statements, workspace.id, { ...asked, id, identifier, about });
        const step = { at: now(), who, what: "received", detail: asked.way };
        await logPrivacy(statements, workspace.id, id, step);
      });
      return one(workspace.id, id);
    },
    async stepPrivacyRequest({ params, body }) {
      const workspace = await findWorkspace(documents, params.workspace);
      const { who, deed } = body;
      await documents.transaction(async (statements) => {
        const before = await findRequest(statements, workspace.id, params.request);
        const { change, step } = follow(before, deed, today(workspace), now());
        await changeRequest(statements, before.id, change);
        if (change.forgotten && before.identifier !== null)
          await forgetIdentifiers(statements, workspace.id, [before.identifier]);
        await logPrivacy(statements, workspace.id, before.id, { ...step, at: now(), who });
      });
      return one(workspace.id, params.request);
    },
  };
}

type Followed = {
  readonly change: RequestChange;
  readonly step: Pick<RequestStep, "what" | "detail">;
};

/** What a deed changes of a request, and its line in the log; rejects what cannot be done. */
function follow(before: StoredRequest, deed: RequestDeed, today: string, now: number): Followed {
  const { what } = deed;
  if (what !== "reopened" && what !== "noted" && before.end !== null)
    throw new AppError("conflict", message("request-closed", { number: before.number }));
  switch (what) {
    case "identified":
      return {
        change: { identified: { how: deed.how, on: today } },
        step: { what, detail: deed.how },
      };
    case "extended":
      if (before.extended !== null)
        throw new AppError("conflict", message("request-extended-already"));
      if (deed.told > before.deadline)
        throw new AppError("conflict", message("request-extended-late"));
      return {
        change: { extended: { reason: deed.reason, told: deed.told } },
        step: { what, detail: deed.reason },
      };
    case "restricted":
    case "rectified":
      return { change: {}, step: { what, detail: "" } };
    case "exported":
      return { change: {}, step: { what, detail: deed.format } };
    case "noted":
      return { change: {}, step: { what, detail: deed.text } };
    case "closed":
      if (deed.end === "refused" && deed.reason === undefined)
        throw new AppError("bad-request", message("refusal-without-reason"));
      return {
        change: {
          end: { as: deed.end, at: now },
          ...(before.kind === "erasure" && deed.end === "done" && { forgotten: true }),
        },
        step: { what, detail: [deed.end, deed.reason ?? ""].filter(Boolean).join(": ") },
      };
    case "reopened":
      if (before.end === null) throw new AppError("conflict", message("request-open"));
      return { change: { end: { as: null, at: now } }, step: { what, detail: "" } };
  }
}
