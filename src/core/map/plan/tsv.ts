/** What a spreadsheet would reckon with instead of showing it. */
const formula = /^[=+\-@\t\r]/;
const number = /^[-+]?\d+(?:[.,]\d+)?$/;

/** A block of cells as spreadsheets put it on the clipboard. A text that looks like a formula stays a text. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

/** The same block as a table, for what pastes with its form; `mark` tells where it comes from. */
export function writeTable(rows: readonly (readonly string[])[], mark: string): string {
  const form = (cell: string) => (number.test(cell) ? "" : " style=\"mso-number-format:'\\@'\"");
  const cells = (row: readonly string[]) =>
    row.map((cell) => `<td${form(cell)}>${marked(safe(cell))}</td>`).join("");
  const lines = rows.map((row) => `<tr>${cells(row)}</tr>`).join("");
  return `<table data-from="${mark}"><tbody>${lines}</tbody></table>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "\n": '<br style="mso-data-placement:same-cell">',
};

function marked(text: string): string {
  return text.replaceAll(/[&<>\n]/g, (character) => entities[character] ?? "");
}

function safe(cell: string): string {
  return formula.test(cell.replace(/^'+/, "")) && !number.test(cell) ? `'${cell}` : cell;
}

function quoted(text: string): string {
  const cell = safe(text);
  return /^"|[\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
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
