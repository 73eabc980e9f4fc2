import { LaneKind as Kinds } from "../journey.ts";
import type { Journey, LaneKind } from "../journey.ts";
import type { Column } from "./column.ts";

/** A row of the map: one that Spoor knows, or one of the team's own. */
export type SheetLane = {
  /** What tells rows apart: the kind, or the id of the team's own row. */
  readonly key: string;
  readonly kind: LaneKind | "text";
  /** Id of the team's own row. */
  readonly own: string | null;
  /** The name that the team gave it. */
  readonly title: string | null;
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
  metrics: ({ metrics }) => metrics.length > 0,
  frontstage: ({ touchpoint }) => (touchpoint.backstage?.frontstage ?? []).length > 0,
  backstage: ({ touchpoint: { backstage } }) => has(backstage?.process) || has(backstage?.system),
  unit: ({ touchpoint }) => has(touchpoint.backstage?.unit),
  actions: ({ touchpoint }) => (touchpoint.actions ?? []).length > 0,
};

/** What only the data can fill. */
const ofData: ReadonlySet<string> = new Set<LaneKind>(["stream", "wait", "figures", "scores"]);

function has(text: string | undefined): boolean {
  return text !== undefined && text !== "";
}

/** Does anything stand in this cell? */
export function holds({ kind, own }: SheetLane, column: Column): boolean {
  if (kind !== "text") return filled[kind](column);
  return has(own === null ? undefined : column.touchpoint.cells?.[own]);
}

/**
 * The rows that hold something, in the order of the journey; with `empty` also those that somebody
 * could write in.
 */
export function lanesOf(
  columns: readonly Column[],
  own: Journey["lanes"] = none,
  empty = false,
): readonly SheetLane[] {
  return arranged(own).filter(
    (lane) => (empty && !ofData.has(lane.kind)) || columns.some((column) => holds(lane, column)),
  );
}

const none: NonNullable<Journey["lanes"]> = [];
const before = new WeakMap<NonNullable<Journey["lanes"]>, readonly SheetLane[]>();

/** Rows stay the same objects as long as the journey's list of lanes does. */
function arranged(own: NonNullable<Journey["lanes"]>): readonly SheetLane[] {
  const lanes = before.get(own) ?? inOrder(own);
  before.set(own, lanes);
  return lanes;
}

/**
 * The lanes that a journey lists stand in its order, and rows of the team's own after the one they are
 * listed behind. A lane that it does not list stands after the one that usually stands before it.
 */
function inOrder(own: NonNullable<Journey["lanes"]>): readonly SheetLane[] {
  const hidden = new Set(own.filter((lane) => lane.hidden).map(({ id }) => id));
  const groups: { readonly kind: LaneKind | null; readonly lanes: SheetLane[] }[] = [];
  let leading: SheetLane[] = [];
  for (const { id, kind, title = null } of own) {
    if (kind === "text") {
      const lane: SheetLane = { key: id, kind, own: id, title };
      const open = groups.at(-1)?.lanes ?? leading;
      if (!hidden.has(id)) open.push(lane);
    } else if (!groups.some((group) => group.kind === kind)) {
      const lane: SheetLane = { key: kind, kind, own: null, title };
      groups.push({ kind, lanes: [...leading, ...(hidden.has(id) ? [] : [lane])] });
      leading = [];
    }
  }
  for (const [at, kind] of Kinds.options.entries()) {
    if (groups.some((group) => group.kind === kind)) continue;
    const place = groups.findIndex((group) => group.kind === Kinds.options[at - 1]);
    groups.splice(place + 1, 0, { kind, lanes: [{ key: kind, kind, own: null, title: null }] });
  }
  return [...groups.flatMap(({ lanes }) => lanes), ...leading];
}

type Names = { readonly lane: Readonly<Record<LaneKind, string>>; readonly ownRow: string };

/** The name of a row: what the team calls it, else what it is. */
export function laneName({ kind, title }: SheetLane, words: Names): string {
  return title ?? (kind === "text" ? words.ownRow : words.lane[kind]);
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

const spreading: ReadonlySet<string> = new Set<SheetLane["kind"]>([
  "doing",
  "quotes",
  "pains",
  "opportunities",
  "actions",
  "text",
]);

/** May the words of a cell run on over the next one, because that is empty and of the same episode? */
export function hasRoom(lane: SheetLane, column: Column, next: Column | undefined): boolean {
  return (
    spreading.has(lane.kind) &&
    next !== undefined &&
    !next.opens &&
    !holds(lane, next) &&
    holds(lane, column)
  );
}
