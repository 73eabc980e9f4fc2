import { find, kindOf, type Kind } from "../../../core/map/elements.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { Named } from "../../../core/map/named.ts";
import type { Comment } from "../../../protocol/map/comment.ts";

/** A comment and the answers to it, oldest first. */
export type Thread = {
  readonly first: Comment;
  readonly answers: readonly Comment[];
  /** When somebody last said something in it. */
  readonly last: string;
};

/** All that was said in a thread. */
export function saidIn({ first, answers }: Thread): readonly Comment[] {
  return [first, ...answers];
}

/** Puts comments, oldest first, together with their answers. */
export function threadsOf(comments: readonly Comment[]): Thread[] {
  const answers = Map.groupBy(comments, ({ thread }) => thread);
  return (answers.get(null) ?? []).map((first) => {
    const own = answers.get(first.id) ?? [];
    return { first, answers: own, last: own.at(-1)?.at ?? first.at };
  });
}

export const filters = ["open", "resolved", "mine", "mentions"] as const;
export type Filter = (typeof filters)[number];

export type Reader = {
  readonly person: string;
  readonly name: string | null;
  readonly isUnread: (comment: Comment) => boolean;
};

/** Does a thread belong to what is asked for? What is unread counts as open, settled or not. */
export function shows(filter: Filter, thread: Thread, reader: Reader): boolean {
  const said = saidIn(thread);
  switch (filter) {
    case "open":
      return thread.first.resolved === null || said.some(reader.isUnread);
    case "resolved":
      return thread.first.resolved !== null;
    case "mine":
      return said.some(({ author }) => author.id === reader.person);
    case "mentions":
      return said.some(({ mentions }) => mentions.some((name) => sameName(name, reader.name)));
  }
}

function sameName(one: string, other: string | null): boolean {
  return other !== null && one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** What a thread is about, as the map is now. */
export type Place = {
  readonly kind: Kind;
  /** What the part is called; empty for the whole map. */
  readonly title: string;
  /** The touchpoint or episode on which it is drawn; null for the map as a whole. */
  readonly on: string | null;
  /** It is no more. */
  readonly gone: boolean;
};

/** Where on a map a comment belongs; a part that is gone is what it was when it was spoken of. */
export function placeOf(journey: Journey, names: Named, { element, about }: Comment): Place {
  const found = find(journey, element);
  if (!found) return { kind: kindOf(element) ?? "journey", title: about, on: null, gone: true };
  const title = names.titleOf(found.element);
  return { kind: found.kind, title, on: names.drawnOn(found), gone: false };
}

export type Placed = Thread & { readonly place: Place };

/** Threads about one touchpoint; about the episode or the map itself where `touchpoint` is null. */
export type Group = {
  readonly key: string;
  readonly touchpoint: string | null;
  readonly threads: readonly Placed[];
};

/** Threads about the map as a whole, about an episode and what is in it, or about what is gone. */
export type Section = {
  readonly key: string;
  readonly kind: "map" | "episode" | "gone";
  readonly title: string;
  readonly groups: readonly Group[];
};

/** Threads with where they belong. */
export function placed(journey: Journey, threads: readonly Thread[]): Placed[] {
  if (threads.length === 0) return [];
  const names = new Named(journey);
  return threads.map((thread) => ({ ...thread, place: placeOf(journey, names, thread.first) }));
}

/** Threads in the order of the map, of each part first the one in which something was said last. */
export function inMapOrder(journey: Journey, threads: readonly Placed[]): Section[] {
  const newest = threads.toSorted((a, b) => Date.parse(b.last) - Date.parse(a.last));
  const by = Map.groupBy(newest, ({ place }) => (place.gone ? "gone" : (place.on ?? "map")));
  const group = (key: string, touchpoint: string | null): Group[] => {
    const own = by.get(key);
    return own ? [{ key, touchpoint, threads: own }] : [];
  };
  const sections: Section[] = [
    { key: "map", kind: "map", title: "", groups: group("map", null) },
    ...journey.episodes.map(({ id, title, touchpoints }) => ({
      key: id,
      kind: "episode" as const,
      title,
      groups: [...group(id, null), ...touchpoints.flatMap((each) => group(each.id, each.title))],
    })),
    { key: "gone", kind: "gone", title: "", groups: group("gone", null) },
  ];
  return sections.filter(({ groups }) => groups.length > 0);
}
