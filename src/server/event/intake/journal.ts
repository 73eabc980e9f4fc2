import { mkdir, open, readdir, rm, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import { diskFull } from "../chunk-files.ts";

/** A place in the journal: behind a record. */
export type Place = { readonly segment: number; readonly at: number };

export type Limits = {
  /** A file this large is followed by a new one, in bytes. */
  readonly segment: number;
  /** So much may wait to be taken in, in bytes; what comes then is asked to come back. */
  readonly backlog: number;
};

const usual: Limits = { segment: 64 << 20, backlog: 2 * 1024 ** 3 };

/** Before each record: its length and its checksum. */
const HEAD = 8;

type Waiting = {
  readonly record: Buffer;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
};

/**
 * What came in and is not in the engine yet: records one after the other in numbered files of a folder.
 * A record that `append` resolved for survives a power cut. Requests that come together are written and
 * synced together.
 */
export class Journal implements AsyncDisposable {
  readonly #folder: string;
  readonly #limits: Limits;
  /** Files that are there, by number, with their length. */
  readonly #segments: Map<number, number>;
  #file: FileHandle | null = null;
  #waiting: Waiting[] = [];
  #bytesWaiting = 0;
  #writing: Promise<void> = Promise.resolve();
  #busy = false;
  #read: Place;

  private constructor(folder: string, limits: Limits, segments: Map<number, number>, from: Place) {
    this.#folder = folder;
    this.#limits = limits;
    this.#segments = segments;
    this.#read = from;
  }

  /** Opens the journal of a folder; `from` is up to where it was taken in. What a crash left half written goes. */
  static async open(folder: string, from: Place, limits: Partial<Limits> = {}): Promise<Journal> {
    await mkdir(folder, { recursive: true });
    const numbers = (await readdir(folder))
      .flatMap((name) => (/^\d{10}\.log$/.test(name) ? [Number(name.slice(0, 10))] : []))
      .toSorted((one, other) => one - other);
    const segments = new Map<number, number>();
    for (const number of numbers) {
      const path = pathOf(folder, number);
      if (number < from.segment) await rm(path);
      else segments.set(number, await soundLength(path));
    }
    // A number is never used twice, or what was taken in of the one would pass for the other.
    const next = Math.max(from.segment, ...numbers) + 1;
    segments.set(next, 0);
    return new Journal(folder, { ...usual, ...limits }, segments, from);
  }

  /** Bytes that wait to be taken in. */
  get backlog(): number {
    let bytes = this.#bytesWaiting;
    for (const [number, length] of this.#segments)
      bytes += number === this.#read.segment ? length - this.#read.at : length;
    return bytes;
  }

  /** Behind the last record that is on disk. */
  get end(): Place {
    const [segment, at] = [...this.#segments].at(-1)!;
    return { segment, at };
  }

  /**
   * Resolves when the record is on disk. Rejects with `unavailable` when too much waits already, and
   * with `disk-full`; nothing of it is kept then.
   */
  append(record: Buffer): Promise<void> {
    if (this.backlog + record.length > this.#limits.backlog)
      return Promise.reject(new AppError("unavailable", message("intake-behind")));
    return new Promise((done, failed) => {
      this.#waiting.push({ record, done, failed });
      this.#bytesWaiting += record.length + HEAD;
      if (!this.#busy) this.#writing = this.#write();
    });
  }

  /** Records from a place on, until `most` bytes are read; and the place behind the last of them. */
  async read(from: Place, most: number): Promise<{ records: Buffer[]; to: Place }> {
    const records: Buffer[] = [];
    let left = most;
    let to = from;
    for (const [number, length] of this.#segments) {
      if (number < from.segment || left <= 0) continue;
      const at = number === from.segment ? from.at : 0;
      const bytes = await slice(pathOf(this.#folder, number), at, Math.min(length - at, left));
      const found = recordsOf(bytes);
      // A record larger than what is left to read waits for its turn, unless it is the first.
      if (found.records.length === 0 && length > at && records.length === 0)
        return this.read(from, most * 2);
      records.push(...found.records);
      to = { segment: number, at: at + found.length };
      left -= found.length;
      if (at + found.length < length) break;
    }
    return { records, to };
  }

  /** All up to here is taken in: files in which nothing waits go, so that nobody can be found in them. */
  async taken(upTo: Place): Promise<void> {
    this.#read = upTo;
    const { segment, at } = this.end;
    if (segment === upTo.segment && at === upTo.at && at > 0 && !this.#busy) {
      const file = this.#file;
      // Before anything waits, so that what comes meanwhile goes into the new file.
      this.#file = null;
      this.#segments.set(segment + 1, 0);
      await file?.close();
    }
    for (const [number, length] of this.#segments) {
      const through = number === upTo.segment && length === upTo.at && number < this.end.segment;
      if (number >= upTo.segment && !through) break;
      await rm(pathOf(this.#folder, number), { force: true });
      this.#segments.delete(number);
    }
  }

  /** Begins a new file, so that the one before it can go once it is taken in. */
  async turn(): Promise<void> {
    await this.#writing;
    await this.#file?.close();
    this.#file = null;
    this.#segments.set(this.end.segment + 1, 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#writing;
    await this.#file?.close();
    this.#file = null;
  }

  async #write(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      const bytes = Buffer.concat(group.flatMap(({ record }) => [headOf(record), record]));
      this.#waiting = [];
      try {
        await this.#put(bytes);
        for (const { done } of group) done();
      } catch (error) {
        for (const { failed } of group) failed(diskFull(error));
      } finally {
        this.#bytesWaiting -= bytes.length;
      }
    }
    this.#busy = false;
  }

  async #put(bytes: Buffer): Promise<void> {
    if (this.end.at >= this.#limits.segment) {
      await this.#file?.close();
      this.#file = null;
      this.#segments.set(this.end.segment + 1, 0);
    }
    const { segment, at } = this.end;
    this.#file ??= await begin(this.#folder, segment);
    try {
      await this.#file.appendFile(bytes);
      await this.#file.datasync();
    } catch (error) {
      // Whatever of it reached the disk must not stand before what comes next: that begins a new file.
      await this.#file.truncate(at).catch(() => undefined);
      await this.#file.close().catch(() => undefined);
      this.#file = null;
      this.#segments.set(segment + 1, 0);
      throw error;
    }
    this.#segments.set(segment, at + bytes.length);
  }
}

/** Opens a new file whose name survives a power cut, too. */
async function begin(folder: string, segment: number): Promise<FileHandle> {
  const file = await open(pathOf(folder, segment), "a");
  const names = await open(folder, "r");
  try {
    await names.sync();
  } finally {
    await names.close();
  }
  return file;
}

function pathOf(folder: string, number: number): string {
  return join(folder, `${String(number).padStart(10, "0")}.log`);
}

function headOf(record: Buffer): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(record.length, 0);
  head.writeUInt32LE(crc32(record), 4);
  return head;
}

/** The whole records at the start of some bytes, and how far they go. */
function recordsOf(bytes: Buffer): { records: Buffer[]; length: number } {
  const records: Buffer[] = [];
  let at = 0;
  while (at + HEAD <= bytes.length) {
    const end = at + HEAD + bytes.readUInt32LE(at);
    if (end > bytes.length) break;
    const record = bytes.subarray(at + HEAD, end);
    if (crc32(record) !== bytes.readUInt32LE(at + 4)) break;
    records.push(record);
    at = end;
  }
  return { records, length: at };
}

async function slice(path: string, at: number, length: number): Promise<Buffer> {
  if (length <= 0) return Buffer.alloc(0);
  const file = await open(path, "r");
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await file.read(bytes, 0, length, at);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Length of the file up to its last whole record. */
async function soundLength(path: string): Promise<number> {
  const file = await open(path, "r");
  try {
    return recordsOf(await file.readFile()).length;
  } finally {
    await file.close();
  }
}
