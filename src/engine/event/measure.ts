import { must } from "../../core/assert.ts";
import type { MeasureField } from "../../core/event/mapping.ts";
import { message, type Message } from "../../core/message/message.ts";
import type { Layout } from "./layout.ts";
import { numberSql } from "./number.ts";
import { timeSql } from "./time.ts";
import type { Bindings } from "./bindings.ts";

/** SQL for one measure of a row: its value (Nullable(Float64)), and when the row is bad because of it. */
export type MeasureSql = {
  readonly value: string;
  readonly problems: readonly (readonly [condition: string, reason: Message])[];
};

const secondsPer = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;

/**
 * Writes SQL for a measure. Durations come out in seconds; a score outside its scale and a number
 * that is none make the row bad, an empty cell is no measure.
 */
export function measureSql(
  field: MeasureField,
  cell: (column: string) => string,
  layout: Layout,
  bind: Bindings,
): MeasureSql {
  if (field.kind === "between") {
    const [from, to] = [field.from, field.to].map((column) =>
      timeSql(
        cell(column),
        must(layout.times.get(column), `times of ${column}`),
        layout.zone,
        bind,
      ),
    );
    return {
      value: `dateDiff('millisecond', ${from}, ${to}) / 1000`,
      problems: [field.from, field.to].map((column, index) => [
        `${cell(column)} != '' AND isNull(${[from, to][index]})`,
        message("time-unreadable", { column }),
      ]),
    };
  }
  if (field.kind === "moment") {
    const { column } = field;
    const reading = must(layout.times.get(column), `times of ${column}`);
    const time = timeSql(cell(column), reading, layout.zone, bind);
    return {
      value: `toUnixTimestamp64Milli(${time}) / 1000`,
      problems: [
        [
          `trimBoth(${cell(column)}) != '' AND isNull(${time})`,
          message("time-unreadable", { column }),
        ],
      ],
    };
  }
  const text = `trimBoth(${cell(field.column)})`;
  const number = numberSql(text, layout.decimal);
  const unreadable = [
    `${text} != '' AND isNull(${number})`,
    message("number-unreadable", { column: field.column }),
  ] as const;
  if (field.kind === "duration")
    return { value: `${number} * ${secondsPer[field.unit]}`, problems: [unreadable] };
  if (field.kind !== "score") return { value: number, problems: [unreadable] };
  const [low, high] = field.scale.toSorted((a, b) => a - b);
  const outside = [
    `ifNull(${number} < ${bind.number(low!)} OR ${number} > ${bind.number(high!)}, 0)`,
    message("score-outside", { column: field.column, low: low!, high: high! }),
  ] as const;
  return { value: number, problems: [unreadable, outside] };
}
