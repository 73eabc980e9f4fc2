import { useLayoutEffect, useRef } from "react";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { cellNote } from "./cell-note.ts";
import type { Column } from "../../core/map/sheet/column.ts";
import type { SheetLane } from "../../core/map/sheet/lanes.ts";

export type Pointed = {
  readonly cell: HTMLElement;
  readonly lane: SheetLane;
  readonly column: Column;
};

/** Beside the cell that is pointed at: what its figure rests on. */
export function CellNote({ pointed }: { readonly pointed: Pointed | null }) {
  const t = useText().map;
  const f = useFormat();
  const note = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!pointed || !note.current) return;
    const { left, right, top, bottom, height } = pointed.cell.getBoundingClientRect();
    const own = note.current.getBoundingClientRect();
    const tall = height > own.height * 2;
    const x = Math.max(8, Math.min((left + right - own.width) / 2, innerWidth - own.width - 8));
    const above = top - own.height - 4;
    const below = bottom + 4;
    const fits = below + own.height < innerHeight;
    note.current.style.translate = `${x}px ${fits && !(tall && above > 0) ? below : above}px`;
  }, [pointed]);

  const lines = pointed ? cellNote(pointed.lane, pointed.column, t, f) : [];
  if (!pointed || lines.length === 0) return null;
  return (
    <div ref={note} className="cell-note" aria-hidden="true">
      <strong>{pointed.column.touchpoint.title}</strong>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
