import { richText, type Line } from "../../../core/map/rich-text.ts";
import { escaped } from "./svg.ts";

/** A text of the map with its emphasis, lists and links, as HTML in which all that was typed is escaped. */
export function richHtml(text: string): string {
  return richText(text)
    .map((block) => {
      if (block.is === "paragraph") return block.lines.map(lineHtml).join("\n");
      const items = block.items.map((item) => `<li>${lineHtml(item)}</li>`).join("");
      return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
    })
    .join("\n");
}

function lineHtml(line: Line): string {
  return line
    .map((piece) => {
      if (piece.is === "text") return escaped(piece.text);
      const words = lineHtml(piece.of);
      switch (piece.is) {
        case "strong":
          return `<strong>${words}</strong>`;
        case "emphasis":
          return `<em>${words}</em>`;
        case "link":
          return `<a href="${escaped(piece.to)}" rel="noopener noreferrer nofollow">${words}</a>`;
      }
    })
    .join("");
}
