import type { Message } from "../../message/message.ts";
import { message } from "../../message/message.ts";
import type { Value } from "../command.ts";
import type { Element } from "../elements.ts";
import { fieldOf, withField, type Loose } from "../field.ts";
import { fromCell, fromLine, inCell, inLine, partsOf } from "./escape.ts";
import type { Column, Field, Item } from "./fields.ts";
import type { Around, Scalar } from "./scalars.ts";
import { bare } from "./words.ts";

/** Excel takes no more characters in one cell. */
const MOST = 32_767;

/** Where a cell stands, and where to tell what it could not hold or say. */
export type Place = Around & {
  readonly at: string;
  /** The row of a sheet; 0 where there is none. */
  readonly row: number;
  readonly tell: (told: Message) => void;
  /** Keeps what a field cannot hold; where there is no such place it stays out. */
  readonly keep?: (line: string) => void;
};

/** What stands in the cell of a column for an element; empty for nothing. */
export function cellOf(element: Element, { field, as, ...names }: Column, place: Place) {
  const value = fieldOf(element, field);
  if (value === null) return "";
  if (typeof as !== "string" && "write" in as)
    return as.number ? (value as number) : inCell(as.write(value, place));
  const lines =
    as === "lines"
      ? (value as string[]).map(inBullet)
      : as === "predicate"
        ? Object.entries(value as Record<string, string[]>).map(([name, values]) =>
            [name, ...values].map(inLine).join(" | "),
          )
        : (value as Element[]).map((item) => lineOf(item, as.items, place));
  let cell = lines.join("\n");
  let held = lines.length;
  while (cell.length > MOST) cell = lines.slice(0, (held -= 1)).join("\n");
  if (held < lines.length)
    place.tell(
      message("map-cell-full", {
        at: place.at,
        row: place.row,
        field: names[place.language],
        count: lines.length - held,
      }),
    );
  return cell;
}

function lineOf(item: Element, { fields, rests }: Item, place: Place): string {
  const isPlain = rests && JSON.stringify(item["evidence"]) === '{"kind":"assumed"}';
  const [head, ...rest] = fields as [Field, ...Field[]];
  const parts = rest.flatMap((field) => {
    const value = fieldOf(item, field.field);
    if (value === null || (isPlain && field.field === "evidence.kind")) return [];
    return [`${field[place.language]}: ${inLine(field.as.write(value, place))}`];
  });
  const said = inBullet(head.as.write(fieldOf(item, head.field), place));
  return [said, ...parts].join(" | ");
}

/** People begin lines with a dash or a dot; a text that begins so by itself says so. */
const bullet = /^[-*•–](?=\s)/;

function inBullet(text: string): string {
  return inLine(text).replace(bullet, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}

function fromBullet(part: string): string {
  return fromLine(part.replace(/^[-*•–]\s+/, ""));
}

/** The element with what a cell says of it; what cannot be read is told and stays out. */
export function withCell(element: Loose, column: Column, cell: string, place: Place): Loose {
  if (cell.trim() === "") return element;
  const { field, as } = column;
  if (typeof as !== "string" && "write" in as) {
    const value = read(as, fromCell(cell), column, place);
    return value === undefined ? element : withField(element as Element, field, value);
  }
  const lines = cell.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const value: unknown =
    as === "lines"
      ? lines.map((line) => fromBullet(line.trim()))
      : as === "predicate"
        ? Object.fromEntries(
            lines.map((line) => {
              const [name = "", ...values] = partsOf(line).map(fromLine);
              return [name, values];
            }),
          )
        : lines.map((line) => itemIn(line, as.items, place));
  return withField(element as Element, field, value as Value);
}

function itemIn(line: string, { fields, rests }: Item, place: Place): Loose {
  const [head, ...rest] = fields as [Field, ...Field[]];
  const byName = new Map(
    rest.flatMap((field) =>
      [field.nl, field.en, ...(field.also ?? [])].map((name) => [bare(name), field] as const),
    ),
  );
  const [first = "", ...parts] = partsOf(line);
  let said = first;
  let item: Element = {} as Element;
  for (const part of parts) {
    const named = /^([^:]{1,40}):([\s\S]*)$/.exec(part);
    const field = named && byName.get(bare(named[1] ?? ""));
    if (field) {
      const value = read(field.as, fromLine((named[2] ?? "").trim()), field, place);
      if (value !== undefined) item = withField(item, field.field, value);
    } else said += ` \\| ${part}`;
  }
  const value = read(head.as, fromBullet(said), head, place);
  if (value !== undefined) item = withField(item, head.field, value);
  if (rests || item["evidence"] !== undefined) {
    const kind = fieldOf(item, "evidence.kind") ?? "assumed";
    return withField(item, "evidence.kind", kind);
  }
  return item;
}

function read(as: Scalar, given: string, names: Field | Column, place: Place): Value | undefined {
  const value = as.read(given, place);
  if (value === undefined) {
    const { at, row, keep } = place;
    const field = names[place.language];
    const told = { at, row, field, value: given.slice(0, 80) };
    place.tell(keep ? message("map-value-noted", told) : message("map-value-unknown", told));
    keep?.(`${field}: ${given}`);
  }
  return value;
}
