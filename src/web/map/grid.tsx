import { useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from "react";
import { usePainted } from "../app/painted.tsx";
import { useText } from "../language/text.ts";
import type { Column } from "../../core/map/sheet/column.ts";
import type { Drawing } from "./drawing.ts";
import { afterFrames } from "../app/after-frames.ts";
import { selectedIn } from "./edit/block/block.ts";
import { useBlock } from "./edit/block/use-block.ts";
import { DropLayer } from "./edit/drag/drop-layer.tsx";
import { useEditing } from "./edit/editing.ts";
import type { Editing } from "./edit/editing.ts";
import { useGridEditing } from "./edit/use-grid-editing.tsx";
import type { Clicked } from "./drawer.tsx";
import { GridHead } from "./grid-head.tsx";
import { moved } from "./grid-keys.ts";
import type { Place } from "./grid-keys.ts";
import { lineAbove } from "../../core/map/sheet/lanes.ts";
import { laneHeight } from "./lane-height.ts";
import { LaneRow } from "./lane-row.tsx";
import { CellNote } from "./note.tsx";
import type { Pointed } from "./note.tsx";
import { EpisodeRules } from "./episode-rules.tsx";
import { useColumns } from "./use-columns.ts";
import { useDrawnLines } from "./use-drawn-lines.ts";

export const RAIL = 156;

type Props = {
  readonly drawing: Drawing;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Cells can be typed in. */
  readonly editable: boolean;
  readonly onOpen: (touchpoint: string, clicked: Clicked | null) => void;
  /** Brings the line of a persona, or of customers in general, to the front of the curve. */
  readonly onPersona: (persona: string | null) => void;
};

/** The map as a grid: one tab stop, arrow keys walk, Enter opens what stands behind a cell. */
export function MapGrid({ drawing, scroller, editable, onOpen, onPersona }: Props) {
  const t = useText().map;
  const editing = useEditing();
  const { columns, lanes, width } = drawing;
  const keys = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 1 });
  const [walking, setWalking] = useState(false);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const focused = walking && active.column > 0 ? active.column - 1 : null;
  const shown = useColumns(scroller, columns.length, width, RAIL, focused);
  const lines = useDrawnLines(drawing);
  const painted = usePainted();
  const heights = useMemo(() => {
    if (!shown.sparse) return null;
    const all: number[] = [];
    let top = ABOVE;
    for (const lane of lanes) {
      if (!painted && top >= innerHeight) break;
      const height = laneHeight(lane, columns, width);
      all.push(height);
      top += height;
    }
    return all;
  }, [lanes, columns, width, shown.sparse, painted]);

  useEffect(() => {
    if (walking) (cellAt(active) ?? cellAt({ ...active, column: 0 }))?.focus();

    function cellAt({ row, column }: Place): HTMLElement | null {
      return grid.current?.querySelector(`[data-row="${row}"][data-column="${column}"]`) ?? null;
    }
  }, [active, walking]);

  const drawn = useRef(columns);
  useEffect(() => {
    drawn.current = columns;
  }, [columns]);
  /** To a touchpoint, once what was done is drawn and a menu has given the keyboard back. */
  const goTo = useCallback((touchpoint: string) => {
    afterFrames(2, () => {
      const at = drawn.current.findIndex((one) => one.touchpoint.id === touchpoint);
      if (at === -1) return;
      setWalking(true);
      setActive({ row: 0, column: at + 1 });
    });
  }, []);

  const walkTo = (place: Place) => {
    setWalking(true);
    setActive({ ...place });
  };
  const typing = useGridEditing(drawing, editable, walkTo);
  const chosen = useBlock({
    drawing,
    editable,
    active,
    placeNow: () => placeIn(grid.current),
    goTo: walkTo,
  });

  function act({ row, column }: Place, onMark: boolean) {
    const lane = row === 0 ? null : (lanes[row - 1] ?? null);
    if (column > 0) {
      const touchpoint = columns[column - 1]?.touchpoint;
      if (touchpoint) onOpen(touchpoint.id, onMark ? "mark" : (lane?.kind ?? null));
    } else if (lane !== null) {
      setFolded((before) => toggled(before, lane.key));
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    const place = placeOf(event.target);
    if (!place || isOwn(event.target)) return;
    if (chosen.onKey(event, place) || typing.onKey(event, place)) return event.preventDefault();
    if (event.altKey || event.metaKey) return;
    const size = { rows: lanes.length + 1, columns: columns.length + 1 };
    const to = moved(event.key, event.ctrlKey, place, size);
    if (to) {
      chosen.drop();
      walkTo(to);
    } else if (event.key === "Enter" || event.key === " ") {
      act(place, false);
    } else if (event.key === "Escape") {
      setPointed(null);
      return;
    } else {
      return;
    }
    event.preventDefault();
  }

  /** With Shift the cells up to this one are chosen, and no words are marked on the way. */
  function onMouseDown(event: MouseEvent) {
    const place = placeOf(event.target);
    if (!event.shiftKey || !place || isOwn(event.target)) return;
    event.preventDefault();
    chosen.extendTo(place);
  }

  function onClick(event: MouseEvent) {
    const place = placeOf(event.target);
    if (!place || isOwn(event.target) || event.shiftKey) return;
    chosen.drop();
    const onMark = event.target instanceof Element && event.target.matches(".mark");
    if (!onMark && typing.start(place)) return;
    setActive(place);
    act(place, onMark);
  }

  function onFocus(event: FocusEvent) {
    const place = placeOf(event.target);
    if (!place || isOwn(event.target)) return;
    if (place.row !== active.row || place.column !== active.column) chosen.drop();
    setWalking(true);
    setActive(place);
    look(place);
    if (event.target.matches(":focus-visible")) point(event.target);
  }

  function look({ row, column }: Place) {
    const at = columns[column - 1]?.touchpoint.id ?? null;
    editing?.look(at, at && (lanes[row - 1]?.key ?? "title"), false);
  }

  function point(target: EventTarget) {
    const cell =
      target instanceof Element && !isOwn(target) ? target.closest<HTMLElement>(".cell") : null;
    const place = cell && placeOf(cell);
    const lane = place && lanes[place.row - 1];
    const column = place && columns[place.column - 1];
    setPointed(cell && lane && column ? { cell, lane, column } : null);
  }

  const activeIn = (row: number) => (active.row === row ? active.column : null);
  return (
    <div
      ref={grid}
      role="grid"
      className="grid"
      tabIndex={-1}
      aria-label={t.grid(drawing.title)}
      aria-describedby={keys}
      aria-rowcount={lanes.length + 2}
      aria-colcount={columns.length + 1}
      data-sparse={shown.sparse || undefined}
      aria-multiselectable
      onMouseDown={onMouseDown}
      data-lines={lines.length > 1 || undefined}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={() => {
        setWalking(false);
        setPointed(null);
      }}
      onPointerOver={(event) => point(event.target)}
      onPointerLeave={() => setPointed(null)}
    >
      <GridHead
        drawing={drawing}
        shown={shown.columns}
        placed={shown.sparse}
        active={activeIn(0)}
        current={active.column}
        selected={chosen.block && selectedIn(chosen.block, 0)}
        editor={typing.editorIn(0)}
        present={presentIn(editing, columns, "title")}
        // What one does with a touchpoint shows when it is pointed at: after the first frame.
        onOpen={editable && painted ? onOpen : null}
        onGo={goTo}
      />
      <div role="rowgroup" className="grid-body">
        <EpisodeRules spans={drawing.spans} />
        {lanes.map((lane, at) => (
          <LaneRow
            key={lane.key}
            lane={lane}
            line={lineAbove(lane, lanes)}
            row={at + 1}
            drawing={drawing}
            lines={lines}
            shown={heights === null || at < heights.length ? shown.columns : nothing}
            height={heights && (heights[at] ?? UNSEEN)}
            folded={folded.has(lane.key)}
            active={activeIn(at + 1)}
            selected={chosen.block && selectedIn(chosen.block, at + 1)}
            editor={typing.editorIn(at + 1)}
            present={presentIn(editing, columns, lane.key)}
            editable={editable}
            onPersona={onPersona}
          />
        ))}
      </div>
      <CellNote pointed={pointed} />
      {editable && <DropLayer drawing={drawing} scroller={scroller} rail={RAIL} onGo={goTo} />}
      <span id={keys} hidden>
        {t.keys} {editable && t.edit.keys}
      </span>
    </div>
  );
}

