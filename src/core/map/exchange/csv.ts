/** The signs that part the cells of a row, in the order in which they are tried. */
const signs = [";", ",", "\t"] as const;

/**
 * Rows as CSV that spreadsheets open: quoted where needed, CRLF after each row. A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it, which reading takes off again.
 */
export function writeCsv(rows: readonly (readonly (string | number)[])[], sign: ";" | ","): string {
  return rows
    .map((row) => `${row.map((cell) => quoted(String(cell), sign)).join(sign)}\r\n`)
    .join("");
}

const formula = /^'*[=+\-@\t\r]/;
const plainNumber = /^-?\d+(?:[.,]\d+)?$/;

function quoted(cell: string, sign: string): string {
  const safe = formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
  const needs = /["\r\n\t]/.test(safe) || safe.includes(sign) || safe !== safe.trim();
  return needs ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows of a CSV text, whichever sign parts its cells; blank lines are rows without cells. */
export function readCsv(text: string): string[][] {
  const sign = signOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let inQuotes = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (inQuotes) {
      const end = text.indexOf('"', at);
      cell += text.slice(at, end === -1 ? undefined : end);
      at = end === -1 ? text.length : end;
      if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else inQuotes = false;
    } else if (letter === '"' && cell === "") inQuotes = true;
    else if (letter === sign) {
      row.push(unquoted(cell));
      cell = "";
    } else if (letter === "\n" || letter === "\r") {
      if (letter === "\r" && text[at + 1] === "\n") at += 1;
      rows.push([...row, unquoted(cell)]);
      row = [];
      cell = "";
    } else cell += letter;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, unquoted(cell)]);
  return rows;
}

function unquoted(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

/** The sign that stands most in the first row, outside of quotes. */
function signOf(text: string): string {
  const [first = ""] = text
    .slice(0, 65_536)
    .replaceAll(/"(?:[^"]|"")*"/g, "")
    .split(/[\r\n]/, 1);
  const counts = signs.map((sign) => first.split(sign).length);
  return signs[counts.indexOf(Math.max(...counts))] ?? ",";
}
