import { useEffect, useEffectEvent, useState } from "react";
import type { KeyboardEvent } from "react";
import {
  clearCells,
  copyCells,
  pasteCells,
  pasteTouchpoints,
} from "../../../../core/map/plan/paste.ts";
import type { BlockRow, Pasted } from "../../../../core/map/plan/paste.ts";
import { removeTouchpoints } from "../../../../core/map/plan/remove-touchpoints.ts";
import { writeTable, writeTsv } from "../../../../core/map/plan/tsv.ts";
import type { Column } from "../../../../core/map/sheet/column.ts";
import { onOneLine } from "../../../../core/map/named.ts";
import { useFormat } from "../../../language/format.ts";
import { useLanguage } from "../../../language/language.ts";
import type { Language } from "../../../language/language.ts";
import { useText } from "../../../language/text.ts";
import { cellNote } from "../../cell-note.ts";
import type { Drawing } from "../../drawing.ts";
import type { Place } from "../../grid-keys.ts";
import { moved } from "../../grid-keys.ts";
import { useEditing } from "../editing.ts";
import { useNotice } from "../notice.tsx";
import { blockBetween, sizeOf } from "./block.ts";
import type { Block } from "./block.ts";
import { rowOf } from "./block-row.ts";

/** What stands in the table on the clipboard, to know it again. */
const OWN = "spoor";
/** So many of the cells that found no place are told. */
const TOLD = 6;

type Copying = {
  readonly drawing: Drawing;
  readonly editable: boolean;
  readonly active: Place;
  /** The cell of the grid that has the keyboard; null when none has. */
  readonly placeNow: () => Place | null;
  readonly goTo: (place: Place) => void;
};

