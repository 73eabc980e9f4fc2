import type { Encoding } from "./mapping.ts";

/**
 * The encoding of a text by its bytes: a byte order mark, the zeros of UTF-16, else UTF-8 where its
 * sequences hold. Bytes that break UTF-8 mean windows-1252, unless more sequences hold than break:
 * then a few rows are damaged, not the file.
 */
export function sniffEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = { even: 0, odd: 0 };
  const looked = Math.min(bytes.length, 4096);
  for (let at = 0; at < looked; at += 1)
    if (bytes[at] === 0) zeros[at % 2 === 0 ? "even" : "odd"] += 1;
  if (zeros.odd > looked / 4 && zeros.even < looked / 50) return "utf-16le";
  if (zeros.even > looked / 4 && zeros.odd < looked / 50) return "utf-16be";
  const { sound, broken } = countSequences(bytes);
  return broken > sound ? "windows-1252" : "utf-8";
}

/** How many multi-byte sequences are UTF-8, and how many bytes are none; one cut off by the end is neither. */
function countSequences(bytes: Uint8Array): { sound: number; broken: number } {
  let sound = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at]!;
    const length =
      byte < 0x80 ? 1 : byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;
    const continued = bytes.subarray(at + 1, at + length).every((next) => (next & 0xc0) === 0x80);
    if (length === 0 || !continued) {
      broken += 1;
      at += 1;
      continue;
    }
    if (length > 1 && at + length <= bytes.length) sound += 1;
    at += length;
  }
  return { sound, broken };
}
