import type { LaneKind } from "../../core/map/journey.ts";
import { holds } from "../../core/map/sheet/lanes.ts";
import type { SheetLane } from "../../core/map/sheet/lanes.ts";
import type { Column, EvidenceKind } from "../../core/map/sheet/column.ts";

/** What a cell rests on, where that is a claim of its own; figures say it once, in the rail. */
export function cellEvidence(lane: SheetLane, column: Column): EvidenceKind | null {
  if (!holds(lane, column)) return null;
  if (lane.kind === "doing") return column.kind;
  if (lane.kind === "goal") return column.episode.evidence?.[0]?.kind ?? "assumed";
  return null;
}

const measured: ReadonlySet<string> = new Set<LaneKind>(["stream", "wait", "figures", "scores"]);

/** What every cell of a lane rests on, where that is the same for all: events, or what the team states. */
export function laneEvidence({ kind }: SheetLane): EvidenceKind | null {
  if (kind === "importance") return "assumed";
  return measured.has(kind) ? "measured" : null;
}
