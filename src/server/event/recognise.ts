import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Preview } from "../../core/event/import.ts";
import { looksLikeText } from "../../core/event/looks-like-text.ts";
import { message, type Message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { readStart } from "./byte-stream.ts";

export type Format = Preview["format"];
export type Compression = Preview["compression"];

/** A file that can be read, whatever its name pretends. */
export type Recognised = {
  readonly path: string;
  /** As the user calls it. */
  readonly name: string;
  readonly bytes: number;
  readonly format: Format;
  readonly compression: Compression;
};

/**
 * Looks at a file's first bytes, and at its name where these leave a choice.
 * Rejects with `unreadable-file` for what is absent, empty, a folder, or in no format known here.
 */
export async function recognise(path: string, name = basename(path)): Promise<Recognised> {
  const bytes = await sizeOf(path, name);
  const head = await readHead(path);
  const compression = compressionOf(head);
  const start = await readStart({ path, compression }, 64 * 1024).catch((error: unknown) => {
    throw unreadable(message("file-damaged", { name }), error);
  });
  if (start.length === 0) throw unreadable(message("file-empty", { name }));
  return { path, name, bytes, format: formatOf(start, name), compression };
}

async function sizeOf(path: string, name: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw unreadable(message("file-absent", { name }), error);
    throw unreadable(message("file-locked", { name, said: error.message }), error);
  });
  if (found.isDirectory()) throw unreadable(message("file-folder", { name }));
  if (!found.isFile()) throw unreadable(message("file-no-file", { name }));
  if (found.size === 0) throw unreadable(message("file-empty", { name }));
  return found.size;
}

async function readHead(path: string): Promise<Buffer> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
  return buffer.subarray(0, bytesRead);
}

function compressionOf(head: Buffer): Compression {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  if (head.length >= 4 && head.readUInt32LE(0) === 0xfd2fb528) return "zstd";
  return "none";
}

function formatOf(start: Buffer, name: string): Format {
  const magic = start.subarray(0, 4).toString("latin1");
  if (magic === "PAR1") return "parquet";
  if (magic === "PK\x03\x04") {
    // A workbook names its parts; other archives hold anything.
    if (start.includes("xl/") || start.includes("[Content_Types].xml")) return "xlsx";
    throw unreadable(message("file-zip", { name }));
  }
  if (magic === "\xd0\xcf\x11\xe0") throw unreadable(message("file-old-excel", { name }));
  if (magic.startsWith("%PDF")) throw unreadable(message("file-pdf", { name }));

  const text = start
    .toString("latin1")
    .replace(/^(\xef\xbb\xbf)?\s+/, "")
    .replace(/^\xef\xbb\xbf/, "");
  if (/^<(\?xml|!--|log[\s>])/.test(text)) return "xes";
  if (text.startsWith("{")) return "jsonl";
  if (/^\[\s*\{/.test(text)) throw unreadable(message("file-json-list", { name }));
  if (!looksLikeText(start)) throw unreadable(message("file-no-table", { name }));
  if (/\.(jsonl|ndjson)(\.|$)/i.test(name)) return "jsonl";
  return "csv";
}

export function unreadable(told: Message, cause?: unknown): AppError {
  return new AppError("unreadable-file", told, { cause });
}
