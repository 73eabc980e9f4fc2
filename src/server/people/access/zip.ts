import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

/** A file in an archive; its text comes as it is asked for. */
export type ZipFile = { readonly name: string; readonly text: AsyncIterable<string> };

/** Bit 3: sizes follow the data. Bit 11: names are UTF-8. */
const FLAGS = 0x0808;
/** 1 January 1980, midnight: the same archive whenever it is made. */
const DATE = 0x0021;

/** A zip archive as bytes, while its files come in: nothing of them is held (PKWARE APPNOTE 6.3.10, without zip64). */
export async function* zipped(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { name, text } of files) {
    const title = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(FLAGS, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(DATE, 12);
    head.writeUInt16LE(title.length, 26);
    yield Buffer.concat([head, title]);
    const sums = { crc: 0, size: 0, packed: 0 };
    for await (const bytes of deflated(text, sums)) yield bytes;
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(0x08074b50, 0);
    tail.writeUInt32LE(sums.crc, 4);
    tail.writeUInt32LE(sums.packed, 8);
    tail.writeUInt32LE(sums.size, 12);
    yield tail;
    directory.push(entry(title, sums, offset));
    offset += head.length + title.length + sums.packed + tail.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([list, end]);
}

type Sums = { crc: number; size: number; packed: number };

async function* deflated(text: AsyncIterable<string>, sums: Sums): AsyncGenerator<Buffer> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of text) {
      const bytes = Buffer.from(piece);
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
      yield bytes;
    }
  }
  const source = Readable.from(counted(), { objectMode: false });
  const packing = source.pipe(createDeflateRaw());
  source.on("error", (error) => packing.destroy(error));
  for await (const bytes of packing as AsyncIterable<Buffer>) {
    sums.packed += bytes.length;
    yield bytes;
  }
}

function entry(name: Buffer, { crc, size, packed }: Sums, offset: number): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(FLAGS, 8);
  head.writeUInt16LE(8, 10);
  head.writeUInt16LE(DATE, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name]);
}
