import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, readFile, rename, stat, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Readable } from "node:stream";
import { diskFull } from "../chunk-files.ts";

/** A list or a document of JSON of this size at most is brought into lines, in bytes. */
const WHOLE = 64 << 20;

/**
 * Brings the bytes of a file to this machine. JSON that is a list becomes lines, and one that is a
 * document over many lines becomes one.
 * @returns the SHA-256 of its bytes as they came, and how many there were
 */
export async function takeFile(
  bytes: Readable,
  path: string,
  signal: AbortSignal,
): Promise<{ hash: string; bytes: number }> {
  const hash = createHash("sha256");
  let length = 0;
  await pipeline(
    bytes,
    async function* (parts: AsyncIterable<Buffer>) {
      for await (const part of parts) {
        hash.update(part);
        length += part.length;
        yield part;
      }
    },
    createWriteStream(path),
    { signal },
  ).catch((error: unknown) => {
    throw diskFull(error);
  });
  await intoLines(path);
  return { hash: hash.digest("hex"), bytes: length };
}

async function intoLines(path: string): Promise<void> {
  if ((await stat(path)).size > WHOLE || !/^\s*[[{]/.test(await startOf(path))) return;
  const text = await readFile(path, "utf8");
  const lines = linesOf(text);
  if (lines === null) return;
  await writeFile(`${path}.lines`, lines);
  await rename(`${path}.lines`, path);
}

async function startOf(path: string): Promise<string> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
  return buffer
    .subarray(0, bytesRead)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
}

/** Null for what is lines already, or no JSON at all. */
function linesOf(text: string): string | null {
  const bare = text.replace(/^\uFEFF/, "").trim();
  const first = bare.slice(0, bare.indexOf("\n") >>> 0);
  if (bare.startsWith("{") && isJson(first)) return null;
  try {
    const value: unknown = JSON.parse(bare);
    return [value]
      .flat()
      .map((one) => `${JSON.stringify(one)}\n`)
      .join("");
  } catch {
    return null;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
