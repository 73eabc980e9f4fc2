import { open, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "../../engine/event/layout.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { BadRow, Stretch } from "./stretch.ts";

/** Rows that were made here (of a log, a sheet), each with its line and a separator in front. */
export type Written = { readonly text: string; readonly rows: number };

/** A file of rows that the engine can read, or rows that it could not. */
export type ChunkFile =
  | { readonly path: string; readonly place: Place; readonly rows: number }
  | { readonly bad: readonly BadRow[]; readonly row: number };

export type ChunkOptions = {
  readonly folder: string;
  /** Stands between the line and the row where rows say their own line. */
  readonly separator: string;
  /** Rows to leave out at the start: the header. */
  readonly skip: number;
  /** Rows of the import before this file. */
  readonly row: number;
  readonly size?: number;
};

/**
 * Writes rows to files of about `size` bytes. What is sound goes through as it is; where rows are
 * missing or span lines, every row gets its line in front. Rejects with `disk-full`.
 */
export async function* chunkFiles(
  parts: AsyncIterable<Stretch | Written>,
  { folder, separator, skip, row, size = 64 << 20 }: ChunkOptions,
): AsyncGenerator<ChunkFile> {
  let left = skip;
  const now: { passed: number; number: number; chunk: OpenChunk | null } = {
    passed: row,
    number: 0,
    chunk: null,
  };
  const close = async (): Promise<ChunkFile[]> => {
    if (!now.chunk) return [];
    const { file, path, place, rows } = now.chunk;
    now.chunk = null;
    await file.close();
    return [{ path, place, rows }];
  };
  const write = async (bytes: Uint8Array, rows: number, line: number | null) => {
    if (!now.chunk) {
      const path = join(folder, `${row}-${(now.number += 1)}.rows`);
      const file = await open(path, "w");
      now.chunk = { file, path, place: { row: now.passed, line }, rows: 0, bytes: 0 };
    }
    await now.chunk.file.writeFile(bytes);
    now.chunk.rows += rows;
    now.chunk.bytes += bytes.length;
    now.passed += rows;
  };

  try {
    for await (const part of parts) {
      if ("text" in part) {
        if (part.rows > 0) await write(Buffer.from(part.text), part.rows, null);
      } else {
        const from = Math.min(left, part.begins.length);
        left -= from;
        const rows = part.begins.length - from;
        const asIs = part.plain && now.chunk?.place.line !== null;
        if (!part.plain && now.chunk?.place.line !== null) yield* await close();
        if (rows > 0 && asIs)
          await write(
            part.bytes.subarray(part.begins[from], part.ends.at(-1)),
            rows,
            part.lines[from]!,
          );
        else if (rows > 0) await write(withLines(part, from, separator), rows, null);
        if (part.bad.length > 0) yield { bad: part.bad, row: now.passed };
        now.passed += part.bad.length;
      }
      if (now.chunk && now.chunk.bytes >= size) yield* await close();
    }
    yield* await close();
  } catch (error) {
    throw diskFull(error);
  } finally {
    await now.chunk?.file.close();
  }
}

type OpenChunk = {
  readonly file: FileHandle;
  readonly path: string;
  readonly place: Place;
  rows: number;
  bytes: number;
};

function withLines(
  { bytes, begins, ends, lines }: Stretch,
  from: number,
  separator: string,
): Buffer {
  const length = begins.length - from;
  const out = Buffer.allocUnsafe(bytes.length + length * 13);
  let at = 0;
  for (let row = from; row < begins.length; row += 1) {
    at += out.write(`${lines[row]}${separator}`, at, "latin1");
    at += bytes.copy(out, at, begins[row], ends[row]);
    // The last row of a file may lack its line ending.
    if (out[at - 1] !== 10) out[(at += 1) - 1] = 10;
  }
  return out.subarray(0, at);
}

/** A full disk as an expected failure; anything else as it is. */
export function diskFull(error: unknown): unknown {
  if (error instanceof Error && "code" in error && error.code === "ENOSPC")
    return new AppError("disk-full", message("import-disk-full"), { cause: error });
  return error;
}
