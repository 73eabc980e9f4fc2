import type { ImportState, ImportStatus, Ledger } from "../../core/event/import.ts";
import type { Message } from "../../core/message/message.ts";
import type { StoredImport } from "../documents/import.ts";

/** How far an import of this process is; changed in place while it runs. */
export type Progress = {
  state: ImportState;
  file: string | null;
  rows: number;
  bytes: number;
  ledger: Ledger;
  notes: Message[];
  problem: Message | null;
  /** When reading began and ended, in milliseconds. */
  began: number | null;
  ended: number | null;
};

export function createProgress(): Progress {
  const ledger = { received: 0, stored: 0, duplicate: 0, quarantined: 0 };
  return {
    state: "waiting",
    file: null,
    rows: 0,
    bytes: 0,
    ledger,
    notes: [],
    problem: null,
    began: null,
    ended: null,
  };
}

/** An import as its follower sees it, from its books and, while it runs, its progress. */
export function statusOf(
  stored: StoredImport,
  progress: Progress | null,
  now: number,
): ImportStatus {
  const { id, files, bytes: totalBytes, started, finished } = stored;
  const told = progress ?? { ...stored, file: null, began: null, ended: null };
  const seconds = told.began === null ? 0 : ((told.ended ?? now) - told.began) / 1000;
  const read = progress ? progress.bytes : totalBytes;
  const left = told.state === "reading" && read > 0 ? (seconds * (totalBytes - read)) / read : null;
  return {
    id: String(id),
    state: told.state,
    files,
    file: told.file,
    rows: told.rows,
    bytes: read,
    totalBytes,
    rowsPerSecond: seconds > 0 ? Math.round(told.rows / seconds) : 0,
    secondsLeft: left === null ? null : Math.max(0, left),
    ledger: told.ledger,
    problem: told.problem,
    notes: [...told.notes],
    started,
    finished,
  };
}
