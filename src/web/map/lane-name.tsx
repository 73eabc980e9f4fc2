import { useText } from "../language/text.ts";
import type { Lane } from "./lane.ts";
import { laneEvidence } from "./lane.ts";
import { MarkedText } from "./mark.tsx";

type Props = {
  readonly lane: Lane;
  readonly row: number;
  readonly folded: boolean;
  readonly active: boolean;
};

/** The name of a lane in the rail at the left; it folds the lane away. */
export function LaneName({ lane, row, folded, active }: Props) {
  const t = useText().map;
  const name = t.lane[lane];
  const evidence = laneEvidence(lane);
  return (
    <div role="rowheader" className="rail" aria-colindex={1}>
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
    </div>
  );
}

function LaneHint({ lane }: { readonly lane: Lane }) {
  const t = useText().map;
  if (lane === "figures") {
    const { people, reach, onward, leave } = t.figure;
    return [people, reach, onward, leave].map((name) => (
      <span key={name} className="lane-hint">
        {name}
      </span>
    ));
  }
  if (lane === "importance") {
    const { customer, organisation } = t.importanceOf;
    return (
      <>
        <span className="lane-hint">{customer}</span>
        <span className="lane-hint">{organisation}</span>
      </>
    );
  }
  return t.hint[lane] === "" ? null : <span className="lane-hint">{t.hint[lane]}</span>;
}
