import { once } from "node:events";
import { createWriteStream } from "node:fs";

/**
 * Lines of one file, gathered in any order and written in order of arrival. Kept as bytes:
 * a million short strings would take eight times their length.
 */
export class Pile {
  readonly #encoding: "utf8" | "latin1";
  readonly #arrived: number[] = [];
  /** Where each line begins; the last entry is where the next one will. */
  readonly #starts: number[] = [0];
  #bytes = Buffer.allocUnsafe(1 << 16);

  constructor(encoding: "utf8" | "latin1") {
    this.#encoding = encoding;
  }

  get lines(): number {
    return this.#arrived.length;
  }

  add(arrived: number, line: string): void {
    const start = this.#starts.at(-1) ?? 0;
    const most = start + 3 * line.length + 1;
    if (most > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(most, 2 * this.#bytes.length));
      this.#bytes.copy(larger, 0, 0, start);
      this.#bytes = larger;
    }
    const end = start + this.#bytes.write(line, start, this.#encoding);
    this.#bytes[end] = 10;
    this.#arrived.push(arrived);
    this.#starts.push(end + 1);
  }

  /** Writes the file; rejects when the disk does. */
  async write(path: string, header: string | null): Promise<void> {
    const arrived = Float64Array.from(this.#arrived);
    const order = Uint32Array.from(arrived, (_, index) => index).toSorted(
      (a, b) => (arrived[a] ?? 0) - (arrived[b] ?? 0) || a - b,
    );
    const file = createWriteStream(path, { highWaterMark: 1 << 20 });
    const closed = once(file, "close");
    if (header !== null) file.write(`${header}\n`, this.#encoding);
    let block = Buffer.allocUnsafe(1 << 20);
    let filled = 0;
    for (const index of order) {
      const line = this.#bytes.subarray(this.#starts[index], this.#starts[index + 1]);
      if (filled + line.length > block.length) {
        if (!file.write(block.subarray(0, filled))) await once(file, "drain");
        block = Buffer.allocUnsafe(Math.max(1 << 20, line.length));
        filled = 0;
      }
      line.copy(block, filled);
      filled += line.length;
    }
    file.end(block.subarray(0, filled));
    await closed;
  }
}
