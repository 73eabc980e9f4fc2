import { literal } from "../literal.ts";

/** Which sign a file writes between whole and part. */
export type Decimal = "." | ",";

/**
 * SQL for the number that a cell holds: Nullable(Float64), NULL when it is none. Signs of currency,
 * spaces and separators of thousands are read over: `€ 1.234,50` with a decimal comma is 1234.5.
 */
export function numberSql(cell: string, decimal: Decimal): string {
  const thousands = decimal === "," ? "." : ",";
  const bare = `replaceRegexpAll(${cell}, ${literal(String.raw`[€$£%\s\x{00A0}]`)}, '')`;
  const whole = `([0-9]+|[0-9]{1,3}([${thousands}][0-9]{3})+)?`;
  const form = `^[-+]?${whole}([${decimal}][0-9]*)?([eE][-+]?[0-9]+)?$`;
  const plain = `replaceOne(replaceAll(${bare}, '${thousands}', ''), '${decimal}', '.')`;
  return `if(match(${bare}, '${form}'), toFloat64OrNull(${plain}), NULL)`;
}
