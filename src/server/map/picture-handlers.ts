import { createHash } from "node:crypto";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Documents } from "../documents/documents.ts";
import { findPicture, keepPicture } from "../documents/picture.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Download } from "../streamed.ts";
import { madePicture, type Made } from "./picture-made.ts";

const MEGABYTES = 8;
const BYTES = MEGABYTES * 1024 * 1024;

/** Handlers of the pictures on the maps of a workspace. */
export function pictureHandlers({
  documents,
}: {
  documents: Documents;
}): Pick<Handlers, "uploadPicture" | "picture"> {
  // One after the other: a large photo takes hundreds of megabytes while it is made small.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (bytes: Uint8Array): Promise<Made> => {
    const made = turn.then(() => madePicture(bytes));
    turn = made.catch(() => undefined);
    return made;
  };
  return {
    async uploadPicture({ params, request }) {
      const { id } = await findWorkspace(documents, params.workspace);
      const { bytes, type, width, height } = await inTurn(await received(request));
      const hash = createHash("sha256").update(bytes).digest("hex");
      const data = Buffer.from(bytes).toString("base64");
      await keepPicture(documents, id, hash, { type, width, height, data });
      return { hash, width, height };
    },
    async picture({ params }) {
      const { id } = await findWorkspace(documents, params.workspace);
      return pictureDownload(documents, id, params.hash);
    },
  };
}

/** A picture as it is answered: under its hash it is the same for good. */
export async function pictureDownload(
  documents: Documents,
  workspace: number,
  hash: string,
): Promise<Download> {
  const { type, data } = await findPicture(documents, workspace, hash);
  return {
    type,
    bytes: new Uint8Array(Buffer.from(data, "base64")),
    headers: { "Cache-Control": "private, max-age=31536000, immutable" },
  };
}

async function received(request: Request): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > BYTES)
      throw new AppError("too-much", message("picture-too-large", { megabytes: MEGABYTES }));
    parts.push(part);
  }
  return Buffer.concat(parts);
}
