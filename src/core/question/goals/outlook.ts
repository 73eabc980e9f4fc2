import { must } from "../../assert.ts";
import { FEW } from "../../evidence/interval.ts";
import { instant } from "../../instant.ts";
import type { GoalFigure, GoalTold, Outlook } from "./goals.ts";
import { lineAt, sinceJump } from "./line.ts";

/** Fewest months through which a line is drawn. */
const MONTHS = 6;
const DAY = 86_400_000;

type Known = Pick<GoalTold, "target" | "due" | "better" | "times" | "months"> & {
  readonly now: GoalFigure | null;
  /** The last moment in the data, milliseconds since 1970. */
  readonly end: number;
};

/**
 * Whether a goal will be met if it goes on as it has: by a straight line through its months since the last jump,
 * weighed by how many are behind each. Only so far ahead as the data goes back, and only when the 95 % interval of the
 * line on that day lies on one side of the target; else it is not known.
 */
export function outlookOf({ target, due, better, times, months, now, end }: Known): Outlook {
  const told = sinceJump(
    months
      .filter(({ n }) => n >= FEW)
      .map(({ month, value, n }) => ({
        x: dayOf(month) + 15,
        y: value,
        weight: n,
      })),
  );
  const unknown = (doubt: Outlook["doubt"], expected: Outlook["expected"] = null): Outlook => ({
    verdict: "unknown",
    doubt,
    expected,
    months: told.length,
  });
  if (now === null) return unknown("unmeasured");
  if (target === null) return unknown("target");
  if (times === null) return unknown("unit");
  if (now.n < FEW) return unknown("few");
  const aim = target / times;
  const sideOf = ({ low, high }: { low: number | null; high: number | null }) => {
    if (low === null || high === null) return "both";
    if (better === "more" ? low >= aim : high <= aim) return "beyond";
    return (better === "more" ? high < aim : low > aim) ? "short" : "both";
  };
  const certain = (verdict: Outlook["verdict"], expected: Outlook["expected"] = null): Outlook => ({
    verdict,
    doubt: null,
    expected,
    months: told.length,
  });
  if (sideOf(now) === "beyond") return certain("reached");
  if (due === null) return unknown("date");
  const on = dayOf(due);
  if (on * DAY <= end) return sideOf(now) === "short" ? certain("missed") : unknown("both");
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined || told.length < MONTHS) return unknown("months");
  if (on - last.x > last.x - first.x) return unknown("far");
  const expected = within(now.form, lineAt(told, on));
  const side = sideOf(expected);
  if (side === "both") return unknown("both", expected);
  return certain(side === "beyond" ? "likely" : "unlikely", expected);
}

/** Days since 1970. */
function dayOf(date: string): number {
  return must(instant(date), "a date") / DAY;
}

/** A line knows nothing of the ends of a scale. */
function within(form: GoalFigure["form"], line: { value: number; low: number; high: number }) {
  const [least, most] =
    form === "share" ? [0, 1] : form === "points" ? [-100, 100] : [-Infinity, Infinity];
  const cut = (value: number) => Math.min(most, Math.max(least, value));
  return { value: cut(line.value), low: cut(line.low), high: cut(line.high) };
}
