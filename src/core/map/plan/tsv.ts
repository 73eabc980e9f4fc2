/** What a spreadsheet would reckon with instead of showing it. */
const formula = /^[=+\-@\t\r]/;
const number = /^[-+]?\d+(?:[.,]\d+)?$/;

/** A block of cells as spreadsheets put it on the clipboard. A text that looks like a formula stays a text. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

function quoted(cell: string): string {
  const safe = formula.test(cell.replace(/^'+/, "")) && !number.test(cell) ? `'${cell}` : cell;
  return /^"|[\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The cells of what was copied from a spreadsheet: tabs between cells, quotes around those with line ends. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  const most = text.length;
  while (cell.lastIndex < most) {
    const [, inQuotes, bare = "", end = ""] = cell.exec(text) ?? [];
    rows.at(-1)?.push(unquoted(inQuotes?.replaceAll('""', '"') ?? bare));
    if (end === "\t" && cell.lastIndex === most) rows.at(-1)?.push("");
    else if (end !== "\t" && cell.lastIndex < most) rows.push([]);
  }
  return rows;
}

function unquoted(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.replace(/^'+/, "")) ? cell.slice(1) : cell;
}
