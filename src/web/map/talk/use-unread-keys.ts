import { useEffect } from "react";
import type { RefObject } from "react";

/** N and P walk through the threads with these ids, round and round. The returned function walks too. */
export function useUnreadKeys(
  list: RefObject<HTMLElement | null>,
  unread: readonly string[],
  onNone: () => void,
): (by: 1 | -1) => void {
  function walk(by: 1 | -1): void {
    if (unread.length === 0) return onNone();
    const all = [...(list.current?.querySelectorAll<HTMLElement>("[data-thread]") ?? [])];
    const here = all.findIndex((thread) => thread.contains(document.activeElement));
    const ways = all.map((thread, at) => ({ thread, at })).filter(({ thread }) => isUnread(thread));
    const next =
      by === 1
        ? (ways.find(({ at }) => at > here) ?? ways[0])
        : (ways.findLast(({ at }) => here >= 0 && at < here) ?? ways.at(-1));
    next?.thread.focus();
    next?.thread.scrollIntoView({ block: "nearest" });
  }

  function isUnread({ dataset }: HTMLElement): boolean {
    return unread.includes(dataset["thread"] ?? "");
  }

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (ctrlKey || metaKey || altKey) return;
      if (target instanceof Element && target.closest("input, textarea, select")) return;
      const by = { n: 1, p: -1 }[key.toLowerCase()];
      if (by === undefined) return;
      event.preventDefault();
      walk(by as 1 | -1);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
  return walk;
}
