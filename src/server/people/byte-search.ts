import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";

/** Where and how often something was found. */
export type Found = { readonly path: string; readonly times: number };

export type Search = {
  readonly files: number;
  readonly bytes: number;
  readonly found: readonly Found[];
};

/** Read at once, in bytes. */
const PIECE = 1 << 20;

type Needle = { readonly bytes: Buffer; readonly whole: boolean };

/**
 * Looks for texts in the bytes of every file under a folder: as they are in any case, and as UTF-16,
 * hexadecimal and base64. Memory is bounded whatever the files are. A file that goes while it is
 * searched is not there any more.
 */
export async function searchFolder(
  folder: string,
  texts: readonly string[],
  signal?: AbortSignal,
): Promise<Search> {
  const finder = finderOf(texts.flatMap(needlesOf));
  let [files, bytes] = [0, 0];
  const found: Found[] = [];
  for await (const path of filesIn(folder)) {
    signal?.throwIfAborted();
    const one = await searchFile(path, finder);
    if (one === null) continue;
    files += 1;
    bytes += one.bytes;
    if (one.times > 0) found.push({ path, times: one.times });
  }
  return { files, bytes, found };
}

/** Whether any of the texts stands in some bytes that come in pieces. */
export async function holds(
  pieces: AsyncIterable<Uint8Array>,
  texts: readonly string[],
): Promise<boolean> {
  const finder = finderOf(texts.flatMap(needlesOf));
  let rest = Buffer.alloc(0);
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece]);
    if (finder.count(bytes, 0, true) > 0) return true;
    rest = Buffer.from(bytes.subarray(Math.max(0, bytes.length - finder.longest)));
  }
  return false;
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(gone([]));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    // The engine links its folders a second time under another name.
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}

async function searchFile(
  path: string,
  finder: Finder,
): Promise<{ bytes: number; times: number } | null> {
  const file = await open(path, "r").catch(gone(null));
  if (file === null) return null;
  try {
    const room = Buffer.alloc(PIECE + finder.longest + 2);
    let [kept, bytes, times] = [0, 0, 0];
    for (;;) {
      const { bytesRead } = await file.read(room, kept, PIECE, bytes);
      if (bytesRead === 0) break;
      bytes += bytesRead;
      const end = kept + bytesRead;
      const last = bytesRead < PIECE;
      times += finder.count(room.subarray(0, end), kept === 0 ? 0 : 1, last);
      if (last) break;
      // What begins in the tail is looked at with the next piece; the byte before it tells where words begin.
      kept = Math.min(end, finder.longest + 1);
      room.copy(room, 0, end - kept, end);
      await breathe();
    }
    return { bytes, times };
  } finally {
    await file.close();
  }
}

function gone<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return instead;
    throw error;
  };
}

/** The forms of a text in bytes; of short ones only whole words count. */
function needlesOf(text: string): Needle[] {
  const plain = Buffer.from(text.toLowerCase());
  const others = [
    Buffer.from(text, "utf16le"),
    Buffer.from(plain.toString("hex")),
    Buffer.from(Buffer.from(text).toString("hex")),
    // In base64 a text looks three ways, by where it begins; the ends depend on what stands beside.
    ...[0, 1, 2].map((shift) => {
      const whole = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString("base64");
      return Buffer.from(whole.replaceAll("=", "").slice(shift === 0 ? 0 : shift + 1, -1));
    }),
  ].filter(({ length }) => length >= 8);
  const seen = new Set<string>();
  return [
    { bytes: plain, whole: true },
    ...others.map((bytes) => ({ bytes: lower(bytes), whole: false })),
  ].filter(
    ({ bytes }) => !seen.has(bytes.toString("latin1")) && seen.add(bytes.toString("latin1")),
  );
}

function lower(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => fold[byte]!));
}

const fold = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 65 && byte <= 90 ? byte + 32 : byte,
);
const word = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[0-9A-Za-z]/.test(String.fromCharCode(byte)) && byte < 128 ? 1 : 0,
);

type Finder = {
  readonly longest: number;
  /** How often something begins from `from` on, leaving out what begins in the tail unless it is the last piece. */
  count(bytes: Buffer, from: number, last: boolean): number;
};

/** Finds all needles in one pass: by their first two bytes, then by the rest. */
function finderOf(needles: readonly Needle[]): Finder {
  const longest = Math.max(2, ...needles.map(({ bytes }) => bytes.length));
  const first = new Map<number, Needle[]>();
  const begins = new Uint8Array(65_536);
  for (const needle of needles) {
    const pair = (needle.bytes[0]! << 8) | needle.bytes[1]!;
    begins[pair] = 1;
    first.set(pair, [...(first.get(pair) ?? []), needle]);
  }
  const at = (bytes: Buffer, place: number, { bytes: sought, whole }: Needle) => {
    if (place + sought.length > bytes.length) return false;
    for (let i = 2; i < sought.length; i += 1)
      if (fold[bytes[place + i]!] !== sought[i]) return false;
    if (!whole) return true;
    const before = place > 0 && word[bytes[place - 1]!] && word[sought[0]!];
    const end = place + sought.length;
    const after = end < bytes.length && word[bytes[end]!] && word[sought.at(-1)!];
    return !before && !after;
  };
  return {
    longest,
    count(bytes, from, last) {
      const until = last ? bytes.length - 1 : bytes.length - longest;
      let times = 0;
      for (let place = from; place < until; place += 1) {
        const pair = (fold[bytes[place]!]! << 8) | fold[bytes[place + 1]!]!;
        if (begins[pair] === 0) continue;
        for (const needle of first.get(pair)!) if (at(bytes, place, needle)) times += 1;
      }
      return times;
    },
  };
}
