import { memo } from "react";
import type { ReactNode } from "react";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { CellContent } from "./cell-content.tsx";
import { cellNote } from "./cell-note.ts";
import type { Column } from "../../core/map/sheet/column.ts";
import type { Drawing } from "./drawing.ts";
import type { EmotionLabel } from "../../core/map/sheet/emotion-label.ts";
import { isBetween } from "./edit/block/block.ts";
import type { Block } from "./edit/block/block.ts";
import { cellField } from "./edit/cell-field.ts";
import { EmotionPicture } from "./emotion-picture.tsx";
import { hasRoom, holds } from "../../core/map/sheet/lanes.ts";
import type { SheetLane } from "../../core/map/sheet/lanes.ts";
import { LaneName } from "./lane-name.tsx";
import type { MapText } from "./text.ts";
import { StreamPicture } from "./stream-picture.tsx";

/** Columns per picture: small enough to come and go while one scrolls, so that nothing is repainted. */
const BLOCK = 10;

type Props = {
  readonly lane: SheetLane;
  readonly line: keyof MapText["line"] | null;
  readonly row: number;
  readonly drawing: Drawing;
  readonly labels: readonly EmotionLabel[];
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
};

/** One lane of the map: its name, and a cell under every touchpoint. */
export const LaneRow = memo(function LaneRow(props: Props) {
  const { lane, line, row, drawing, labels, shown, height, folded, active } = props;
  const { selected = null, editor = null, present = null, editable = false } = props;
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
        <LaneName lane={lane} row={row} folded={folded} active={active === 0} />
        <div className="cells" role="none" style={height && !folded ? { blockSize: height } : {}}>
          {!folded && (
            <>
              <Pictures
                lane={lane}
                drawing={drawing}
                labels={labels}
                shown={shown}
                whole={height !== null}
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
                    field={editable && cellField(lane, column, null) !== null}
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

function Pictures({
  lane,
  drawing: { columns, curve, stream, width },
  labels,
  shown,
  whole,
}: Pick<Props, "lane" | "drawing" | "labels" | "shown"> & { readonly whole: boolean }) {
  if (lane.kind !== "emotion" && lane.kind !== "stream") return null;
  const [start, end] = whole ? [0, columns.length - 1] : [shown[0] ?? 0, shown.at(-1) ?? -1];
  const blocks = [...new Set(shown.map((index) => Math.floor(index / BLOCK)))];
  return blocks.map((block) => {
    const first = Math.max(block * BLOCK, start);
    const last = Math.min((block + 1) * BLOCK - 1, end);
    const part = { first, last, width };
    return (
      <div
        key={block}
        className="picture"
        style={{ insetInlineStart: `calc(${first} * var(--column) - var(--start))` }}
      >
        {lane.kind === "emotion" ? (
          <EmotionPicture curve={curve} labels={labels} {...part} />
        ) : (
          <StreamPicture stream={stream} columns={columns} {...part} />
        )}
      </div>
    );
  });
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
};

const Cell = memo(function Cell(props: CellProps) {
  const { lane, row, column, long, roomy, placed, active, selected, editor, by, field } = props;
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
      data-empty={(field && editor === null && !holds(lane, column)) || undefined}
      data-by={by ?? undefined}
      tabIndex={active ? 0 : -1}
      style={placed ? { insetInlineStart: `calc(${column.index} * var(--column))` } : undefined}
    >
      {editor ?? <CellContent column={column} lane={lane} long={long} />}
    </div>
  );
});
