import { expect, test } from "vitest";
import { looksLikeText } from "./looks-like-text.ts";

const bytes = (text: string, encoding: BufferEncoding = "utf8") =>
  Uint8Array.from(Buffer.from(text, encoding));

const png = Uint8Array.from([
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
  ...[0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89],
]);

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
