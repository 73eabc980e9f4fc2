import { setTimeout as pause } from "node:timers/promises";
import type { ImportStatus } from "../core/event/import.ts";
import { plainly } from "../core/message/message.ts";
import type { Importer } from "../server/event/importer.ts";
import type { Io } from "./command.ts";

const over = new Set<ImportStatus["state"]>(["done", "failed", "cancelled"]);

/** A line that is written over itself; null where nobody watches. */
export type ProgressLine = ((text: string) => void) | null;

/**
 * Begins an import and waits until it is over, showing how far it is. Ctrl-C cancels it, also one that
 * is only just asked for: then nothing of it stays.
 */
export async function follow(
  importer: Importer,
  workspace: string,
  begin: () => Promise<ImportStatus>,
  show: ProgressLine,
): Promise<ImportStatus> {
  const stop = new AbortController();
  const interrupted = () => stop.abort();
  process.once("SIGINT", interrupted);
  try {
    let status = await begin();
    const { id } = status;
    // Whether it worked shows in the status that is asked for next.
    const cancel = () => void importer.cancel(workspace, id).catch(() => undefined);
    if (stop.signal.aborted) cancel();
    else stop.signal.addEventListener("abort", cancel);
    while (!over.has(status.state)) {
      show?.(line(status));
      await pause(100);
      status = await importer.status(workspace, status.id);
    }
    return status;
  } finally {
    process.off("SIGINT", interrupted);
    show?.("");
  }
}

/** Prints the outcome and returns the exit code. */
export function tellOutcome(status: ImportStatus, io: Io, json: boolean): number {
  if (json) io.out(JSON.stringify(status));
  const { received, stored, duplicate, quarantined, suppressed = 0 } = status.ledger;
  for (const note of status.notes) io.err(plainly(note));
  if (status.state !== "done") {
    io.err(
      status.problem ? plainly(status.problem) : "The import was cancelled; nothing of it stays.",
    );
    return 1;
  }
  if (!json)
    io.out(
      `received ${received} = stored ${stored} + duplicate ${duplicate} + quarantined ${quarantined}${suppressed > 0 ? ` + suppressed ${suppressed}` : ""}`,
    );
  if (quarantined > 0) io.err("`spoor quarantine` lists the rows that could not be read.");
  return 0;
}

function line({ state, rows, rowsPerSecond, secondsLeft, file }: ImportStatus): string {
  if (state === "waiting") return "Waiting for the import before this one …";
  if (state === "linking") return `${rows} rows are in; linking people and journeys …`;
  const left = secondsLeft === null ? "" : `, ${Math.ceil(secondsLeft)} s left`;
  return `${file ?? ""} ${rows} rows, ${rowsPerSecond} a second${left}`;
}
