/** A piece of a line: words, or words that are emphasised or lead somewhere. */
export type Inline =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "strong" | "emphasis"; readonly of: readonly Inline[] }
  | { readonly is: "link"; readonly to: string; readonly of: readonly Inline[] };

export type Line = readonly Inline[];

export type Block =
  | { readonly is: "paragraph"; readonly lines: readonly Line[] }
  | { readonly is: "list"; readonly ordered: boolean; readonly items: readonly Line[] };

const bullet = /^\s{0,3}[-*•]\s+(?=\S)/;
const number = /^\s{0,3}\d{1,3}[.)]\s+(?=\S)/;

/**
 * Reads the Markdown that texts on a map may hold: `**strong**`, `*emphasis*` or `_emphasis_`, lists
 * of `- ` and `1. `, and `[words](https://…)`. Anything else stays what it is: text.
 */
export function richText(text: string): Block[] {
  const blocks: { is: Block["is"]; ordered: boolean; lines: Line[] }[] = [];
  let open = false;
  for (const row of text.split(/\r?\n/)) {
    const mark = bullet.exec(row)?.[0] ?? number.exec(row)?.[0];
    const is = mark === undefined ? "paragraph" : "list";
    const ordered = mark !== undefined && !bullet.test(row);
    const last = blocks.at(-1);
    if (row.trim() === "") open = false;
    else {
      const line = inlines(row.slice(mark?.length ?? 0).trim());
      if (open && last?.is === is && last.ordered === ordered) last.lines.push(line);
      else blocks.push({ is, ordered, lines: [line] });
      open = true;
    }
  }
  return blocks.map(({ is, ordered, lines }): Block =>
    is === "list" ? { is, ordered, items: lines } : { is, lines },
  );
}

type Found = { readonly from: number; readonly to: number; readonly piece: Inline };

function inlines(text: string): Line {
  const pieces: Inline[] = [];
  // A sign that finds no end from here finds none further on either.
  const endless = new Set<string>();
  let rest = 0;
  for (let at = 0; at < text.length;) {
    const found = pieceAt(text, at, endless);
    if (!found) at += 1;
    else {
      if (found.from > rest) pieces.push({ is: "text", text: text.slice(rest, found.from) });
      pieces.push(found.piece);
      at = found.to;
      rest = at;
    }
  }
  if (rest < text.length) pieces.push({ is: "text", text: text.slice(rest) });
  return pieces;
}

function pieceAt(text: string, from: number, endless: Set<string>): Found | null {
  const sign = text[from];
  if (sign === "[") return linkAt(text, from);
  if (sign !== "*" && sign !== "_") return null;
  const signs = text.startsWith("**", from) ? "**" : sign;
  const start = from + signs.length;
  // Signs stand against the words that they mark, and not in the middle of one: 5*3*2 is a sum.
  if (inWord.test(text[from - 1] ?? "") || !/[^\s*_]/.test(text[start] ?? "")) return null;
  const end = endless.has(signs) ? -1 : endOf(text, start, signs);
  if (end === -1) {
    endless.add(signs);
    return null;
  }
  const of = inlines(text.slice(start, end));
  const is = signs === "**" ? "strong" : "emphasis";
  return { from, to: end + signs.length, piece: { is, of } };
}

const inWord = /[\p{L}\p{N}]/u;

/** Where the words end that a sign before `start` begins to mark; −1 where they do not. */
function endOf(text: string, start: number, sign: string): number {
  for (let end = text.indexOf(sign, start); end !== -1; end = text.indexOf(sign, end + 1)) {
    const to = end + sign.length;
    const doubled = sign.length === 1 && (text[end - 1] === sign || text[to] === sign);
    if (!doubled && !/\s/.test(text[end - 1] ?? " ") && !inWord.test(text[to] ?? "")) return end;
  }
  return -1;
}

const link = /\[([^[\]]{1,400})\]\(([^\s()<>]{1,2000})\)/y;

function linkAt(text: string, from: number): Found | null {
  link.lastIndex = from;
  const [whole, words = "", address = ""] = link.exec(text) ?? [];
  const to = whole === undefined ? null : safeAddress(address);
  if (whole === undefined || to === null) return null;
  return { from, to: from + whole.length, piece: { is: "link", to, of: inlines(words) } };
}

/** Only addresses of pages and mail; what could run or read something here is no link. */
function safeAddress(address: string): string | null {
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@])/i.test(address) ? address : null;
}

/** A text without its marks, one entry for each line, for where nothing can be emphasised. */
export function plainLines(text: string): string[] {
  return richText(text).flatMap((block) =>
    block.is === "paragraph"
      ? block.lines.map(plainLine)
      : block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : "•"} ${plainLine(item)}`),
  );
}

function plainLine(line: Line): string {
  return line
    .map((piece) => {
      if (piece.is === "text") return piece.text;
      const words = plainLine(piece.of);
      return piece.is === "link" && piece.to !== words ? `${words} (${piece.to})` : words;
    })
    .join("");
}
