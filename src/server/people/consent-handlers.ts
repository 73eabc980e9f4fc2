import { randomUUID } from "node:crypto";
import { message } from "../../core/message/message.ts";
import { plainName, purposeCalled, textName, textNow } from "../../core/people/consent.ts";
import { AppError } from "../../core/problem.ts";
import { normalIdentifiers } from "../../engine/people/find.ts";
import { consentHistory, consentOf, keepWord } from "../../engine/people/consent.ts";
import { consentOverview } from "../../engine/people/consent-overview.ts";
import { ownIdentifiers } from "../../engine/people/own-rows.ts";
import type { Engine } from "../../engine/port.ts";
import type { Documents } from "../documents/documents.ts";
import { logPrivacy } from "../documents/privacy-request.ts";
import { addPurposeTexts, findPurpose, listPurposes, savePurpose } from "../documents/purpose.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import { sayAbout } from "./say-about.ts";

/** So much of what somebody said before is told. */
const HISTORY = 200;

/** Handlers of purposes and of what people say about them. */
export function consentHandlers(parts: {
  engine: Engine;
  documents: Documents;
  now: () => number;
}): Pick<
  Handlers,
  | "purposes"
  | "consentOverview"
  | "putPurpose"
  | "addPurposeText"
  | "keepConsent"
  | "personConsent"
  | "sayForPerson"
> {
  const { engine, documents, now } = parts;

  async function told(ws: number, person: string, signal?: AbortSignal) {
    const purposes = await listPurposes(documents, ws);
    const asked = { ws, person, purposes, now: now(), signal };
    return {
      consents: await consentOf(engine, asked),
      history: await consentHistory(engine, asked, HISTORY),
    };
  }

  return {
    async purposes({ params }) {
      const { id: ws } = await findWorkspace(documents, params.workspace);
      return listPurposes(documents, ws);
    },
    async consentOverview({ params, signal }) {
      const { id: ws } = await findWorkspace(documents, params.workspace);
      const purposes = await listPurposes(documents, ws);
      return consentOverview(engine, { ws, purposes, now: now() }, { signal });
    },
    async putPurpose({ params, body }) {
      const { id: ws } = await findWorkspace(documents, params.workspace);
      const { who, ...purpose } = body;
      const id = plainName(params.purpose).replaceAll(/[^\p{L}\p{N}]+/gu, "-");
      if (id === "" || id.length > 60)
        throw new AppError("bad-request", message("no-purpose", { purpose: params.purpose }));
      await documents.transaction(async (statements) => {
        const others = (await listPurposes(statements, ws)).filter((each) => each.id !== id);
        for (const name of [id, ...purpose.aliases]) {
          const taken = purposeCalled(others, name);
          if (taken !== null)
            throw new AppError("conflict", message("purpose-name-taken", { name, purpose: taken }));
        }
        await savePurpose(statements, ws, { id, ...purpose });
        const step = { at: now(), who, what: "purpose", detail: `${id}: ${purpose.basis}` };
        await logPrivacy(statements, ws, null, step);
      });
      return findPurpose(documents, ws, id);
    },
    async addPurposeText({ params, body }) {
      const { id: ws } = await findWorkspace(documents, params.workspace);
      const { who: author, since, nl, en } = body;
      await documents.transaction(async (statements) => {
        await findPurpose(statements, ws, params.purpose);
        const texts = [
          ...(nl === undefined ? [] : [{ language: "nl" as const, text: nl }]),
          ...(en === undefined ? [] : [{ language: "en" as const, text: en }]),
        ].map((text) => ({ ...text, since, author }));
        await addPurposeTexts(statements, ws, params.purpose, texts);
        const step = { at: now(), who: author, what: "purpose text", detail: params.purpose };
        await logPrivacy(statements, ws, null, step);
      });
      return findPurpose(documents, ws, params.purpose);
    },
    async keepConsent({ params, body, signal }) {
      const { id: ws, settings } = await findWorkspace(documents, params.workspace);
      const who = await normalIdentifiers(engine, body.who, settings.identity, signal);
      if (who.length === 0) throw new AppError("bad-request", message("consent-nobody"));
      const { text, how } = body;
      const said = Object.fromEntries(
        Object.entries(body.consents).map(([name, word]) => [plainName(name), word]),
      );
      // What is said to be of later than now would not count until then.
      const time = Math.min(now(), body.time === undefined ? now() : Date.parse(body.time));
      const word = { ws, id: randomUUID(), source: "API", time, who, said, text, how };
      await keepWord(engine, word);
      return { kept: Object.keys(said).length };
    },
    async personConsent({ params, signal }) {
      const { id: ws } = await findWorkspace(documents, params.workspace);
      return told(ws, params.person, signal);
    },
    async sayForPerson({ params, body, signal }) {
      const { id: ws } = await findWorkspace(documents, params.workspace);
      const { said, how } = body;
      const purpose = await findPurpose(documents, ws, body.purpose);
      const own = await ownIdentifiers(engine, { ws, person: params.person, signal });
      const shown = textNow(purpose, "nl");
      await sayAbout(engine, {
        ws,
        purpose,
        said,
        how,
        own,
        asked: null,
        text: shown ? textName(shown) : "",
        source: "Spoor",
        time: now(),
      });
      return told(ws, params.person, signal);
    },
  };
}
