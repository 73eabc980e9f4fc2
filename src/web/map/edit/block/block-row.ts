import type { BlockRow } from "../../../../core/map/plan/paste.ts";
import type { SheetLane } from "../../../../core/map/sheet/lanes.ts";

/** How a lane of the page is copied and pasted; null where its cells are no text. */
export function rowOf({ kind, own }: SheetLane): BlockRow {
  switch (kind) {
    case "text":
      return own === null ? null : { own };
    case "picture":
    case "metrics":
    case "stream":
    case "wait":
    case "figures":
    case "scores":
      return null;
    case "goal":
    case "doing":
    case "emotion":
    case "quotes":
    case "pains":
    case "opportunities":
    case "importance":
    case "frontstage":
    case "backstage":
    case "unit":
    case "actions":
      return { lane: kind };
  }
}
