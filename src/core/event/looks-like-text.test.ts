import { expect, test } from "vitest";
import { looksLikeText } from "./looks-like-text.ts";

const bytes = (text: string, encoding: BufferEncoding = "utf8") =>
  Uint8Array.from(Buffer.from(text, encoding));

const png = Uint8Array.from(
  Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex"),
);

test.each([
  ["a table", bytes("klant,moment\n17,één\n")],
  ["a table from an old Excel", bytes("klant;moment\r\n17;één\r\n", "latin1")],
  ["UTF-16 with its mark", Uint8Array.from([0xff, 0xfe, ...bytes("klant\t17\r\n", "utf16le")])],
  ["UTF-16 without", bytes("klant\t17\r\nklant\t18\r\n", "utf16le")],
  ["a table with a stray zero", bytes(`${"klant,moment\n".repeat(20)}\0`)],
  ["a small table with one", bytes("a\nb\0\n")],
  ["nothing", new Uint8Array()],
])("%s is a text", (_, read) => expect(looksLikeText(read)).toBe(true));

test.each([
  ["a picture", png],
  ["what is packed", Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3)) % 256)],
])("%s is no text", (_, read) => expect(looksLikeText(read)).toBe(false));
