import { createReadStream } from "node:fs";
import { createGunzip, createZstdDecompress } from "node:zlib";
import type { Encoding } from "../../core/event/mapping.ts";
import type { Compression } from "./recognise.ts";

const block = 4 << 20;

export type ByteSource = {
  readonly path: string;
  readonly compression: Compression;
  /** Where to begin; of an uncompressed file only. */
  readonly from?: number;
};

/**
 * The bytes of a file, unpacked, in blocks of about 4 MB. `onRead` hears how many bytes of the file
 * itself have been read, for progress. Rejects when the file is damaged or the signal aborts.
 */
export async function* readBytes(
  { path, compression, from = 0 }: ByteSource,
  onRead: (bytes: number) => void = () => undefined,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  const file = createReadStream(path, {
    highWaterMark: block,
    start: from,
    ...(signal && { signal }),
  });
  const unpack = {
    none: null,
    gzip: () => createGunzip({ chunkSize: block / 4 }),
    zstd: () => createZstdDecompress({ chunkSize: block / 4 }),
  }[compression]?.();
  if (unpack) {
    file.on("error", (error) => unpack.destroy(error));
    file.pipe(unpack);
  }
  try {
    for await (const bytes of unpack ?? file) {
      onRead(file.bytesRead);
      yield bytes as Buffer;
    }
  } finally {
    file.destroy();
    unpack?.destroy();
  }
}

/** The first bytes of a file, unpacked. */
export async function readStart(source: ByteSource, length: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let found = 0;
  for await (const bytes of readBytes(source)) {
    parts.push(bytes);
    found += bytes.length;
    if (found >= length) break;
  }
  return Buffer.concat(parts).subarray(0, length);
}

/** Blocks of bytes as UTF-8, without a byte order mark. Bytes that claim to be UTF-8 pass as they are. */
export async function* asUtf8(
  blocks: AsyncIterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<Buffer> {
  const decoder = encoding === "utf-8" ? null : new TextDecoder(encoding);
  let first = true;
  for await (const bytes of blocks) {
    const text = decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes;
    const marked = first && text.subarray(0, 3).equals(mark);
    first = false;
    yield marked ? text.subarray(3) : text;
  }
  const rest = decoder?.decode();
  if (rest) yield Buffer.from(rest);
}

const mark = Buffer.from([0xef, 0xbb, 0xbf]);
