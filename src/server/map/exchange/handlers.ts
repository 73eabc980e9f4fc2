import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import type { Documents } from "../../documents/documents.ts";
import { findWorkspace } from "../../documents/workspace.ts";
import type { Handlers } from "../../handlers.ts";
import { addMap } from "../add-map.ts";
import { readMapFile } from "./read-map.ts";

const MEGABYTES = 10;

/** Handler of maps that come in as files. */
export function exchangeHandlers({
  documents,
}: {
  documents: Documents;
}): Pick<Handlers, "importMap"> {
  return {
    async importMap({ params, query, request }) {
      const { name, format: asked, author } = query;
      const ws = await findWorkspace(documents, params.workspace);
      const bytes = await received(request, name);
      if (bytes.length === 0)
        throw new AppError("unreadable-file", message("map-file-empty", { name }));
      const { journey: read, report, format } = await readMapFile(bytes, name, asked);
      // An id that no format but Spoor's own holds is made from the title.
      const wanted = read.id === "jo_import" ? undefined : read.id;
      const { title } = read;
      const journey = await addMap(
        documents,
        ws.id,
        { title, author, ...(wanted !== undefined && { wanted }) },
        (id) => ({ ...read, id }),
      );
      const isOther = wanted !== undefined && wanted !== journey.id;
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
