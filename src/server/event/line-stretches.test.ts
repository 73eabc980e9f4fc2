import { expect, test } from "vitest";
import { plainly } from "../../core/message/message.ts";
import { lineStretches } from "./line-stretches.ts";

async function* inBlocks(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string | Buffer, size: number, longest?: number) {
  const sound: [number, string][] = [];
  const bad: [number, string][] = [];
  for await (const part of lineStretches(inBlocks(Buffer.from(text), size), longest)) {
    for (const [at, begin] of part.begins.entries())
      sound.push([part.lines[at]!, part.bytes.toString("utf8", begin, part.ends[at])]);
    bad.push(...part.bad.map(({ line, reason }): [number, string] => [line, plainly(reason)]));
  }
  return { sound, bad };
}

test.each([1, 3, 100])(
  "lines keep their numbers, blank ones are left out (blocks of %i)",
  async (size) => {
    expect(await read("{1}\n\n {2}\r\n\t\n{é}", size)).toEqual({
      sound: [
        [1, "{1}\n"],
        [3, " {2}\r\n"],
        [5, "{é}"],
      ],
      bad: [],
    });
  },
);

test.each([1, 3, 100])(
  "a line that is too long is given up, not its neighbours (blocks of %i)",
  async (size) => {
    const { sound, bad } = await read(`a\n${"b".repeat(50)}\nc\n`, size, 10);
    expect(sound).toEqual([
      [1, "a\n"],
      [3, "c\n"],
    ]);
    expect(bad).toEqual([[2, "The line is longer than a line may be (16 MB)"]]);
  },
);

test("NUL bytes and bytes that are not UTF-8 make a line bad", async () => {
  const bytes = Buffer.concat([
    Buffer.from("a\nb\0\n"),
    Buffer.from([0xc3, 0x28, 10]),
    Buffer.from("d"),
  ]);
  expect(await read(bytes, 100)).toEqual({
    sound: [
      [1, "a\n"],
      [4, "d"],
    ],
    bad: [
      [2, "The row holds NUL bytes"],
      [3, "The row holds bytes that are not UTF-8"],
    ],
  });
});
