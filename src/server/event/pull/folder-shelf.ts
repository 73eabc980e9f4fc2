import { constants } from "node:fs";
import { open, opendir, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type { FolderOrigin } from "../../../core/event/pull/origin.ts";
import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import { isMeant } from "./bucket-shelf.ts";
import type { Offered, Shelf, ShelfParts } from "./shelf.ts";

/** What was written so long ago is not being written any more, in milliseconds. */
const OLD = 60_000;
const PAGE = 1000;
/** Folders below the folder that are gone into. */
const DEEPEST = 8;

/** Files in a folder of this machine, and in those below it. Links are not followed. */
export function folderShelf(
  { folders, now, quiet }: ShelfParts,
  origin: FolderOrigin,
  signal: AbortSignal,
): Shelf {
  async function root(): Promise<string> {
    const folder = origin.path;
    if (!isAbsolute(folder)) throw closed(folder);
    const real = await realpath(folder).catch((error: Error) => {
      if (!folders.some((each) => isIn(each, folder))) throw closed(folder);
      throw absent(folder, error);
    });
    const roots = await Promise.all(folders.map((each) => realpath(each).catch(() => null)));
    if (!roots.some((each) => each !== null && isIn(each, real))) throw closed(folder);
    return real;
  }

  async function* pages(): AsyncGenerator<Offered[]> {
    const top = await root();
    let page: Offered[] = [];
    for await (const name of names(top, "", 0, origin.path)) {
      if (!isMeant(origin.files, name)) continue;
      const found = await stateOf(join(top, name));
      if (found && found.bytes > 0) page.push({ name, ...found });
      if (page.length >= PAGE) {
        yield page;
        page = [];
      }
    }
    if (page.length > 0) yield page;
  }

  /** Those of a page that nobody is writing: by their time, or because they stay as they are for a while. */
  async function settled(page: readonly Offered[], top: string): Promise<Offered[]> {
    const fresh = (file: Offered) => Math.abs(now() - Number(file.mark.split(" ")[1])) < OLD;
    if (!page.some(fresh)) return [...page];
    await pause(quiet, undefined, { signal });
    const still: Offered[] = [];
    for (const file of page) {
      const after = fresh(file) ? await stateOf(join(top, file.name)) : file;
      if (after?.mark === file.mark) still.push(file);
    }
    return still;
  }

  return {
    async *list(settle) {
      for await (const page of pages()) yield settle ? await settled(page, await root()) : page;
    },
    async open({ name, mark }) {
      const top = await root();
      const real = await realpath(join(top, name)).catch((error: Error) => {
        throw absent(name, error);
      });
      if (!isIn(top, real)) throw closed(name);
      const file = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW);
      const bytes = file.createReadStream();
      return { mark, bytes: Readable.from(unchanged(bytes, real, name, mark)) };
    },
  };
}

/** The bytes of a file; rejects at its end when it is not as it was at its beginning. */
async function* unchanged(
  bytes: AsyncIterable<Buffer>,
  path: string,
  name: string,
  mark: string,
): AsyncGenerator<Buffer> {
  yield* bytes;
  if ((await stateOf(path))?.mark !== mark)
    throw new AppError("unavailable", message("pull-file-changed", { name }));
}

/** Names of all files, each with the folders that lead to it. */
async function* names(
  top: string,
  below: string,
  depth: number,
  called: string,
): AsyncGenerator<string> {
  const folder = await opendir(join(top, below)).catch((error: Error) => {
    throw absent(below === "" ? called : below, error);
  });
  for await (const entry of folder) {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isFile()) yield name;
    else if (entry.isDirectory() && depth < DEEPEST && !entry.name.startsWith("."))
      yield* names(top, name, depth + 1, called);
  }
}

async function stateOf(path: string): Promise<{ mark: string; bytes: number } | null> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  return { mark: `${found.size} ${found.mtimeMs}`, bytes: found.size };
}

function isIn(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

const closed = (folder: string) =>
  new AppError("forbidden", message("pull-folder-closed", { folder }));

function absent(folder: string, error: NodeJS.ErrnoException): AppError {
  const said = error.code ?? error.message;
  return new AppError("bad-request", message("pull-folder-absent", { folder, said }), {
    cause: error,
  });
}
