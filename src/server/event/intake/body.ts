import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";

const unpack = promisify(gunzip);

/** Largest body as it comes, and as it is unpacked. */
const PACKED = 4 << 20;
export const UNPACKED = 16 << 20;

/** The body of a request as it came. Rejects with `too-much`. */
export async function bytesOf(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > PACKED)
      throw new AppError("too-much", message("body-too-large", { bytes: PACKED }));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * A body as text, unpacked when it is gzip, whatever its labels say: one client sends gzip as a form.
 * Rejects with `too-much`, and with `bad-request` for a broken archive.
 */
export async function textOf(bytes: Buffer): Promise<string> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString("utf8");
  try {
    return (await unpack(bytes, { maxOutputLength: UNPACKED })).toString("utf8");
  } catch (cause) {
    if (cause instanceof RangeError || (cause as { code?: string }).code === "ERR_BUFFER_TOO_LARGE")
      throw new AppError("too-much", message("too-swollen", { bytes: UNPACKED }), { cause });
    throw new AppError("bad-request", message("not-json"), { cause });
  }
}
