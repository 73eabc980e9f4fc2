import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { searchFolder } from "./byte-search.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoor-bytes-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const who = "Jan.Jansen@voorbeeld.nl";

async function times(bytes: string | Uint8Array, texts = [who]): Promise<number> {
  const path = join(folder, "file");
  await writeFile(path, bytes);
  const { files, found } = await searchFolder(folder, texts);
  expect(files).toBe(1);
  return found.reduce((sum, each) => sum + each.times, 0);
}

test("a text is found in any case and in the encodings that files use", async () => {
  expect(await times(`x,${who},y ${who.toUpperCase()}`)).toBe(2);
  expect(await times(Buffer.from(who, "utf16le"))).toBe(1);
  expect(await times(Buffer.from(who.toLowerCase()).toString("hex").toUpperCase())).toBe(1);
  for (const before of ["", "a", "ab", "abc"])
    expect(await times(Buffer.from(`${before}${who}, and more`).toString("base64"))).toBe(1);
});

test("part of a longer word is something else", async () => {
  expect(await times("1234567 and 23456789", ["123456"])).toBe(0);
  expect(await times("x123456, 123456", ["123456"])).toBe(1);
});

test("wherever it stands, across the pieces that a file is read in", async () => {
  const piece = 1 << 20;
  for (const place of [
    0,
    piece - who.length,
    piece - who.length + 1,
    piece - 3,
    piece - 1,
    piece,
    piece + 1,
    2 * piece - 5,
  ])
    expect([
      place,
      await times(
        Buffer.concat([Buffer.alloc(place, " "), Buffer.from(who), Buffer.alloc(piece, " ")]),
      ),
    ]).toEqual([place, 1]);
});

test("as often as a plain search finds it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(who, "jan", "@", " ", "Jan.Jansen@voorbeeld.n", "."), {
        maxLength: 30,
      }),
      async (words) => {
        const text = words.join(" ");
        const plain =
          text.split(/(?<![0-9A-Za-z])jan\.jansen@voorbeeld\.nl(?![0-9A-Za-z])/i).length - 1;
        expect(await times(text)).toBe(plain);
      },
    ),
    { numRuns: 50 },
  );
});
