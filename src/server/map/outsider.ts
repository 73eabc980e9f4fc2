import { createHash, randomBytes } from "node:crypto";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Documents } from "../documents/documents.ts";
import { findShare, type FoundShare } from "../documents/share.ts";

/** A secret for a link, and the hash under which it is kept. */
export function newSecret(): { secret: string; hash: string } {
  const secret = randomBytes(24).toString("base64url");
  return { secret, hash: hashOf(secret) };
}

/**
 * The link that somebody from outside came by. Rejects with `not-found`, and says kindly whether it
 * never was, was withdrawn or is over. It is found by the hash of the secret, so that the time of
 * the search tells nothing about the secret.
 */
export async function outsider(
  documents: Documents,
  secret: string,
  now: number,
): Promise<FoundShare> {
  const share = await findShare(documents, hashOf(secret));
  if (!share) throw new AppError("not-found", message("no-share"));
  if (share.revoked !== null) throw new AppError("not-found", message("share-revoked"));
  if (share.expires !== null && Date.parse(share.expires) <= now)
    throw new AppError("not-found", message("share-expired"));
  return share;
}

/** Under which the secret of a link is kept. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
