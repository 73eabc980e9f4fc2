import { inflateRawSync } from "node:zlib";
import sax from "sax";

/** Names of all elements and attributes; throws when the text is not well-formed XML. */
export function elements(xml: string): Set<string> {
  const names = new Set<string>();
  const parser = sax.parser(true);
  Object.assign(parser, {
    onopentag: ({ name, attributes }: sax.Tag) => {
      for (const one of [name, ...Object.keys(attributes)]) names.add(one);
    },
    onerror: (error: Error) => {
      throw error;
    },
  });
  parser.write(xml).close();
  return names;
}

/** The files in a ZIP. */
export function unzipped(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, nameSize] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    const name = zip.toString("utf8", at + 46, at + 46 + nameSize);
    files.set(name, method === 0 ? packed : inflateRawSync(packed));
    at += 46 + nameSize + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
