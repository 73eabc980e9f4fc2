import { memo, useState } from "react";
import type { ReactNode } from "react";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { CellContent } from "./cell-content.tsx";
import { cellNote } from "./cell-note.ts";
import type { Column } from "../../core/map/sheet/column.ts";
import type { Drawing } from "./drawing.ts";
import { isBetween } from "./edit/block/block.ts";
import type { Block } from "./edit/block/block.ts";
import { cellField } from "./edit/cell-field.ts";
import { FeelingHand } from "./edit/feeling-hand.tsx";
import type { Hand } from "./edit/feeling-hand.tsx";
import { useFeelingHand } from "./edit/use-feeling-hand.ts";
import type { DrawnLine } from "./emotion-picture.tsx";
import { hasRoom, holds } from "../../core/map/sheet/lanes.ts";
import type { SheetLane } from "../../core/map/sheet/lanes.ts";
import { LaneName } from "./lane-name.tsx";
import type { MapText } from "./text.ts";
import { WhoseFeeling } from "./whose-feeling.tsx";
import { LanePicture } from "./lane-picture.tsx";
import type { Held } from "./lane-picture.tsx";
import { wayAt } from "../../core/map/sheet/emotion.ts";

type Props = {
  readonly lane: SheetLane;
  readonly line: keyof MapText["line"] | null;
  readonly row: number;
  readonly drawing: Drawing;
  readonly lines: readonly DrawnLine[];
  readonly shown: readonly number[];
  /** Fixed height in pixels where columns come and go; null lets the texts decide. */
  readonly height: number | null;
  readonly folded: boolean;
  /** Column of this row that takes the keyboard: 0 is the lane's name; null when another row does. */
  readonly active: number | null;
  /** The first and last touchpoint of which the cell is chosen. */
  readonly selected?: Block["columns"] | null;
  /** The cell of this row that is being typed in. */
  readonly editor?: { readonly column: number; readonly node: ReactNode } | null;
  /** Who else looks at which column of this row. */
  readonly present?: ReadonlyMap<number, string> | null;
  readonly editable?: boolean;
  /** Brings the line of a persona to the front. */
  readonly onPersona?: ((persona: string | null) => void) | null;
};

/** One lane of the map: its name, and a cell under every touchpoint. */
export const LaneRow = memo(function LaneRow(props: Props) {
  const { lane, line, row, drawing, lines, shown, height, folded, active } = props;
  const { selected = null, editor = null, present = null, editable = false } = props;
  const { onPersona = null } = props;
  const [held, setHeld] = useState<Held | null>(null);
  const { persona, curve } = drawing.emotion.chosen;
  const hand = useFeelingHand(drawing, editable && lane.kind === "emotion", setHeld);
  return (
    <>
      {line && <LineAcross line={line} />}
      <div
        role="row"
        className="lane"
        data-lane={lane.kind}
        data-folded={folded || undefined}
        aria-rowindex={row + 2}
      >
        <LaneName lane={lane} row={row} folded={folded} active={active === 0}>
          {lane.kind === "emotion" && !folded && (
            <WhoseFeeling drawing={drawing} editable={editable} onPersona={onPersona} />
          )}
        </LaneName>
        <div className="cells" role="none" style={height && !folded ? { blockSize: height } : {}}>
          {!folded && (
            <>
              <LanePicture
                lane={lane}
                drawing={drawing}
                lines={lines}
                shown={shown}
                whole={height !== null}
                held={held}
                ruled={editable}
              />
              {shown.map((index) => {
                const column = drawing.columns[index];
                return column ? (
                  <Cell
                    key={index}
                    lane={lane}
                    row={row}
                    column={column}
                    long={drawing.longWaits.has(index)}
                    roomy={height === null && hasRoom(lane, column, drawing.columns[index + 1])}
                    placed={height !== null}
                    active={active === index + 1}
                    selected={isBetween(selected, index)}
                    editor={editor?.column === index ? editor.node : null}
                    by={present?.get(index) ?? null}
                    field={editable && cellField(lane, column, persona?.id ?? null) !== null}
                    door={editable && (lane.kind === "picture" || lane.kind === "metrics")}
                    hand={hand}
                    rest={hand ? wayAt(curve, index) : 0}
                    held={held?.id === column.touchpoint.id ? held.value : null}
                  />
                ) : null;
              })}
            </>
          )}
        </div>
      </div>
    </>
  );
});

function LineAcross({ line }: { readonly line: keyof MapText["line"] }) {
  const t = useText().map;
  return (
    <div className="line-across" aria-hidden="true">
      <span>{t.line[line]}</span>
    </div>
  );
}

type CellProps = {
  readonly lane: SheetLane;
  readonly row: number;
  readonly column: Column;
  readonly long: boolean;
  /** Its words may run on over the next cell. */
  readonly roomy: boolean;
  readonly placed: boolean;
  readonly active: boolean;
  /** One of several that are chosen. */
  readonly selected: boolean;
  /** The field in its place while it is typed in. */
  readonly editor: ReactNode;
  /** Name of somebody else who looks at it. */
  readonly by: string | null;
  /** It can be typed in. */
  readonly field: boolean;
  /** What is not typed here is chosen in the drawer, which it opens. */
  readonly door: boolean;
  /** The feeling in it can be dragged; where it would lie without a claim, and where it is held. */
  readonly hand: Hand | null;
  readonly rest: number;
  readonly held: number | null;
};

const Cell = memo(function Cell(props: CellProps) {
  const { lane, row, column, long, roomy, placed, active, selected, editor, by, field } = props;
  const { door, hand, rest, held } = props;
  const t = useText().map;
  const f = useFormat();
  const note = cellNote(lane, column, t, f);
  return (
    <div
      role="gridcell"
      className="cell"
      aria-colindex={column.index + 2}
      aria-selected={selected || undefined}
      aria-label={note.length > 0 ? note.join(". ") : undefined}
      data-row={row}
      data-column={column.index + 1}
      data-roomy={roomy || undefined}
      data-field={field || undefined}
      data-empty={((field || door) && editor === null && !holds(lane, column)) || undefined}
      data-by={by ?? undefined}
      tabIndex={active ? 0 : -1}
      style={placed ? { insetInlineStart: `calc(${column.index} * var(--column))` } : undefined}
    >
      {editor ?? <CellContent column={column} lane={lane} long={long} />}
      {hand && !editor && (
        <FeelingHand column={column} hand={hand} rest={rest} held={held} active={active} />
      )}
    </div>
  );
});
