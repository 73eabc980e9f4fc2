import { idOf } from "../../../core/map/exchange/fitted.ts";
import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import type { Documents } from "../../documents/documents.ts";
import { findWorkspace } from "../../documents/workspace.ts";
import type { Handlers } from "../../handlers.ts";
import { addMap } from "../add-map.ts";
import { readMapApart } from "./read-apart.ts";
import type { ReadMap } from "./read-map.ts";

const MEGABYTES = 10;

/** Handler of maps that come in as files. */
export function exchangeHandlers({
  documents,
}: {
  documents: Documents;
}): Pick<Handlers, "importMap"> {
  // One after the other: reading a file may take as much memory as all the rest of the server.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (...given: Parameters<typeof readMapApart>): Promise<ReadMap> => {
    const read = turn.then(() => readMapApart(...given));
    turn = read.catch(() => undefined);
    return read;
  };
  return {
    async importMap({ params, query, request }) {
      const { name, format: asked, author } = query;
      const ws = await findWorkspace(documents, params.workspace);
      const bytes = await received(request, name);
      if (bytes.length === 0)
        throw new AppError("unreadable-file", message("map-file-empty", { name }));
      const { journey: read, report, format } = await inTurn(bytes, name, asked);
      const { id: wanted, title } = read;
      const journey = await addMap(documents, ws.id, { title, author, wanted }, (id) => ({
        ...read,
        id,
      }));
      // An id that was made from the title is nobody's loss.
      const isOther = wanted !== journey.id && wanted !== idOf(read);
      return {
        journey,
        format,
        report: isOther ? [...report, message("map-id-taken", { id: wanted })] : report,
      };
    },
  };
}

async function received(request: Request, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > MEGABYTES * 1024 * 1024)
      throw new AppError("too-much", message("map-file-too-large", { name, megabytes: MEGABYTES }));
    parts.push(part);
  }
  return Buffer.concat(parts);
}
