import type { ReactNode } from "react";
import { useText } from "../language/text.ts";
import { laneName } from "../../core/map/sheet/lanes.ts";
import type { SheetLane } from "../../core/map/sheet/lanes.ts";
import { laneEvidence } from "./lane.ts";
import { MarkedText } from "./mark.tsx";

type Props = {
  readonly lane: SheetLane;
  readonly row: number;
  readonly folded: boolean;
  readonly active: boolean;
  /** What stands under the name. */
  readonly children: ReactNode;
};

/** The name of a lane in the rail at the left; it folds the lane away. */
export function LaneName({ lane, row, folded, active, children }: Props) {
  const t = useText().map;
  const name = laneName(lane, t);
  const evidence = laneEvidence(lane);
  return (
    // What its cells are announced with is the name alone, not what the buttons in it do.
    <div role="rowheader" className="rail" aria-colindex={1} aria-label={name}>
      <button
        type="button"
        className="lane-name"
        data-row={row}
        data-column={0}
        tabIndex={active ? 0 : -1}
        aria-expanded={!folded}
        aria-label={folded ? t.unfold(name) : t.fold(name)}
      >
        <span className="lane-title">
          {evidence ? <MarkedText text={name} kind={evidence} /> : name}
        </span>
        {!folded && <LaneHint lane={lane} />}
      </button>
      {children}
    </div>
  );
}

function LaneHint({ lane: { kind } }: { readonly lane: SheetLane }) {
  const t = useText().map;
  if (kind === "figures") {
    const { people, reach, onward, leave } = t.figure;
    return [people, reach, onward, leave].map((name) => (
      <span key={name} className="lane-hint">
        {name}
      </span>
    ));
  }
  if (kind === "importance") {
    const { customer, organisation } = t.importanceOf;
    return (
      <>
        <span className="lane-hint">{customer}</span>
        <span className="lane-hint">{organisation}</span>
      </>
    );
  }
  const hint = kind === "text" ? "" : t.hint[kind];
  return hint === "" ? null : <span className="lane-hint">{hint}</span>;
}
