import { createContext, useContext } from "react";
import type { Journey } from "../../../core/map/journey.ts";
import type { Reaction } from "../../../protocol/map/comment.ts";
import type { Deeds } from "./use-deeds.ts";
import type { Placed, Reader, Thread } from "./threads.ts";

/** What is said of the map around this part of the page, and what one can say. */
export type Talk = Reader & {
  readonly journey: Journey;
  /** Null while they are on their way. */
  readonly threads: readonly Placed[] | null;
  /** Why they do not come. */
  readonly error: Error | null;
  readonly reactions: readonly Reaction[];
  /** What stands in the head of a touchpoint or an episode. */
  readonly heads: ReadonlyMap<string, Head>;
  /** Who can be asked to look: the team, who said something, who is here. */
  readonly people: readonly string[];
  /** The thread was on the screen. */
  readonly read: (thread: Thread) => void;
  readonly deeds: Deeds;
  /** What was typed and not placed, by what it is about. */
  readonly drafts: Map<string, string>;
  /** The sheet with all comments, and the part that it was opened at; null when it is shut. */
  readonly sheet: { readonly at: string | null } | null;
  readonly openSheet: (at: string | null) => void;
  readonly shutSheet: () => void;
};

export type Head = {
  /** Threads that are open, and comments that are unread. */
  readonly open: number;
  readonly unread: number;
  readonly reactions: readonly Reaction[];
};

export const TalkContext = createContext<Talk | null>(null);

/** The comments and reactions of this map; null where a map is shown to people outside. */
export function useTalk(): Talk | null {
  return useContext(TalkContext);
}
