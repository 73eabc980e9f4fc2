import type { Binding } from "../../../../core/map/journey.ts";

/** What is dragged over the map: a part of it, or events from the data. */
export type Held =
  | { readonly kind: "touchpoint"; readonly id: string; readonly title: string }
  | { readonly kind: "episode"; readonly id: string; readonly title: string }
  | { readonly kind: "event"; readonly rule: Binding; readonly title: string };

type Taking = (held: Held, event: PointerEvent) => void;

const followers = new Set<Taking>();

/** A grip was pressed; the map follows it from there. */
export function take(held: Held, event: PointerEvent): void {
  if (event.button !== 0) return;
  for (const tell of followers) tell(held, event);
}

export function onTaken(tell: Taking): () => void {
  followers.add(tell);
  return () => followers.delete(tell);
}
