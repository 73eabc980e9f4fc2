import { createHash } from "node:crypto";
import type { Mapping } from "../../core/event/mapping.ts";
import { readBytes } from "./byte-stream.ts";

/** SHA-256 over the bytes of the files, in their order, and the mapping. */
export async function fingerprint(
  paths: readonly string[],
  mapping: Mapping,
  signal: AbortSignal,
): Promise<string> {
  const all = createHash("sha256").update(JSON.stringify(mapping));
  for (const path of paths) {
    const one = createHash("sha256");
    const bytes = readBytes({ path, compression: "none" }, undefined, signal);
    for await (const block of bytes) one.update(block);
    all.update(one.digest());
  }
  return all.digest("hex");
}
