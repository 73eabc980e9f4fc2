import type { Journey } from "../../core/map/journey.ts";
import type { Column, EvidenceKind } from "../../core/map/sheet/column.ts";

/** The rows of a map, in the order in which they are drawn. */
const order = [
  "emotion",
  "quotes",
  "stream",
  "wait",
  "pains",
  "opportunities",
  "goal",
  "doing",
  "importance",
  "scores",
  "figures",
  "frontstage",
  "backstage",
  "unit",
  "actions",
] as const;
export type Lane = (typeof order)[number];

/** A thin dashed line over a lane: what the customer meets, and what he does not see. */
export type Line = "interaction" | "visibility";

const filled: Record<Lane, (column: Column) => boolean> = {
  goal: (column) => column.opens && has(column.episode.goal),
  doing: (column) => has(column.touchpoint.doing),
  emotion: (column) => column.feeling !== null,
  quotes: (column) => column.sayings.length > 0,
  stream: (column) => column.still !== null,
  wait: (column) => column.figures !== null && column.figures.wait.medianSeconds !== null,
  figures: (column) => column.figures !== null,
  importance: ({ touchpoint: { importance } }) =>
    importance?.customer !== undefined || importance?.organisation !== undefined,
  pains: (column) => column.pains.length > 0,
  opportunities: (column) => column.opportunities.length > 0,
  scores: (column) => column.figures !== null && column.figures.scores.length > 0,
  frontstage: ({ touchpoint }) => (touchpoint.backstage?.frontstage ?? []).length > 0,
  backstage: ({ touchpoint: { backstage } }) => has(backstage?.process) || has(backstage?.system),
  unit: ({ touchpoint }) => has(touchpoint.backstage?.unit),
  actions: ({ touchpoint }) => (touchpoint.actions ?? []).length > 0,
};

function has(text: string | undefined): boolean {
  return text !== undefined && text !== "";
}

/** Does anything stand in this cell? */
export function isFilled(lane: Lane, column: Column): boolean {
  return filled[lane](column);
}

/** What only the data can fill. */
const ofData: readonly Lane[] = ["stream", "wait", "figures", "scores"];

/**
 * The lanes that hold something, in the order that the map gives them; with `empty` also those that
 * somebody could write in.
 */
export function lanesOf(
  columns: readonly Column[],
  own: Journey["lanes"] = [],
  empty = false,
): Lane[] {
  const hidden = new Set<string>(own.filter((lane) => lane.hidden).map(({ kind }) => kind));
  return arranged(own).filter(
    (lane) =>
      !hidden.has(lane) &&
      ((empty && !ofData.includes(lane)) || columns.some((column) => isFilled(lane, column))),
  );
}

/** The lanes that a map lists take each other’s places; the others stand where they usually do. */
function arranged(own: NonNullable<Journey["lanes"]>): Lane[] {
  const listed = order.flatMap((lane) => (own.some(({ kind }) => kind === lane) ? [lane] : []));
  const wanted = own.flatMap(({ kind }) => order.filter((lane) => lane === kind));
  return order.map((lane) => {
    const at = listed.indexOf(lane);
    return at === -1 ? lane : (wanted[at] ?? lane);
  });
}

/** The line that runs above a lane, given the lanes that are drawn. */
export function lineAbove(lane: Lane, lanes: readonly Lane[]): Line | null {
  if (lane === "frontstage") return "interaction";
  const behind = lanes.find((one) => one === "backstage" || one === "unit");
  return lane === behind ? "visibility" : null;
}

/** What a cell rests on, where that is a claim of its own; figures say it once, in the rail. */
export function cellEvidence(lane: Lane, column: Column): EvidenceKind | null {
  if (!isFilled(lane, column)) return null;
  switch (lane) {
    case "doing":
      return column.kind;
    case "goal":
      return column.episode.evidence?.[0]?.kind ?? "assumed";
    case "importance":
    case "quotes":
    case "pains":
    case "opportunities":
    case "emotion":
    case "stream":
    case "wait":
    case "figures":
    case "scores":
    case "frontstage":
    case "backstage":
    case "unit":
    case "actions":
      return null;
  }
}

/** What every cell of a lane rests on, where that is the same for all: events, or what the team states. */
export function laneEvidence(lane: Lane): EvidenceKind | null {
  if (lane === "importance") return "assumed";
  return ["stream", "wait", "figures", "scores"].includes(lane) ? "measured" : null;
}

const spreading: readonly Lane[] = ["doing", "quotes", "pains", "opportunities", "actions"];

/** May the words of a cell run on over the next one, because that is empty and of the same episode? */
export function hasRoom(lane: Lane, column: Column, next: Column | undefined): boolean {
  return spreading.includes(lane) && next !== undefined && !next.opens && !isFilled(lane, next)
    ? isFilled(lane, column)
    : false;
}
