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
  const perLine = Math.floor((width - 14) / 6.4);
  const lines = columns.reduce((most, column) => Math.max(most, linesOf(lane, column, perLine)), 1);
  return Math.min(MOST_LINES, lines) * LINE + PADDING;
}

function linesOf({ kind, own }: SheetLane, column: Column, per: number): number {
  const wrapped = (...texts: readonly (string | null | undefined)[]) =>
    texts.reduce((sum, text) => sum + Math.ceil((text?.length ?? 0) / per), 0);
  const { touchpoint, figures } = column;
  switch (kind) {
    case "goal":
    case "importance":
    case "wait":
      return 2;
    case "doing":
      return wrapped(touchpoint.doing);
    case "quotes":
      return wrapped(column.sayings[0]?.text) + (column.sayings.length > 1 ? 1 : 0);
    case "pains":
      return wrapped(...column.pains.flatMap(({ title, text }) => [title, text]));
    case "opportunities":
      return wrapped(...column.opportunities.map(({ title }) => title));
    case "scores":
      return 2 * Math.min(3, figures?.scores.length ?? 0);
    case "frontstage":
      return wrapped(touchpoint.backstage?.frontstage?.join(" · "));
    case "backstage":
      return wrapped(touchpoint.backstage?.process, touchpoint.backstage?.system);
    case "unit":
      return wrapped(touchpoint.backstage?.unit);
    case "actions":
      return wrapped(...(touchpoint.actions ?? []).flatMap(({ title, owner }) => [title, owner]));
    case "metrics":
      return wrapped(...(touchpoint.metrics ?? []).map(({ name }) => name));
    case "text":
      return own === null ? 0 : wrapped(...(touchpoint.cells?.[own] ?? "").split("\n"));
    case "emotion":
    case "stream":
    case "figures":
    case "picture":
      return 0;
  }
}
