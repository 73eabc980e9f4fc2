import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Mapping } from "../../../core/event/mapping.ts";
import type { FileOrigin } from "../../../core/event/pull/origin.ts";
import { trust } from "../../../core/identity/trust.ts";
import { message, plainly, writeMessage, type Message } from "../../../core/message/message.ts";
import { AppError, toldBy } from "../../../core/problem.ts";
import { knownFiles, noteFile, noteSame, type Known } from "../../documents/pull-file.ts";
import { findSource } from "../../documents/source.ts";
import { workspaceOf, type StoredWorkspace } from "../../documents/workspace.ts";
import { startImport, type ImportHandle } from "../import.ts";
import type { PullParts, Run } from "./asking.ts";
import { openShelf, type Offered, type Shelf } from "./shelf.ts";
import { takeFile } from "./take-file.ts";

/** A file that the engine failed at so often is set aside. */
const ATTEMPTS = 3;
export const QUIET = 5_000;

/** Brings in the files that are new or changed, each by an import of its own. */
export async function runFiles(parts: PullParts, origin: FileOrigin, run: Run): Promise<void> {
  const { imports, outgoing, folders, now, quiet = QUIET } = parts;
  const { documents, dataDir } = imports;
  const { workspace, source } = run.pull;
  const shelf = openShelf({ outgoing, folders, now, quiet }, origin, run.secret, run.signal);
  const at = await workspaceOf(documents, workspace);
  const { mapping } = await findSource(documents, workspace, source);
  const { zone, identity, journeys } = at.settings;
  const whole: Mapping = {
    spoor: "mapping/1",
    zone,
    identity,
    ...(journeys && { journeys }),
    sources: [{ ...mapping, files: "*" }],
  };
  // What a crash leaves here is taken away with what it leaves of imports.
  const folder = join(dataDir, "tmp", `import-${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  try {
    for await (const page of shelf.list(true)) {
      const known = await knownFiles(
        documents,
        run.pull,
        page.map(({ name }) => name),
      );
      for (const file of page) {
        run.signal.throwIfAborted();
        const before = known.filter(({ name }) => name === file.name);
        if (file.mark !== "" && before.some(({ mark, over }) => over && mark === file.mark))
          continue;
        await bringFile({ parts, run, shelf, at, whole, folder }, file, before);
      }
    }
  } finally {
    run.reach.file = null;
    await rm(folder, { recursive: true, force: true });
  }
}

type Bringing = {
  readonly parts: PullParts;
  readonly run: Run;
  readonly shelf: Shelf;
  readonly at: StoredWorkspace;
  readonly whole: Mapping;
  readonly folder: string;
};

async function bringFile(
  bringing: Bringing,
  file: Offered,
  before: readonly Known[],
): Promise<void> {
  const { parts, run, shelf, folder } = bringing;
  const { documents } = parts.imports;
  const path = join(folder, "file");
  run.reach.file = file.name;
  const last = before.findLast(({ over }) => over);
  const opened = await shelf.open(file, file.mark === "" ? (last?.mark ?? null) : null);
  if (!opened) return;
  const taken = await takeFile(opened.bytes, path, run.signal);
  const state = { name: file.name, mark: opened.mark || taken.hash, bytes: taken.hash };
  const same = before.find(({ over, bytes }) => over && bytes === taken.hash);
  if (same) {
    await noteSame(documents, run.pull, state, same.mark);
    return;
  }
  const attempts = before.find(({ mark }) => mark === state.mark)?.attempts ?? 0;
  try {
    const handle = await startImport(parts.imports, {
      workspace: bringing.at.slug,
      files: [{ path, name: basename(file.name) }],
      mapping: bringing.whole,
    });
    await noteFile(documents, run.pull, state, { import: handle.id });
    const problem = await followed(handle, run);
    if (problem === null) run.reach.files += 1;
    else if (attempts + 1 < ATTEMPTS) throw new AppError("unavailable", problem);
    else await setAside(bringing, state, problem);
  } catch (error) {
    run.signal.throwIfAborted();
    // A fault of the file itself, or of how it is read: it will be the same next time.
    if (!(error instanceof AppError)) throw error;
    if (error.code !== "unreadable-file" && error.code !== "bad-mapping") throw error;
    await setAside(bringing, state, toldBy(error));
  }
}

/** Follows an import to its end. */
async function followed(handle: ImportHandle, { reach, signal }: Run): Promise<Message | null> {
  const before = reach.rows;
  const stop = () => handle.cancel();
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  const telling = setInterval(() => (reach.rows = before + handle.status().rows), 500);
  try {
    const { state, problem, rows, notes } = await handle.done;
    reach.rows = before + rows;
    signal.throwIfAborted();
    if (state === "done") {
      reach.notes.push(...notes.slice(0, 10 - reach.notes.length));
      return null;
    }
    return problem ?? message("import-cut-short");
  } finally {
    clearInterval(telling);
    signal.removeEventListener("abort", stop);
  }
}

/** A file that cannot be read stands in quarantine with its reason, and is not tried again until somebody asks. */
async function setAside(
  { parts, run }: Bringing,
  file: { readonly name: string; readonly mark: string; readonly bytes: string },
  problem: Message,
): Promise<void> {
  const { imports, intake, now } = parts;
  const { workspace, source } = run.pull;
  const bad = [[writeMessage(problem), `${file.name}: ${plainly(problem)}`]] as const;
  await noteFile(imports.documents, run.pull, file, { problem });
  await intake.receive({ workspace, source, trust: trust.system, at: now(), lines: [], bad });
}
