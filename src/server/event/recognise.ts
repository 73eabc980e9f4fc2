import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Preview } from "../../core/event/import.ts";
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
    throw unreadable(`${name} cannot be unpacked. Fetch the file again; this copy is damaged.`, error); // prettier-ignore
  });
  if (start.length === 0) throw unreadable(`${name} is empty. Choose a file with rows in it.`);
  return { path, name, bytes, format: formatOf(start, name), compression };
}

async function sizeOf(path: string, name: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT")
      throw unreadable(`${name} does not exist. Check the name and the folder.`, error);
    throw unreadable(`${name} cannot be opened: ${error.message}.`, error);
  });
  if (found.isDirectory())
    throw unreadable(`${name} is a folder. Name the files in it, for example ${name}/*.csv.`);
  if (!found.isFile())
    throw unreadable(`${name} is not a file. Save its content to a file first, then import that.`);
  if (found.size === 0) throw unreadable(`${name} is empty. Choose a file with rows in it.`);
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
    throw unreadable(`${name} is a zip archive. Unpack it, and import the files that are in it.`);
  }
  if (magic === "\xd0\xcf\x11\xe0")
    throw unreadable(`${name} is an old Excel file (.xls). Save it as .xlsx or CSV, then import that.`); // prettier-ignore
  if (magic.startsWith("%PDF")) throw unreadable(`${name} is a PDF. Export the data as CSV instead.`); // prettier-ignore

  const text = start.toString("latin1").replace(/^(\xef\xbb\xbf)?\s+/, "").replace(/^\xef\xbb\xbf/, ""); // prettier-ignore
  if (/^<(\?xml|!--|log[\s>])/.test(text)) return "xes";
  if (text.startsWith("{")) return "jsonl";
  if (/^\[\s*\{/.test(text))
    throw unreadable(`${name} is one JSON list. Write one object per line (JSON lines), for example with: jq -c '.[]' ${name}`); // prettier-ignore
  if (/\.(jsonl|ndjson)(\.|$)/i.test(name)) return "jsonl";
  return "csv";
}

export function unreadable(message: string, cause?: unknown): AppError {
  return new AppError("unreadable-file", message, { cause });
}
