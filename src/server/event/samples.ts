import { readStart } from "./byte-stream.ts";
import type { Recognised } from "./recognise.ts";

const start = 1 << 20;
const later = 128 * 1024;

/** The first megabyte of a file, unpacked, and where it can be had a piece of its middle and its end. */
export async function readSamples(
  file: Recognised,
): Promise<{ parts: Buffer[]; complete: boolean }> {
  const { path, compression, bytes } = file;
  const first = await readStart({ path, compression }, start);
  if (compression !== "none" || bytes <= start)
    return { parts: [first], complete: compression === "none" ? true : first.length < start };
  // Even offsets keep the two bytes of UTF-16 together.
  const offsets = [Math.floor(bytes / 4) * 2, Math.max(0, Math.floor((bytes - later) / 2) * 2)];
  const others = await Promise.all(
    offsets.map((from) => readStart({ path, compression, from: Math.max(start, from) }, later)),
  );
  return { parts: [first, ...others], complete: false };
}
