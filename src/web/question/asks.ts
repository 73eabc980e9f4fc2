import { useNavigate, useSearch } from "@tanstack/react-router";
import { Crosshair } from "../../core/question/drivers/drivers.ts";
import { CohortKind, CohortUnit } from "../../core/question/cohorts.ts";
import { FunnelOrder } from "../../core/question/funnel.ts";

/** What is asked beside the filter; it stands in the address, so that a link shows the same. */
export type Asks = {
  /** Codes of touchpoints with commas between. */
  readonly goal?: string;
  readonly steps?: string;
  readonly order?: FunnelOrder;
  /** Hours. */
  readonly within?: number;
  /** Code of the touchpoint at which a clock begins. */
  readonly begin?: number;
  /** Attribute that tells groups apart. */
  readonly by?: string;
  /** A day, or two periods of days, the last excluded: `2026-01-01/2026-04-01`. */
  readonly since?: string;
  readonly before?: string;
  readonly after?: string;
  /** A filter as JSON: the other side of a comparison. */
  readonly other?: string;
  /** How many typical journeys. */
  readonly parts?: number;
  /** A pattern, as it is written. */
  readonly pattern?: string;
  /** Code of the touchpoint that counts as coming back. */
  readonly back?: number;
  readonly unit?: CohortUnit;
  readonly kind?: CohortKind;
  /** Thresholds of loyalty: times, hundredths of a scale, days. */
  readonly bought?: number;
  readonly liked?: number;
  readonly days?: number;
  /** Id of a map. */
  readonly drawn?: string;
  /** What is to be explained, and which touchpoints it is about. */
  readonly outcome?: string;
  readonly about?: string;
  /** Where the lines of a quadrant stand. */
  readonly crosshair?: Crosshair;
  /** Id of a survey among colleagues, and which department of it stands in the picture. */
  readonly survey?: string;
  readonly department?: string;
};

/** The readable parts of an address; the others are dropped. */
export function readAsks(search: Record<string, unknown>): Asks {
  const { goal, steps, order, within, begin, by, since, before, after, other, parts, drawn } =
    search;
  const { outcome, about, crosshair, survey, department } = search;
  const lines = Crosshair.safeParse(crosshair);
  const { back, unit, kind, pattern, bought, liked, days } = search;
  const sequence = FunnelOrder.safeParse(order);
  const period = CohortUnit.safeParse(unit);
  const counting = CohortKind.safeParse(kind);
  return {
    ...(isCodes(goal) && { goal: String(goal) }),
    ...(isCodes(steps) && { steps: String(steps) }),
    ...(sequence.success && { order: sequence.data }),
    ...(typeof within === "number" && within > 0 && { within }),
    ...(Number.isInteger(begin) && { begin: Number(begin) }),
    ...(typeof by === "string" && by !== "" && { by }),
    ...(isDay(since) && { since }),
    ...(isPeriod(before) && isPeriod(after) && { before, after }),
    ...(typeof other === "string" && other !== "" && { other }),
    ...(Number.isInteger(parts) && { parts: Number(parts) }),
    ...(typeof pattern === "string" && pattern !== "" && { pattern }),
    ...(isWhole(bought) && { bought }),
    ...(isWhole(liked) && liked <= 100 && { liked }),
    ...(isWhole(days) && { days }),
    ...(Number.isInteger(back) && { back: Number(back) }),
    ...(period.success && { unit: period.data }),
    ...(counting.success && { kind: counting.data }),
    ...(typeof drawn === "string" && { drawn }),
    ...(typeof outcome === "string" && { outcome }),
    ...(isCodes(about) && { about: String(about) }),
    ...(lines.success && { crosshair: lines.data }),
    ...(typeof survey === "string" && { survey }),
    ...(typeof department === "string" && department !== "" && { department }),
  };
}

function isWhole(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0;
}

/** One code alone reads as a number. */
function isCodes(value: unknown): value is string | number {
  if (typeof value === "number") return Number.isInteger(value) && value > 0;
  return typeof value === "string" && /^\d{1,5}(,\d{1,5}){0,19}$/.test(value);
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function isPeriod(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const [from, to, ...more] = value.split("/");
  return more.length === 0 && isDay(from) && isDay(to) && from < to;
}

export function codesOf(text: string | undefined): number[] {
  return text === undefined ? [] : text.split(",").map(Number);
}

/** What the address asks, and a way to ask something else; undefined takes a part out. */
export function useAsks(): [
  Asks,
  (next: { [Name in keyof Asks]: Asks[Name] | undefined }) => void,
] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (next: Partial<Record<keyof Asks, unknown>>) => {
    void navigate({
      to: ".",
      search: (before: Record<string, unknown>) =>
        Object.fromEntries(
          Object.entries({ ...before, ...next }).filter(([, value]) => value !== undefined),
        ),
    } as Parameters<typeof navigate>[0]);
  };
  return [readAsks(search), change];
}
