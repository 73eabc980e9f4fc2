import { useState } from "react";
import type { KeyboardEvent } from "react";
import { askingAt, named, namesFor } from "./mention.ts";
import type { Asking } from "./mention.ts";

/** The names that fit behind the @ that is being typed, and the one that Enter takes. */
export function useCompletion(
  text: string,
  people: readonly string[],
  onTaken: (text: string, caret: number) => void,
) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [at, setAt] = useState(0);
  const names = asking ? namesFor(asking.typed, people) : [];
  const chosen = names[Math.min(at, names.length - 1)];

  /** The text or the cursor in it has changed. */
  function follow(now: string, caret: number): void {
    const next = askingAt(now, caret);
    if (next?.from !== asking?.from || next?.typed !== asking?.typed) setAt(0);
    setAsking(next);
  }

  function take(name: string): void {
    if (asking === null) return;
    const taken = named(text, asking, name);
    setAsking(null);
    onTaken(taken.text, taken.caret);
  }

  /** True when the key was about the names. */
  function onKey({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    if (chosen === undefined || altKey || ctrlKey || metaKey || shiftKey) return false;
    if (key === "ArrowDown") setAt((names.indexOf(chosen) + 1) % names.length);
    else if (key === "ArrowUp") setAt((names.indexOf(chosen) + names.length - 1) % names.length);
    else if (key === "Enter" || key === "Tab") take(chosen);
    else if (key === "Escape") setAsking(null);
    else return false;
    return true;
  }

  return { names, chosen, follow, take, onKey, leave: () => setAsking(null) };
}
