import fc from "fast-check";
import { expect, test } from "vitest";
import { richHtml } from "./rich-html.ts";

test("emphasis, lists and links are HTML; all else is text", () => {
  expect(richHtml("**Bel** <b>\n- [norm](https://a.example/?a=1&b=2)\n- _x_ & y")).toBe(
    "<strong>Bel</strong> &lt;b&gt;\n<ul><li>" +
      '<a href="https://a.example/?a=1&amp;b=2" rel="noopener noreferrer nofollow">norm</a>' +
      "</li><li><em>x</em> &amp; y</li></ul>",
  );
});

test("whatever is typed, no other element and no other attribute comes of it", () => {
  const parts = ["<", ">", '"', "'", "&", "*", "_", "[", "](", ")", "https://a.example/", "x", " "];
  const typed = fc.array(fc.constantFrom(...parts, "\n- ", "javascript:", "onload="), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(typed, (given) => {
      const tags = richHtml(given.join("")).match(/<[^>]*>/g) ?? [];
      for (const tag of tags)
        expect(tag).toMatch(
          /^<(?:\/?(?:strong|em|ul|ol|li|a)|a href="https:[^"<>]*" rel="noopener noreferrer nofollow")>$/,
        );
    }),
    { numRuns: 1000 },
  );
});
