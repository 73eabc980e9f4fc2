import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { diskFull } from "./chunk-files.ts";
import type { ImportFile } from "./plan-files.ts";

/** Files that wait to be imported, each of one workspace. */
export type Uploads = {
  /** Takes a file's bytes in. */
  receive(
    workspace: string,
    name: string,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<{ upload: string; bytes: number }>;
  /** Makes a file of this machine known under an id, in its place. */
  refer(workspace: string, path: string): string;
  /** Finds files by their ids; rejects with `not-found`. */
  find(workspace: string, uploads: readonly string[]): Promise<ImportFile[]>;
  /** Takes uploads away that are in the engine now; a file of this machine stays where it is. */
  discard(workspace: string, uploads: readonly string[]): Promise<void>;
};

/** An upload that nobody imported goes after so long, in milliseconds. */
const FORGOTTEN = 24 * 3_600_000;

/**
 * Keeps uploads in `tmp/uploads` of the data folder, for a day at most; `newId` gives each an id of its
 * own, `now` is the time in epoch milliseconds.
 */
export function createUploads(
  dataDir: string,
  newId: () => string,
  now: () => number = Date.now,
): Uploads {
  const folder = (workspace: string) =>
    join(dataDir, "tmp", "uploads", encodeURIComponent(workspace));
  const inPlace = new Map<string, string>();
  return {
    async receive(workspace, name, bytes) {
      const upload = newId();
      await mkdir(folder(workspace), { recursive: true });
      await forget(folder(workspace), now() - FORGOTTEN);
      const path = join(folder(workspace), upload);
      await pipeline(Readable.from(bytes), createWriteStream(path)).catch((error: unknown) => {
        throw diskFull(error);
      });
      // The name stands beside the file: a name from outside never becomes a path.
      await writeFile(`${path}.name`, basename(name));
      return { upload, bytes: (await stat(path)).size };
    },
    refer(workspace, path) {
      const upload = newId();
      inPlace.set(`${workspace} ${upload}`, path);
      return upload;
    },
    async discard(workspace, uploads) {
      for (const upload of uploads.filter((each) => !inPlace.has(`${workspace} ${each}`))) {
        const path = join(folder(workspace), basename(upload));
        await rm(path, { force: true });
        await rm(`${path}.name`, { force: true });
      }
    },
    async find(workspace, uploads) {
      return Promise.all(
        uploads.map(async (upload) => {
          const there = inPlace.get(`${workspace} ${upload}`);
          if (there !== undefined) return { path: there };
          const path = join(folder(workspace), basename(upload));
          const name = await readFile(`${path}.name`, "utf8").catch(() => {
            throw new AppError("not-found", message("no-upload", { upload }));
          });
          return { path, name };
        }),
      );
    },
  };
}

/** Takes away what came in before a time. */
async function forget(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const there = await stat(path).catch(() => null);
    if (there !== null && there.mtimeMs < before) await rm(path, { force: true });
  }
}
