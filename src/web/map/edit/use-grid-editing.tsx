import { useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { useText } from "../../language/text.ts";
import { laneName } from "../../../core/map/sheet/lanes.ts";
import type { Drawing } from "../drawing.ts";
import type { Place } from "../grid-keys.ts";
import { CellEditor } from "./cell-editor.tsx";
import type { Next } from "./cell-editor.tsx";
import { cellField, titleField } from "./cell-field.ts";
import type { CellField } from "./cell-field.ts";
import { useEditing } from "./editing.ts";
import { useTouchpointDeeds } from "./use-touchpoint-deeds.ts";

type Open = Place & { readonly typed: string | null; readonly at: string };

/** Typing in the grid: which cell is a field now, and what keys do when none is. */
export function useGridEditing(drawing: Drawing, on: boolean, goTo: (place: Place) => void) {
  const t = useText().map;
  const editing = useEditing();
  const deeds = useTouchpointDeeds();
  const [open, setOpen] = useState<Open | null>(null);
  const able = on && editing?.allowed === true ? editing : null;

  function fieldAt({ row, column }: Place): CellField | null {
    const under = drawing.columns[column - 1];
    if (!able || !under) return null;
    const lane = drawing.lanes[row - 1];
    return row === 0
      ? titleField(under)
      : lane === undefined
        ? null
        : cellField(lane, under, drawing.emotion.chosen.persona?.id ?? null);
  }

  function nameOf({ row, column }: Place): string {
    const lane = drawing.lanes[row - 1];
    const name = lane === undefined ? t.touchpoint : laneName(lane, t);
    return `${name}: ${drawing.columns[column - 1]?.touchpoint.title ?? ""}`;
  }

  function start(place: Place, typed: string | null = null): boolean {
    const at = drawing.columns[place.column - 1]?.touchpoint.id;
    if (at === undefined || !fieldAt(place)) return false;
    setOpen({ ...place, typed, at });
    return true;
  }

  function done(place: Place, text: string, next: Next): boolean {
    const field = fieldAt(place);
    if (!able || !field) return true;
    const command = field.command(text, able.newId);
    if (command === "wrong") {
      able.announce(field.kind === "feeling" ? t.edit.wrongFeeling : t.edit.wrongText);
      return false;
    }
    if (command !== null && !able.edit(command, t.edit.changed(nameOf(place)))) return false;
    const to = { ...place, column: place.column + (next === "next" ? 1 : -1) };
    setOpen(null);
    if (next === "stay" || !start(to)) goTo(place);
    return true;
  }

  /** True when the key was about changing the map. */
  function onKey(event: KeyboardEvent, place: Place): boolean {
    const touchpoint = drawing.columns[place.column - 1]?.touchpoint.id;
    if (!able || touchpoint === undefined) return false;
    const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
    if (altKey && shiftKey && (key === "ArrowLeft" || key === "ArrowRight")) {
      const by = key === "ArrowLeft" ? -1 : 1;
      if (deeds.move(touchpoint, by)) goTo({ ...place, column: place.column + by });
      return true;
    }
    if (ctrlKey && shiftKey && key === "Enter") {
      if (deeds.addEpisode(touchpoint)) startNew(touchpoint, true);
      return true;
    }
    if (ctrlKey && key === "Enter") {
      if (deeds.add(touchpoint)) startNew(touchpoint, false);
      return true;
    }
    if (altKey || ctrlKey || metaKey) return false;
    if (key === "Enter" || key === "F2") return start(place);
    if (key === "Delete" && place.row === 0) {
      deeds.remove(touchpoint);
      return true;
    }
    if (key === "Delete" && fieldAt(place)) return done(place, "", "stay");
    return key.length === 1 && key !== " " ? start(place, key) : false;
  }

  /** A new touchpoint stands behind this one, or behind its episode: its title is typed at once. */
  function startNew(behind: string, episode: boolean): void {
    const at = drawing.columns.findIndex(({ touchpoint }) => touchpoint.id === behind);
    const own = drawing.columns[at]?.episode.id;
    const last = drawing.columns.findLastIndex((column) => column.episode.id === own);
    goTo({ row: 0, column: (episode ? last : at) + 2 });
  }

  function editorIn(row: number): { readonly column: number; readonly node: ReactNode } | null {
    if (open?.row !== row) return null;
    const at = drawing.columns.findIndex(({ touchpoint }) => touchpoint.id === open.at);
    const place = { row, column: at + 1 };
    const field = fieldAt(place);
    const lane = drawing.lanes[row - 1]?.key ?? "title";
    if (!able || !field) return null;
    return {
      column: at,
      node: (
        <CellEditor
          key={`${open.at}-${row}`}
          field={field}
          label={nameOf(place)}
          typed={open.typed}
          onDone={(text, next) => done(place, text, next)}
          onLeave={() => {
            setOpen(null);
            goTo(place);
          }}
          onTyping={() => able.look(open.at, lane, true)}
        />
      ),
    };
  }

  return { start, onKey, editorIn, isOpen: open !== null };
}
