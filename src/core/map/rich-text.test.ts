import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainLines, richText } from "./rich-text.ts";
import type { Line } from "./rich-text.ts";

const text = (words: string) => ({ is: "text" as const, text: words });

/** The words of a text, without what marks them. */
function words(given: string): string {
  const of = (line: Line): string =>
    line.map((piece) => (piece.is === "text" ? piece.text : of(piece.of))).join("");
  return richText(given)
    .flatMap((block) => (block.is === "list" ? block.items : block.lines))
    .map(of)
    .join("\n");
}

describe("a text on the map", () => {
  test("has paragraphs, lists, emphasis and links", () => {
    const given = [
      "Bel **binnen *een* dag** terug,",
      "zie [de norm](https://spoor.example/norm?a=1).",
      "",
      "- _eerst_ dit",
      "- dan dat",
      "1. één",
    ].join("\n");
    expect(richText(given)).toEqual([
      {
        is: "paragraph",
        lines: [
          [
            text("Bel "),
            {
              is: "strong",
              of: [text("binnen "), { is: "emphasis", of: [text("een")] }, text(" dag")],
            },
            text(" terug,"),
          ],
          [
            text("zie "),
            { is: "link", to: "https://spoor.example/norm?a=1", of: [text("de norm")] },
            text("."),
          ],
        ],
      },
      {
        is: "list",
        ordered: false,
        items: [[{ is: "emphasis", of: [text("eerst")] }, text(" dit")], [text("dan dat")]],
      },
      { is: "list", ordered: true, items: [[text("één")]] },
    ]);
  });

  test.each([
    "5*3*2 = 30",
    "snake_case_name",
    "** niets **",
    "*",
    "[x](javascript:alert(1))",
    "[x](data:text/html,hoi)",
    "[x](//evil.example)",
    "[x]( https://a.example)",
    "<b>vet</b> <img src=x onerror=alert(1)>",
    "-geen lijst",
  ])("leaves %s the text that it is", (given) => {
    expect(richText(given)).toEqual([{ is: "paragraph", lines: [[text(given)]] }]);
  });

  test("is readable where nothing can be emphasised", () => {
    expect(plainLines("**Let op**: [norm](https://a.example)\n- a\n- b\n\n2) c")).toEqual([
      "Let op: norm (https://a.example)",
      "• a",
      "• b",
      "1. c",
    ]);
  });

  const alphabet = Array.from("ab *_-\n[]()<>&\"'é");
  const anyText = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 80 });

  test("loses nothing but marks, and gains nothing", () => {
    const unmarked = (given: string) => given.replaceAll(/[*_\-\s]/g, "");
    fc.assert(
      fc.property(anyText, (given) => {
        expect(unmarked(words(given))).toBe(unmarked(given));
        let at = 0;
        for (const sign of words(given)) {
          at = given.indexOf(sign, at) + 1;
          expect(at, `${sign} comes from the text`).toBeGreaterThan(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("leads only to pages and mail addresses", () => {
    const scheme = fc.constantFrom("https://", "http://", "mailto:a@", "javascript:", "data:", "");
    fc.assert(
      fc.property(scheme, fc.webPath(), fc.string(), (start, path, noise) => {
        const links = richText(`[w](${start}a.example${path})${noise}`).flatMap((block) =>
          (block.is === "list" ? block.items : block.lines).flatMap((line) =>
            line.flatMap((piece) => (piece.is === "link" ? [piece.to] : [])),
          ),
        );
        for (const to of links)
          expect(["http:", "https:", "mailto:"]).toContain(new URL(to).protocol);
        expect(links.length > 0).toBe(
          /^(http|mailto)/.test(start) && !/[\s(<>]/.test(path.split(")")[0] ?? ""),
        );
      }),
    );
  });
});
