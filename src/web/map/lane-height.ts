import type { Column } from "../../core/map/sheet/column.ts";
import { EMOTION_HEIGHT } from "../../core/map/sheet/emotion.ts";
import type { SheetLane } from "../../core/map/sheet/lanes.ts";
import { STREAM_HEIGHT } from "../../core/map/sheet/stream.ts";

const PADDING = 16;
const LINE = 16;
const MOST_LINES = 6;
/** As in cell.css. */
const PICTURE_HEIGHT = 72;

/**
 * Height of a lane when only the columns in sight are in the document, so that rows do not jump
 * while one scrolls: known for pictures and figures, estimated from the longest text otherwise.
 */
export function laneHeight(lane: SheetLane, columns: readonly Column[], width: number): number {
  if (lane.kind === "emotion") return EMOTION_HEIGHT;
  if (lane.kind === "stream") return STREAM_HEIGHT;
  if (lane.kind === "figures") return 4 * LINE + PADDING;
  if (lane.kind === "picture") return PICTURE_HEIGHT + PADDING;
  if (twoLines.has(lane.kind)) return 2 * LINE + PADDING;
  const perLine = Math.floor((width - 14) / 6.4);
  let lines = 1;
  for (const column of columns) {
    lines = Math.max(lines, linesOf(lane, column, perLine));
    if (lines >= MOST_LINES) break;
  }
  return Math.min(MOST_LINES, lines) * LINE + PADDING;
}

/** What is the same for every touchpoint. */
const twoLines: ReadonlySet<SheetLane["kind"]> = new Set(["goal", "importance", "wait"]);

/** Lines that a text takes with so many characters on each. */
function wrapped(per: number, text: string | null | undefined): number {
  return text ? Math.ceil(text.length / per) : 0;
}

/** The lines of several things, one under the other. */
function stacked<One>(list: readonly One[] | undefined, linesOf: (one: One) => number): number {
  let lines = 0;
  for (const one of list ?? []) lines += linesOf(one);
  return lines;
}

function linesOf({ kind, own }: SheetLane, column: Column, per: number): number {
  const { touchpoint, figures } = column;
  const wrap = (text: string | null | undefined) => wrapped(per, text);
  switch (kind) {
    case "doing":
      return wrap(touchpoint.doing);
    case "quotes":
      return wrap(column.sayings[0]?.text) + (column.sayings.length > 1 ? 1 : 0);
    case "pains":
      return stacked(column.pains, ({ title, text }) => wrap(title) + wrap(text));
    case "opportunities":
      return stacked(column.opportunities, ({ title }) => wrap(title));
    case "scores":
      return 2 * Math.min(3, figures?.scores.length ?? 0);
    case "frontstage":
      return wrap(touchpoint.backstage?.frontstage?.join(" · "));
    case "backstage":
      return wrap(touchpoint.backstage?.process) + wrap(touchpoint.backstage?.system);
    case "unit":
      return wrap(touchpoint.backstage?.unit);
    case "actions":
      return stacked(touchpoint.actions, ({ title, owner }) => wrap(title) + wrap(owner));
    case "metrics":
      return stacked(
        column.metrics,
        ({ metric: { name, pinned }, goals }) => wrap(name) + (pinned ? 3 : 0) + 2 * goals.length,
      );
    case "text":
      return own === null ? 0 : stacked(touchpoint.cells?.[own]?.split("\n"), wrap);
    case "emotion":
    case "stream":
    case "figures":
    case "picture":
    case "goal":
    case "importance":
    case "wait":
      return 0;
  }
}
