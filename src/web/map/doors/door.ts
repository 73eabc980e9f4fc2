import type { ReactNode, RefObject } from "react";

/** What a door that stands in a menu opens: held open from outside, beside the menu. */
export type Room = {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** What opened it. */
  readonly triggerRef: RefObject<HTMLButtonElement | null>;
};

/** A word in the menu of the map, and where it leads: to another page, or to a room over this one. */
export type Door = { readonly key: string; readonly words: string } & (
  | { readonly goes: () => void }
  | { readonly room: (room: Room) => ReactNode }
);
