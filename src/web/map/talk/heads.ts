import type { Reaction } from "../../../protocol/map/comment.ts";
import type { Head } from "./talk.ts";
import { saidIn, type Placed, type Reader } from "./threads.ts";

const none: Head = { open: 0, unread: 0, reactions: [] };

/** What is to be told in the head of each touchpoint and episode of which something is said. */
export function headsOf(
  threads: readonly Placed[],
  reactions: readonly Reaction[],
  isUnread: Reader["isUnread"],
): ReadonlyMap<string, Head> {
  const heads = new Map<string, Head>();
  for (const thread of threads) {
    const { on } = thread.place;
    if (on === null) continue;
    const head = heads.get(on) ?? none;
    heads.set(on, {
      ...head,
      open: head.open + (thread.first.resolved === null ? 1 : 0),
      unread: head.unread + saidIn(thread).filter(isUnread).length,
    });
  }
  for (const reaction of reactions) {
    const head = heads.get(reaction.element) ?? none;
    heads.set(reaction.element, { ...head, reactions: [...head.reactions, reaction] });
  }
  return heads;
}