const nothing: readonly number[] = [];
/** What stands above the lanes is at least this high, in pixels. */
const ABOVE = 300;
/** A lane under the edge of the window is this high until the first frame is there. */
const UNSEEN = 48;

function toggled(lanes: ReadonlySet<string>, lane: string): ReadonlySet<string> {
  const after = new Set(lanes);
  if (!after.delete(lane)) after.add(lane);
  return after;
}

/** A part of a cell with keys and clicks of its own. */
function isOwn(target: EventTarget): boolean {
  return target instanceof Element && target.closest("[data-own]") !== null;
}

/** Who looks at which column of a lane; null when nobody does. */
function presentIn(
  editing: Editing | null,
  columns: readonly Column[],
  lane: string,
): ReadonlyMap<number, string> | null {
  const here = (editing?.others ?? []).filter(({ field }) => field === lane);
  if (here.length === 0) return null;
  return new Map(
    here.map(({ at, author }) => [
      columns.findIndex(({ touchpoint }) => touchpoint.id === at),
      author.name,
    ]),
  );
}

/** The cell of a grid that has the keyboard; none while one types in it. */
function placeIn(grid: HTMLElement | null): Place | null {
  const { activeElement } = document;
  if (!activeElement || !grid?.contains(activeElement) || isOwn(activeElement)) return null;
  return placeOf(activeElement);
}

function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  if (!cell) return null;
  return { row: Number(cell.dataset["row"]), column: Number(cell.dataset["column"]) };
}