/** Several cells at once: which ones, and to and from the clipboard. */
export function useBlock({ drawing, editable, active, placeNow, goTo }: Copying) {
  const t = useText().map;
  const f = useFormat();
  const language = useLanguage();
  const editing = useEditing();
  const notice = useNotice();
  const [corner, setCorner] = useState<Place | null>(null);
  const able = editable && editing?.allowed ? editing : null;
  const block = corner && blockBetween(corner, active);
  const size = { rows: drawing.lanes.length + 1, columns: drawing.columns.length + 1 };

  const rowAt = (row: number): BlockRow => {
    const lane = drawing.lanes[row - 1];
    return row === 0 ? { lane: "title" } : lane ? rowOf(lane) : null;
  };
  const rowsFrom = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, at) => rowAt(first + at));
  const touchpointsOf = ({ columns }: Block) =>
    drawing.columns.slice(columns[0] - 1, columns[1]).map(({ touchpoint }) => touchpoint);

  /** The texts as one would type them, and of what the data says, as one reads it. */
  function textsOf(chosen: Block): string[][] {
    const touchpoints = touchpointsOf(chosen);
    const [first, last] = chosen.rows;
    const rows = rowsFrom(first, last).map((row) =>
      row === null || "own" in row || row.lane !== "goal" ? row : null,
    );
    return copyCells(touchpoints, rows).map((cells, at) => {
      const lane = drawing.lanes[first + at - 1];
      return cells.map((text, index) => {
        const column = drawing.columns[chosen.columns[0] - 1 + index];
        if (!lane || !column) return text;
        if (lane.kind === "goal") return column.opens ? (column.episode.goal ?? "") : "";
        if (lane.kind === "emotion") return feltText(text, column, language);
        return rowOf(lane) === null ? cellNote(lane, column, t, f).join("; ") : text;
      });
    });
  }

  function copy(data: DataTransfer, chosen: Block): void {
    const texts = textsOf(chosen);
    data.setData("text/plain", writeTsv(texts));
    data.setData("text/html", writeTable(texts, OWN));
    editing?.announce(t.edit.block.copied(sizeOf(chosen)));
  }

  function clear(chosen: Block): void {
    if (!able) return;
    const touchpoints = touchpointsOf(chosen);
    const titles = chosen.rows[1] === 0;
    const command = titles
      ? removeTouchpoints(
          able.journey,
          touchpoints.map(({ id }) => id),
        )
      : clearCells(able.journey, touchpoints, rowsFrom(...chosen.rows), able.newId);
    const said = titles
      ? t.edit.block.removed(touchpoints.length)
      : t.edit.block.cleared(sizeOf(chosen));
    if (command === null) able.announce(t.edit.block.nothing);
    else if (able.edit(command, said)) notice({ text: said, undo: said });
    setCorner(null);
    goTo({ row: chosen.rows[0], column: chosen.columns[0] });
  }

  function paste(data: DataTransfer, { row, column }: Place): void {
    const from = drawing.columns[column - 1]?.touchpoint.id;
    if (!able || from === undefined) return;
    const tsv = data.getData("text/plain");
    const list = !data.getData("text/html").includes(`data-from="${OWN}"`);
    const { journey, newId } = able;
    const pasted =
      row === 0
        ? pasteTouchpoints(journey, { from, list }, rowsFrom(1, size.rows - 1), tsv, newId)
        : pasteCells(
            journey,
            drawing.columns.slice(column - 1).map(({ touchpoint }) => touchpoint),
            rowsFrom(row, size.rows - 1),
            tsv,
            newId,
          );
    if (pasted === null) notice({ text: t.edit.block.tooLarge, more: [t.edit.block.most] });
    else tell(pasted);
  }

  function tell({ command, landed, left }: Pasted): void {
    const said = t.edit.block.pasted(landed);
    if (!able || (command && !able.edit(command, said))) return;
    if (left.length === 0) return able.announce(command ? said : t.edit.block.nothing);
    const lines = left.slice(0, TOLD).map(({ text }) => `“${short(onOneLine(text))}”`);
    const rest = left.length - lines.length;
    notice({
      text: t.edit.block.pastedBut(landed, left.length),
      more: rest > 0 ? [...lines, t.edit.block.andMore(rest)] : lines,
      ...(command && { undo: said }),
    });
  }

  const onClipboard = useEffectEvent((event: ClipboardEvent) => {
    const place = placeNow();
    if (!place || place.column === 0 || !event.clipboardData) return;
    const chosen = block ?? blockBetween(place, place);
    if (event.type === "paste") {
      if (!able) return;
      paste(event.clipboardData, { row: chosen.rows[0], column: chosen.columns[0] });
    } else {
      // Words marked with the mouse are what one means to copy.
      if (!document.getSelection()?.isCollapsed || (event.type === "cut" && !able)) return;
      copy(event.clipboardData, chosen);
      if (event.type === "cut") clear(chosen);
    }
    event.preventDefault();
  });

  useEffect(() => {
    const listen = (event: ClipboardEvent) => onClipboard(event);
    const names = ["copy", "cut", "paste"] as const;
    for (const name of names) document.addEventListener(name, listen);
    return () => {
      for (const name of names) document.removeEventListener(name, listen);
    };
  }, []);

  /** From the cell that has the keyboard to this one. */
  function extendTo(place: Place): void {
    setCorner((before) => before ?? active);
    goTo({ ...place, column: Math.max(1, place.column) });
  }

  /** True when the key was about several cells. */
  function onKey(event: KeyboardEvent, place: Place): boolean {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (altKey || place.column === 0) return false;
    const to = shiftKey && !ctrlKey && !metaKey ? moved(key, false, place, size) : null;
    if (to) extendTo(to);
    else if ((ctrlKey || metaKey) && key.toLowerCase() === "a") {
      setCorner({ row: 0, column: 1 });
      goTo({ row: size.rows - 1, column: size.columns - 1 });
    } else if (block && key === "Escape") setCorner(null);
    else if (block && able && (key === "Delete" || key === "Backspace")) clear(block);
    else return false;
    return true;
  }

  return { block, drop: () => setCorner(null), extendTo, onKey };
}

/** A feeling as it is typed: what the map claims, else what the data says. */
function feltText(claimed: string, { feeling }: Column, language: Language): string {
  const felt = feeling ? String(Math.round(feeling.value * 20) / 10) : "";
  const text = claimed === "" ? felt : claimed;
  return language === "nl" ? text.replace(".", ",") : text;
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
