import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askingAt, mentionsIn, named, namesFor } from "./mention.ts";
import { saidParts } from "./said-parts.ts";

const names = ["Anna", "Anna de Wit", "Bram"];

describe("a text", () => {
  test("is cut into words, links and mentions, and loses nothing", () => {
    const piece = fc.constantFrom(
      "@Anna de Wit",
      "https://a.nl/b?c=(d)",
      " ",
      "\n",
      "<b>",
      "\u202e",
      "@",
      ".",
      "javascript:x",
      "é",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const parts = saidParts(text, names);
        expect(parts.map((part) => part.text).join("")).toBe(text);
        for (const part of parts)
          if (part.kind === "link") expect(new URL(part.to).protocol).toMatch(/^https?:$/);
      }),
    );
  });

  test.each([
    ["See https://spoor.example/a, then", "https://spoor.example/a"],
    ["(https://spoor.example/a_(b))", "https://spoor.example/a_(b)"],
    ["(see https://spoor.example/a).", "https://spoor.example/a"],
    ["https://bank.example\u202emoc.live", "https://bank.example"],
  ])("%s holds one link", (text, to) => {
    expect(saidParts(text, []).filter(({ kind }) => kind === "link")).toEqual([
      { kind: "link", text: to, to },
    ]);
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "ftp://a.nl", "http://", "www.a.nl"])(
    "%s is no link",
    (text) => expect(saidParts(text, [])).toEqual([{ kind: "text", text }]),
  );
});

describe("a mention", () => {
  test("is the longest name that fits, and no part of a word", () => {
    const told = (text: string) => mentionsIn(text, names).map(({ name }) => name);
    expect(told("@anna de wit and (@Bram), @Annabel, a@Bram")).toEqual(["Anna de Wit", "Bram"]);
  });

  test("is asked for after an @ that begins a word", () => {
    expect(askingAt("So @an", 6)).toEqual({ from: 3, typed: "an" });
    expect(askingAt("@", 1)).toEqual({ from: 0, typed: "" });
    expect([askingAt("mail a@b", 8), askingAt("@an\nx", 5), askingAt("@ a", 3)]).toEqual(
      Array(3).fill(null),
    );
  });

  test("is found by any word of a name, and not once it is whole", () => {
    expect(namesFor("wi", names)).toEqual(["Anna de Wit"]);
    expect(namesFor("anna", names)).toEqual(["Anna de Wit"]);
    expect(namesFor("", names)).toEqual(names);
  });

  test("takes the place of what was typed, with a space behind it", () => {
    expect(named("So @an!", { from: 3, typed: "an" }, "Anna")).toEqual({
      text: "So @Anna !",
      caret: 9,
    });
    expect(named("So @an and", { from: 3, typed: "an" }, "Anna")).toEqual({
      text: "So @Anna and",
      caret: 9,
    });
  });
});
