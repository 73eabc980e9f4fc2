import type { Journey, LaneKind } from "../journey.ts";
import { LaneKind as Kinds } from "../journey.ts";
import type { Column } from "./column.ts";
import type { SheetWords } from "./words.ts";

/** A row of the sheet: one that Spoor knows, or one of the team's own. */
export type SheetLane = {
  readonly kind: LaneKind | "text";
  /** Id of the team's own lane. */
  readonly own: string | null;
  readonly title: string;
  readonly hint: string;
};

const filled: Record<LaneKind, (column: Column) => boolean> = {
  picture: ({ touchpoint }) => (touchpoint.pictures ?? []).length > 0,
  goal: (column) => column.opens && has(column.episode.goal),
  doing: ({ touchpoint }) => has(touchpoint.doing),
  emotion: ({ feeling }) => feeling !== null,
  quotes: ({ sayings }) => sayings.length > 0,
  stream: ({ still }) => still !== null,
  wait: ({ figures }) => figures !== null && figures.wait.medianSeconds !== null,
  figures: ({ figures }) => figures !== null,
  importance: ({ touchpoint: { importance } }) =>
    importance?.customer !== undefined || importance?.organisation !== undefined,
  pains: ({ pains }) => pains.length > 0,
  opportunities: ({ opportunities }) => opportunities.length > 0,
  scores: ({ figures }) => figures !== null && figures.scores.length > 0,
  metrics: ({ touchpoint }) => (touchpoint.metrics ?? []).length > 0,
  frontstage: ({ touchpoint }) => (touchpoint.backstage?.frontstage ?? []).length > 0,
  backstage: ({ touchpoint: { backstage } }) => has(backstage?.process) || has(backstage?.system),
  unit: ({ touchpoint }) => has(touchpoint.backstage?.unit),
  actions: ({ touchpoint }) => (touchpoint.actions ?? []).length > 0,
};

/** Does anything stand in the cell of a row that Spoor knows? */
export function holds(kind: LaneKind, column: Column): boolean {
  return filled[kind](column);
}

function has(text: string | undefined): boolean {
  return text !== undefined && text !== "";
}

/** Does anything stand in this cell? */
export function isFilled(lane: SheetLane, column: Column): boolean {
  if (lane.kind !== "text") return holds(lane.kind, column);
  return has(lane.own === null ? undefined : column.touchpoint.cells?.[lane.own]);
}

/**
 * The rows that hold something, in the order of the journey. A lane that it does not list stands
 * after the one that usually stands before it.
 */
export function sheetLanes(
  journey: Journey,
  columns: readonly Column[],
  words: SheetWords,
): SheetLane[] {
  const listed = journey.lanes ?? [];
  const named = new Set(listed.map(({ kind }) => kind));
  const order: {
    kind: LaneKind | "text";
    id: string | null;
    title?: string | undefined;
    hidden?: boolean | undefined;
  }[] = [...listed];
  for (const [at, kind] of Kinds.options.entries()) {
    if (named.has(kind)) continue;
    const before = Kinds.options[at - 1];
    const place = order.findLastIndex((one) => one.kind === before);
    order.splice(place + 1, 0, { kind, id: null });
  }
  return order
    .filter(({ hidden }) => hidden !== true)
    .map(({ kind, id, title }): SheetLane => {
      if (kind === "text") return { kind, own: id, title: title ?? "", hint: "" };
      return { kind, own: null, title: title ?? words.lane[kind], hint: words.hint[kind] ?? "" };
    })
    .filter((lane) => columns.some((column) => isFilled(lane, column)));
}

/** The thin dashed line above a lane: what the customer meets, and what he does not see. */
export function lineAbove(
  lane: SheetLane,
  lanes: readonly SheetLane[],
): "interaction" | "visibility" | null {
  if (lane.kind === "frontstage") return "interaction";
  const behind = lanes.find(({ kind }) => kind === "backstage" || kind === "unit");
  return lane === behind ? "visibility" : null;
}
