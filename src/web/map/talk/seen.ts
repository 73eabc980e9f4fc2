import { z } from "zod";
import type { Comment } from "../../../protocol/map/comment.ts";
import { recall, remember } from "../../language/memory.ts";
import { saidIn, type Thread } from "./threads.ts";

/** What this browser has shown of the comments on a map. */
export const Seen = z.strictObject({
  /** All that is not newer was there at the first visit. */
  since: z.string(),
  /** Of a thread: the newest that was on the screen. */
  threads: z.record(z.string(), z.string()),
});
export type Seen = z.infer<typeof Seen>;

const nameOf = (place: string) => `spoor.talk.${place}`;

/** What was seen of the map at `place`; null at the first visit. */
export function recallSeen(place: string): Seen | null {
  const kept = recall(nameOf(place));
  if (kept === null) return null;
  try {
    return Seen.safeParse(JSON.parse(kept)).data ?? null;
  } catch {
    return null;
  }
}

export function rememberSeen(place: string, seen: Seen): void {
  remember(nameOf(place), JSON.stringify(seen));
}

/** At the first visit nothing is new: whoever comes later is not told what went before him. */
export function firstSeen(comments: readonly Comment[]): Seen {
  return { since: comments.map(({ at }) => at).reduce(later, ""), threads: {} };
}

/** Was this said by somebody else since one last looked? */
export function isUnread(comment: Comment, seen: Seen | null, person: string): boolean {
  if (seen === null || comment.author.id === person) return false;
  const last = seen.threads[comment.thread ?? comment.id] ?? "";
  return time(comment.at) > Math.max(time(seen.since), time(last));
}

/** Once a thread was on the screen. `threads` are all there are: what is no more is forgotten. */
export function withRead(seen: Seen, thread: Thread, threads: readonly Thread[]): Seen {
  const newest = saidIn(thread)
    .map(({ at }) => at)
    .reduce(later, "");
  const there = new Set(threads.map(({ first }) => first.id));
  const kept = Object.entries(seen.threads).filter(([id]) => there.has(id));
  return { ...seen, threads: { ...Object.fromEntries(kept), [thread.first.id]: newest } };
}

function later(one: string, other: string): string {
  return time(other) > time(one) ? other : one;
}

function time(at: string): number {
  return at === "" ? 0 : Date.parse(at);
}
