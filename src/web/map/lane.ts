import { LaneKind } from "../../core/map/journey.ts";
import type { Journey } from "../../core/map/journey.ts";
import { holds } from "../../core/map/sheet/lanes.ts";
import type { Column, EvidenceKind } from "../../core/map/sheet/column.ts";

/** The rows that the page draws, in their usual order. */
const order = LaneKind.exclude(["picture", "metrics"]).options;
export type Lane = (typeof order)[number];

/** A thin dashed line over a lane: what the customer meets, and what he does not see. */
export type Line = "interaction" | "visibility";

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
      ((empty && !ofData.includes(lane)) || columns.some((column) => holds(lane, column))),
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
  if (!holds(lane, column)) return null;
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
  return spreading.includes(lane) && next !== undefined && !next.opens && !holds(lane, next)
    ? holds(lane, column)
    : false;
}
