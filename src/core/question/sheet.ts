import type { Language } from "../message/wording.ts";
import { writeCsv } from "../map/exchange/csv.ts";
import { headIn } from "./sheet-words.ts";

type Cell = string | number;
/** A part of an answer as a table: the first row names the columns. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

type Plain = Readonly<Record<string, unknown>>;
/** A list of things, within the rows of the table `of`; `parents` are the numbers of these rows. */
type List = {
  readonly name: string;
  readonly of: string | null;
  items: readonly Plain[];
  parents: readonly number[] | null;
};

/**
 * Any answer as tables, without a word about which question it is: what there is once stands in `answer`,
 * each list of things in a table of its own (`routes`), and lists within those in one more, by the number
 * of the row they belong to (`gaps.weeks`). Nothing is left out: every count, n and end of an interval is a
 * column, by the words of its reader for `reach.share` and `reach.low`.
 * @example sheetsOf({ total: 2, routes: [{ count: 3, steps: ["a", "b"] }] }, "en")
 *   // Answer: in all 2; routes: number 3, steps "a → b"
 */
export function sheetsOf(answer: Plain, language: Language): Sheet[] {
  const head = (path: string) => headIn(path, language);
  const lists: List[] = [];
  const once = flat(answer, "", (name, list) =>
    lists.push({ name, of: null, items: list, parents: null }),
  );
  const told = [...once].map(([path, cell]) => [head(path), cell]);
  const sheets: Sheet[] = [
    { name: head("answer"), rows: [[head("name"), head("value")], ...told] },
  ];
  for (const { name, items: list, parents } of lists) {
    const rows = list.map((item, nth) =>
      flat(item, "", (inner, items) => within(`${name}.${inner}`, name, items, nth + 1)),
    );
    const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
    sheets.push({
      name: head(name),
      rows: [
        [head(parents === null ? "row" : "of row"), ...columns.map(head)],
        ...rows.map((row, nth) => [
          parents?.[nth] ?? nth + 1,
          ...columns.map((column) => row.get(column) ?? ""),
        ]),
      ],
    });
  }
  return sheets;

  /** Lists of the same name within different rows of one table stand in one table. */
  function within(name: string, of: string, items: readonly Plain[], parent: number): void {
    const numbers = items.map(() => parent);
    const known = lists.find((each) => each.name === name && each.of === of);
    if (!known) lists.push({ name, of, items: [...items], parents: numbers });
    else {
      known.items = [...known.items, ...items];
      known.parents = [...(known.parents ?? []), ...numbers];
    }
  }
}

/** What there is once in a thing, by the way to it; lists of things are told. */
function flat(
  thing: Plain,
  path: string,
  tell: (name: string, list: readonly Plain[]) => void,
): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [key, value] of Object.entries(thing)) {
    const name = path === "" ? key : `${path}.${key}`;
    if (Array.isArray(value) && value.some(isThing)) tell(name, value.filter(isThing));
    else if (Array.isArray(value)) cells.set(name, value.map(String).join(" → "));
    else if (isThing(value))
      for (const [inner, cell] of flat(value, name, tell)) cells.set(inner, cell);
    else if (typeof value === "number" || typeof value === "string") cells.set(name, value);
    else cells.set(name, typeof value === "boolean" ? `${value}` : "");
  }
  return cells;
}

function isThing(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Tables under each other for a spreadsheet in the reader's language, each under its name. A text that
 * looks like a formula is text; numbers have the decimal sign that the language's spreadsheets expect.
 */
export function sheetsCsv(sheets: readonly Sheet[], language: Language): string {
  const dutch = language === "nl";
  const rows = sheets.flatMap(({ name, rows }, nth) => [
    ...(nth > 0 ? [[""]] : []),
    [name],
    ...rows.map((row) =>
      row.map((cell) => (dutch && typeof cell === "number" ? `${cell}`.replace(".", ",") : cell)),
    ),
  ]);
  // Excel takes a file for UTF-8 by its mark, and expects the sign of its own language.
  return `\uFEFF${writeCsv(rows, dutch ? ";" : ",")}`;
}
