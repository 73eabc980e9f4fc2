import type { Language } from "../../core/message/wording.ts";
import { peopleBehind } from "../../engine/people/find.ts";
import { ownIdentifiers, type Whose } from "../../engine/people/own-rows.ts";
import type { Engine } from "../../engine/port.ts";
import type { AccessFormat } from "../../protocol/people/access.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Documents } from "../documents/documents.ts";
import { notesAbout } from "../documents/field-note.ts";
import { listRequests } from "../documents/privacy-request.ts";
import { retentionTerms } from "../documents/retention.ts";
import { listPurposes } from "../documents/purpose.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { accessOf, type Access, type HeldDocuments } from "./access/sections.ts";
import { heldAny } from "../../engine/people/held.ts";
import { writeCsvZip } from "./access/write-csv.ts";
import { writeHtml } from "./access/write-html.ts";
import { writeJson } from "./access/write-json.ts";
import { writePdf } from "./access/write-pdf.ts";

const writers: Readonly<
  Record<
    AccessFormat,
    {
      readonly type: string;
      readonly ending: string;
      readonly write: (access: Access) => AsyncGenerator<string | Uint8Array>;
    }
  >
> = {
  json: { type: "application/json; charset=utf-8", ending: "json", write: writeJson },
  csv: { type: "application/zip", ending: "csv.zip", write: writeCsvZip },
  html: { type: "text/html; charset=utf-8", ending: "html", write: writeHtml },
  pdf: { type: "application/pdf", ending: "pdf", write: writePdf },
};

/** Handlers of what a person is told of all that is held about him. */
export function accessHandlers(parts: {
  engine: Engine;
  documents: Documents;
  shelf: Shelf;
  now: () => number;
}): Pick<Handlers, "personAccess"> {
  const { engine, documents, shelf, now } = parts;
  return {
    async personAccess({ params, query, signal }) {
      const { id: ws, name, slug } = await findWorkspace(documents, params.workspace);
      const whose: Whose = { ws, person: params.person, signal };
      if (!(await heldAny(engine, whose))) throw new AppError("not-found", message("no-person"));
      const access = await accessOf({
        engine,
        whose,
        language: query.language,
        workspace: name || slug,
        now: now(),
        purposes: await listPurposes(documents, ws),
        personas: await shelf.personas(ws),
        documents: await heldDocuments(parts, whose),
        terms: await retentionTerms(documents, ws),
      });
      const { type, ending, write } = writers[query.format];
      return {
        type,
        bytes: streamOf(write(access)),
        headers: {
          "Content-Disposition": `attachment; filename="${nameIn[query.language]}.${ending}"`,
        },
      };
    },
  };
}

const nameIn: Readonly<Record<Language, string>> = { nl: "inzage", en: "access" };

/** Requests and notes that are about this person. */
async function heldDocuments(
  { engine, documents }: { engine: Engine; documents: Documents },
  whose: Whose,
): Promise<HeldDocuments> {
  const { ws, person, signal } = whose;
  const own = (await ownIdentifiers(engine, whose)).map(({ hash }) => hash);
  const requests = (await listRequests(documents, ws)).filter(
    ({ identifier }) => identifier !== null && own.includes(identifier),
  );
  // A note says who by what he was called then: people who were joined since have another name.
  const notes = await notesAbout(documents, ws, [...new Set([person, ...own])]);
  const behind = await peopleBehind(engine, ws, own, signal);
  const his = notes.filter(
    (note) => note.person === person || behind.get(note.person ?? "")?.[0] === person,
  );
  return {
    requests: requests.map(({ number, kind, received, deadline, end }) => [
      String(number),
      kind,
      received,
      deadline,
      end ?? "",
    ]),
    notes: his.map(({ day, kind, text, quotes, pain, opportunity }) => [
      day,
      kind,
      text,
      quotes.map((quote) => quote.text).join(" / "),
      pain ?? "",
      opportunity ?? "",
    ]),
  };
}

/** What is written as a stream that goes as fast as it is read, and ends when nobody reads any more. */
function streamOf(pieces: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) return controller.close();
      const { value } = next;
      controller.enqueue(typeof value === "string" ? new TextEncoder().encode(value) : value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
