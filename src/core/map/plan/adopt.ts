import type { Evidence } from "../claim.ts";
import type { Single } from "../command.ts";
import { find, kinds, listed } from "../elements.ts";
import type { Journey } from "../journey.ts";
import { onOneLine } from "../named.ts";

/** What a note of a workshop can become on the map. */
export const adoptedKinds = ["pain", "opportunity", "quote"] as const;
export type AdoptedKind = (typeof adoptedKinds)[number];

const lists = { pain: "pains", opportunity: "opportunities", quote: "quotes" } as const;
const TITLE = 160;

type Note = { readonly id: string; readonly text: string };

/**
 * Puts a note on a part of the map. Its place there has an id that follows from the note's, so that
 * two who adopt it at the same moment do it once. Null where the part is gone or cannot hold it.
 */
export function adopt(
  journey: Journey,
  note: Note,
  { as, at, evidence }: { as: AdoptedKind; at: string; evidence: Evidence },
): Single | null {
  const place = find(journey, at);
  const list = lists[as];
  if (!place || kinds[place.kind].lists[list] !== as) return null;
  const after = listed(place.element, list).at(-1)?.id ?? null;
  const element = { id: adoptedId(as, note.id), ...worded(as, note.text), evidence };
  return { do: "add", to: at, list, after, element };
}

function worded(as: AdoptedKind, text: string) {
  if (as === "quote") return { text };
  const line = onOneLine(text);
  if (line.length <= TITLE) return { title: line };
  const end = line.slice(0, TITLE).lastIndexOf(" ");
  // A sign outside the first plane of Unicode is not cut in two.
  const cut = line.slice(0, end > TITLE / 2 ? end : TITLE - 1).replace(/[\uD800-\uDBFF]$/, "");
  return { title: `${cut}…`, text };
}

function adoptedId(as: AdoptedKind, note: string): string {
  return `${kinds[as].prefix}_${note}`;
}

/** What stands on the map of a note; null when nothing does, or not any more. */
export function adoptedAs(
  journey: Journey,
  note: string,
): { readonly as: AdoptedKind; readonly id: string } | null {
  for (const as of adoptedKinds) {
    const id = adoptedId(as, note);
    if (find(journey, id)) return { as, id };
  }
  return null;
}
