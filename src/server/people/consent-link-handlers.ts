import { createHash, randomBytes, randomUUID } from "node:crypto";
import { message } from "../../core/message/message.ts";
import { textName, textNow } from "../../core/people/consent.ts";
import { AppError } from "../../core/problem.ts";
import { consentOf } from "../../engine/people/consent.ts";
import { peopleBehind } from "../../engine/people/find.ts";
import { ownIdentifiers } from "../../engine/people/own-rows.ts";
import type { Engine } from "../../engine/port.ts";
import type { OwnConsent } from "../../protocol/people/consent.ts";
import {
  addConsentLink,
  findConsentLink,
  listConsentLinks,
  revokeConsentLink,
} from "../documents/consent-link.ts";
import type { Documents } from "../documents/documents.ts";
import { findPurpose, listPurposes } from "../documents/purpose.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import { sayAbout, surestOf } from "./say-about.ts";

const DAY = 86_400_000;

/** Handlers of the links by which customers see and change what they agreed to, and of what they see. */
export function consentLinkHandlers(parts: {
  engine: Engine;
  documents: Documents;
  now: () => number;
}): Pick<
  Handlers,
  "consentLinks" | "addConsentLink" | "revokeConsentLink" | "ownConsent" | "sayOwnConsent"
> {
  const { engine, documents, now } = parts;

  async function own(slug: string, person: string, signal: AbortSignal) {
    const { id: ws } = await findWorkspace(documents, slug);
    return { ws, identifiers: await ownIdentifiers(engine, { ws, person, signal }) };
  }

  /** Who comes with a secret; rejects with `not-found` when it leads to nobody, or to several. */
  async function guest(secret: string, signal: AbortSignal) {
    const link = await findConsentLink(documents, hashOf(secret));
    const works = link !== null && link.revoked === null && Date.parse(link.expires) > now();
    const behind = works
      ? await peopleBehind(engine, link.workspace, [link.identifier], signal)
      : new Map<string, string[]>();
    const people = behind.get(link?.identifier ?? "") ?? [];
    if (!link || people.length !== 1) throw new AppError("not-found", message("consent-link-over"));
    const whose = { ws: link.workspace, person: people[0]!, signal };
    return { link, whose, identifiers: await ownIdentifiers(engine, whose) };
  }

  async function shown(
    { link, whose, identifiers }: Awaited<ReturnType<typeof guest>>,
    language: "nl" | "en",
  ): Promise<OwnConsent> {
    const all = await listPurposes(documents, link.workspace);
    const purposes = all.filter(({ basis, ended }) => basis === "consent" && ended === null);
    const consents = await consentOf(engine, { ...whose, purposes, now: now() });
    const by = identifiers.find(({ hash }) => hash === link.identifier);
    return {
      of: link.name,
      about: by?.value ?? "",
      expires: link.expires,
      purposes: purposes.map((purpose, place) => ({
        id: purpose.id,
        name: purpose.name,
        description: purpose.description,
        text: textNow(purpose, language)?.text ?? "",
        state: consents[place]?.state ?? "none",
        since: consents[place]?.last?.time ?? null,
      })),
    };
  }

  return {
    async consentLinks({ params, signal }) {
      const { ws, identifiers } = await own(params.workspace, params.person, signal);
      return listConsentLinks(
        documents,
        ws,
        identifiers.map(({ hash }) => hash),
      );
    },
    async addConsentLink({ params, body, signal }) {
      const { ws, identifiers } = await own(params.workspace, params.person, signal);
      const one = surestOf(identifiers);
      const behind = one ? await peopleBehind(engine, ws, [one.hash], signal) : new Map();
      if (!one || behind.get(one.hash)?.length !== 1)
        throw new AppError("conflict", message("consent-link-nobody"));
      const secret = randomBytes(24).toString("base64url");
      const link = await addConsentLink(documents, ws, {
        id: randomUUID(),
        identifier: one.hash,
        hash: hashOf(secret),
        author: body.who,
        at: now(),
        expires: now() + body.days * DAY,
      });
      return { link, secret };
    },
    async revokeConsentLink({ params, signal }) {
      const { ws, identifiers } = await own(params.workspace, params.person, signal);
      const hashes = identifiers.map(({ hash }) => hash);
      return revokeConsentLink(documents, ws, hashes, params.link);
    },
    async ownConsent({ params, query, signal }) {
      return shown(await guest(params.secret, signal), query.language ?? "nl");
    },
    async sayOwnConsent({ params, body, signal }) {
      const come = await guest(params.secret, signal);
      const purpose = await findPurpose(documents, come.link.workspace, body.purpose);
      const text = textNow(purpose, body.language);
      await sayAbout(engine, {
        ws: come.link.workspace,
        purpose,
        said: body.said,
        how: "own page",
        text: text ? textName(text) : "",
        source: "Spoor",
        time: now(),
        own: come.identifiers,
        asked: come.link.identifier,
      });
      return shown(come, body.language);
    },
  };
}

/** It is found by the hash of the secret, so that the time of the search tells nothing about the secret. */
function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
