/**
 * The rows of a small piece of CSV (RFC 4180) as text. The last row is left out when the piece may
 * end inside it (`complete` false). Blank lines are left out.
 */
export function csvRows(text: string, delimiter: string, complete = true): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    let cell = "";
    if (text[at] === '"') {
      const [value, next] = quotedCell(text, at + 1);
      cell = value;
      at = next;
    }
    const end = cellEnd(text, at, delimiter);
    cell += text.slice(at, end);
    row.push(cell);
    at = end;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    if (at >= text.length && !complete) return rows;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
  }
  return rows;
}

function cellEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r")
    at += 1;
  return at;
}

function quotedCell(text: string, from: number): [value: string, next: number] {
  let value = "";
  let at = from;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return [value + text.slice(at), text.length];
    value += text.slice(at, close);
    if (text[close + 1] !== '"') return [value, close + 1];
    value += '"';
    at = close + 2;
  }
}
