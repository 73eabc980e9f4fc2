import { useEffect, useState } from "react";
import type { FormEvent } from "react";
import { useText } from "../../language/text.ts";
import { chooseEditing, useEditMode } from "./edit-mode.ts";
import { useEditing } from "./editing.ts";
import type { Editing } from "./editing.ts";
import { rememberName, useRememberedName } from "./identity.ts";
import { MapSheet } from "./map-sheet.tsx";
import { toTheEnd } from "./to-the-end.ts";
import { useTouchpointDeeds } from "./use-touchpoint-deeds.ts";

/** The door to what the data has beside the map; null where there is no data. */
export type TrayDoor = {
  /** Of the tray that it opens. */
  readonly id: string;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
} | null;

/** The word, and the key E, to edit or to read. */
export function EditWord() {
  const t = useText().map.edit;
  const editing = useEditing();
  const on = useEditMode();
  useEditKeys(editing, on);
  if (!editing?.allowed) return null;
  return (
    <button
      type="button"
      className="edit-word"
      aria-pressed={on}
      title={t.editKey}
      onClick={() => chooseEditing(!on)}
    >
      {t.edit}
    </button>
  );
}

/** While editing, what belongs to it; and always who else is here. */
export function EditBar({ tray }: { readonly tray: TrayDoor }) {
  const t = useText().map.edit;
  const editing = useEditing();
  const on = useEditMode();
  if (!editing?.allowed) return null;
  return (
    <div className="edit-bar" role="group" aria-label={t.bar}>
      {on && <Tools editing={editing} tray={tray} />}
      <State editing={editing} on={on} />
    </div>
  );
}

function Tools({ editing, tray }: { readonly editing: Editing; readonly tray: TrayDoor }) {
  const t = useText().map.edit;
  const deeds = useTouchpointDeeds();
  const { canUndo, canRedo, undo, redo } = editing;
  const undoing = canUndo === null ? t.undo : t.undoOf(canUndo);
  const redoing = canRedo === null ? t.redo : t.redoOf(canRedo);
  return (
    <>
      <button
        type="button"
        className="edit-word"
        disabled={canUndo === null}
        aria-label={undoing}
        title={undoing}
        onClick={undo}
      >
        {t.undo}
      </button>
      <button
        type="button"
        className="edit-word"
        disabled={canRedo === null}
        aria-label={redoing}
        title={redoing}
        onClick={redo}
      >
        {t.redo}
      </button>
      <button type="button" className="edit-word" onClick={() => deeds.addAtEnd() && toTheEnd()}>
        {t.addTouchpoint}
      </button>
      <button
        type="button"
        className="edit-word"
        onClick={() => deeds.addEpisode(null) && toTheEnd()}
      >
        {t.addEpisode}
      </button>
      <MapSheet />
      {tray && (
        <button
          type="button"
          className="edit-word"
          aria-expanded={tray.open}
          aria-controls={tray.open ? tray.id : undefined}
          onClick={() => tray.onOpen(!tray.open)}
        >
          {t.fromData}
        </button>
      )}
      <OwnName />
    </>
  );
}

/** Whether the server has it, and who else is here; quiet as long as all is well. */
function State({ editing, on }: { readonly editing: Editing; readonly on: boolean }) {
  const t = useText().map.edit;
  const { state, others } = editing;
  const names = [...new Set(others.map(({ author }) => author.name))];
  return (
    <span className="edit-state" data-state={state} role="status">
      {state === "offline" ? t.offline : on ? t.state[state] : ""}
      {names.length > 0 && <span className="edit-others">{t.alsoHere(names.join(", "))}</span>}
    </span>
  );
}

/** Asked once: the name that others see. */
function OwnName() {
  const t = useText().map.edit;
  const known = useRememberedName() !== null;
  const [name, setName] = useState("");
  if (known) return null;
  function submit(event: FormEvent) {
    event.preventDefault();
    rememberName(name.trim().slice(0, 80) || t.guest);
  }
  return (
    <form className="own-name" onSubmit={submit}>
      <label>
        {t.yourName}
        <input
          value={name}
          maxLength={80}
          placeholder={t.guest}
          autoComplete="name"
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <button type="submit" className="edit-word">
        {t.thatsMe}
      </button>
    </form>
  );
}

/** E to edit and to read; undo and redo as everywhere. Fields keep their own keys. */
function useEditKeys(editing: Editing | null, on: boolean): void {
  useEffect(() => {
    if (!editing?.allowed) return;
    const { undo, redo } = editing;
    function onKey(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
      if (target instanceof Element && target.closest("input, textarea, select, [role=dialog]"))
        return;
      const command = ctrlKey || metaKey;
      const letter = key.toLowerCase();
      if (command && on && letter === "z" && !shiftKey) undo();
      else if (command && on && (letter === "y" || letter === "z")) redo();
      else if (!command && !altKey && letter === "e" && !(on && inGrid(target))) chooseEditing(!on);
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [editing, on]);
}

/** While editing, a letter on a cell of the grid is typed into it. */
function inGrid(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=grid]") !== null;
}
