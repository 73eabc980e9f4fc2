/**
 * Many 64-bit hashes in one text: 16 hexadecimal digits each. JSON has no such numbers, and millions of
 * them as single texts cost seconds.
 */

/** The aggregate that packs the hashes of `column` into one text. */
export function packed(column: string): string {
  return `arrayStringConcat(groupArray(leftPad(hex(${column}), 16, '0')))`;
}

/** The hashes behind a packed text, in its order. */
export function unpack(text: string): BigUint64Array {
  const bytes = Buffer.from(text, "hex").swap64();
  return new BigUint64Array(Uint8Array.from(bytes).buffer);
}

/** All of them after one another. */
export function joined(parts: readonly BigUint64Array[]): BigUint64Array {
  const all = new BigUint64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Sorted, each once. */
export function distinct(hashes: BigUint64Array): BigUint64Array {
  return hashes.toSorted().filter((hash, i, all) => i === 0 || hash !== all[i - 1]);
}

/** Place of every hash in `sorted`, where all of them must stand. */
export function places(hashes: BigUint64Array, sorted: BigUint64Array): Uint32Array {
  return Uint32Array.from(hashes, (hash) => {
    let low = 0;
    let high = sorted.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! < hash) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}
