import type { Erasure } from "../../core/people/erasure.ts";
import type { Documents } from "../documents/documents.ts";
import {
  changeRequest,
  findRequest,
  forgetIdentifiers,
  logPrivacy,
} from "../documents/privacy-request.ts";

/**
 * After an erasure the register knows nobody by his identifiers any more; the request that it answers
 * is closed where nothing of him was found.
 */
export async function closeRequest(
  documents: Documents,
  erasure: Erasure,
  { workspace, hashes, at }: { workspace: number; hashes: readonly string[]; at: number },
): Promise<void> {
  const { id, who, request, proof } = erasure;
  await documents.transaction(async (statements) => {
    await forgetIdentifiers(statements, workspace, hashes);
    const log = (of: string | null, what: string, detail: string) =>
      logPrivacy(statements, workspace, of, { at, who, what, detail });
    await log(request, "erased", String(id));
    if (request === null || proof?.clean !== true) return;
    const { end } = await findRequest(statements, workspace, request);
    if (end !== null) return;
    await changeRequest(statements, request, { end: { as: "done", at }, forgotten: true });
    await log(request, "closed", "done");
  });
}
