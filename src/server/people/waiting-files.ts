import { createReadStream } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { holds } from "./byte-search.ts";

/**
 * Deletes the files of a workspace that wait to be imported and hold one of the texts, and those that
 * cannot be searched: sheets and Parquet keep their texts packed. They can be sent again without him.
 * Returns how many went.
 */
export async function dropUploads(
  dataDir: string,
  slug: string,
  texts: readonly string[],
): Promise<number> {
  const folder = join(dataDir, "tmp", "uploads", encodeURIComponent(slug));
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  let gone = 0;
  for (const name of names) {
    if (name.endsWith(".name")) continue;
    const path = join(folder, name);
    if (!(await mayHold(path, texts))) continue;
    await rm(path, { force: true });
    await rm(`${path}.name`, { force: true });
    gone += 1;
  }
  return gone;
}

async function mayHold(path: string, texts: readonly string[]): Promise<boolean> {
  const head: Buffer[] = [];
  for await (const piece of createReadStream(path, { end: 3 })) head.push(piece as Buffer);
  const first = Buffer.concat(head).toString("latin1");
  if (first.startsWith("PK") || first === "PAR1") return true;
  const packed = first.startsWith("\u001f\u008b")
    ? createGunzip()
    : first === "\u0028\u00b5\u002f\u00fd"
      ? createZstdDecompress()
      : null;
  const file = createReadStream(path);
  try {
    return await holds(packed === null ? file : file.pipe(packed), texts);
  } catch {
    // What cannot be unpacked cannot be searched.
    return true;
  }
}
