/**
 * Texts in cells. What a cell cannot hold as it is (no text at all, white space at its ends, control
 * characters, what Excel takes for a character code) stands there as `\u{…}`, so that every text comes
 * back as it was.
 */
const hex = (sign: string) => `\\u{${sign.codePointAt(0)?.toString(16) ?? ""}}`;
const control = /(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}|_(?=x[0-9A-Fa-f]{4}_)/gu;
const ends = /^\s+|\s+$/g;
const coded = /\\u\{([0-9a-f]{0,6})\}/g;

function heldBack(text: string): string {
  if (text === "") return hex("");
  return text.replaceAll(control, hex).replaceAll(ends, (space) => Array.from(space, hex).join(""));
}

function character(code: string): string {
  const point = Number.parseInt(code, 16);
  return code === "" || point > 0x10ffff ? "" : String.fromCodePoint(point);
}

/** A text as it stands alone in a cell. */
export function inCell(text: string): string {
  return heldBack(text.replaceAll("\\u{", "\\u{5c}u{"));
}

export function fromCell(cell: string): string {
  return cell.trim().replaceAll(coded, (_, code: string) => character(code));
}

/** A text as it stands in one line of a cell, among others: `|` parts them, so its own is `\|`. */
export function inLine(text: string): string {
  const escaped = text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll("\n", "\\n");
  return heldBack(escaped);
}

export function fromLine(part: string): string {
  return part.replaceAll(/\\(?:([\\|])|(n)|u\{([0-9a-f]{0,6})\})/g, (_, sign, line, code) =>
    sign !== undefined ? sign : line !== undefined ? "\n" : character(code as string),
  );
}

/** The parts of a line, still escaped. */
export function partsOf(line: string): string[] {
  const parts = line.match(/(?:\\.|[^\\|]|\\$)+|(?<=\|)(?=\||$)|^(?=\|)/g) ?? [];
  return parts.map((part) => part.trim());
}
