import { must } from "../../core/assert.ts";
import { literal } from "../literal.ts";
import type { Chunk } from "../port.ts";
import type { Bindings } from "./bindings.ts";
import { jsonCells } from "./json-cells.ts";
import type { Layout, Place } from "./layout.ts";
import { counted, quoted, type RowSql } from "./row-sql.ts";

/** Writes SQL for the rows that `source` (a FROM-expression) yields. */
export function cellSql(layout: Layout, place: Place, source: string, bind: Bindings): RowSql {
  if (layout.format === "jsonl") return jsonCells(layout, place, source, bind);
  const cells = layout.columns.map((_, index) => `c${index + 1}`);
  const selected =
    layout.format === "parquet"
      ? layout.columns.map(
          (name, index) =>
            `${parquetText(name, must(layout.types?.[index], "a type"))} AS ${cells[index]}`,
        )
      : cells;
  return {
    rows: `SELECT ${[...selected, ...counted(place, "place")].join(", ")} FROM ${source}`,
    cell(column) {
      const index = layout.columns.indexOf(column);
      return must(index < 0 ? undefined : cells[index], `column ${column}`);
    },
    object: () => "CAST(map(), 'Map(String, String)')",
    content: `cityHash64(${cells.join(", ")})`,
    // Of a map the engine would make one for every row, also where `if` asks for none (ClickHouse 26.7).
    raw: `concat('{', ${layout.columns
      .map((name, index) => [
        bind.text(`${JSON.stringify(name)}:`),
        `toJSONString(${cells[index]})`,
      ])
      .flatMap((pair, index) => (index === 0 ? pair : ["','", ...pair]))
      .join(", ")}, '}')`,
    broken: null,
  };
}

/** Format, columns and settings under which the engine reads a chunk of this layout. */
export function chunkShape(layout: Layout, place: Place): Omit<Chunk, "path"> {
  switch (layout.format) {
    case "jsonl":
      return { format: "LineAsString", structure: "whole String" };
    case "parquet":
      return {
        format: "Parquet",
        structure: layout.columns
          .map((name, index) => `${quoted(name)} ${layout.types?.[index] ?? "String"}`)
          .join(", "),
      };
    case "csv": {
      const cells = layout.columns.map((_, index) => `c${index + 1} String`);
      return {
        format: "CSV",
        structure: [...(place.line === null ? ["place String"] : []), ...cells].join(", "),
        settings: {
          format_csv_delimiter: layout.delimiter ?? ",",
          format_csv_allow_single_quotes: 0,
          input_format_csv_trim_whitespaces: 0,
          input_format_csv_detect_header: 0,
          input_format_parallel_parsing: 0,
        },
      };
    }
  }
}

function parquetText(name: string, type: string): string {
  const column = quoted(name);
  if (/^(Array|Map|Tuple|Nested)\(/.test(type)) return `toJSONString(${column})`;
  return `ifNull(toString(${column}), ${literal("")})`;
}
