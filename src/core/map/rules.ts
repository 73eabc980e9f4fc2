import { describeError } from "../issue.ts";
import { message, type Message } from "../message/message.ts";
import type { Single } from "./command.ts";
import { find, kindOf, kinds, walk, type Element, type Found, type Kind } from "./elements.ts";
import { fieldOf, parts, withField } from "./field.ts";
import type { Journey } from "./journey.ts";
import { merge } from "./merge.ts";
import { references } from "./references.ts";
import { schemas } from "./schemas.ts";

/** Why a command may not be done to this journey; null when it may. */
export function refusal(journey: Journey, command: Single): Message | null {
  switch (command.do) {
    case "set":
      return refusedSet(journey, command);
    case "add":
      return refusedAdd(journey, command);
    case "remove":
      return refusedRemove(journey, command.at);
    case "move":
      return refusedMove(journey, command);
  }
}

type Of<Do extends Single["do"]> = Extract<Single, { do: Do }>;

function refusedSet(journey: Journey, { at, field, from, to }: Of<"set">): Message | null {
  const found = find(journey, at);
  if (!found) return gone(at);
  const [name = ""] = parts(field);
  const { kind, element } = found;
  const fixed = name === "id" || name === "spoor" || name in kinds[kind].lists;
  if (fixed || !(name in schemas[kind].shape)) return message("no-field", { kind, field });
  const after = withField(element, field, merge(from, to, fieldOf(element, field)));
  return unfit(kind, after, field) ?? dangling(journey, { element: after, kind }, []);
}

function refusedAdd(journey: Journey, { to, list, element }: Of<"add">): Message | null {
  const parent = find(journey, to);
  if (!parent) return gone(to);
  const kind = kinds[parent.kind].lists[list];
  if (kind === undefined) return message("no-field", { kind: parent.kind, field: list });
  const misfit = unfit(kind, element, list);
  if (misfit) return misfit;
  const there = new Set([...walk(journey)].map((each) => each.element.id));
  const added = within(element, kind);
  const ids = added.map((each) => each.element.id);
  const twice = ids.find((id, at) => there.has(id) || ids.indexOf(id) !== at);
  if (twice !== undefined) return message("id-taken", { id: twice });
  for (const each of added) {
    const broken = dangling(journey, each, ids);
    if (broken) return broken;
  }
  return null;
}

function refusedRemove(journey: Journey, at: string): Message | null {
  const found = find(journey, at);
  if (!found) return gone(at);
  if (!found.parent) return message("not-the-journey");
  return isLastEpisode(journey, found) ? message("last-episode") : null;
}

function refusedMove(journey: Journey, { at, to, after }: Of<"move">): Message | null {
  const found = find(journey, at);
  const parent = find(journey, to);
  if (!found) return gone(at);
  if (!parent) return gone(to);
  if (kinds[parent.kind].lists[found.list] !== found.kind || after === at)
    return message("wrong-place", { kind: found.kind, parent: parent.kind });
  return null;
}

function isLastEpisode(journey: Journey, { kind }: Found): boolean {
  return kind === "episode" && journey.episodes.length === 1;
}

function unfit(kind: Kind, element: Element, field: string): Message | null {
  const read = schemas[kind].safeParse(element);
  if (!read.success) return message("unfit", { kind, field, fault: describeError(read.error) });
  return null;
}

function dangling(
  journey: Journey,
  found: Pick<Found, "element" | "kind">,
  added: readonly string[],
): Message | null {
  const broken = references(found).find(({ id }) => !added.includes(id) && !find(journey, id));
  return broken ? gone(broken.id) : null;
}

function within(element: Element, kind: Kind): Pick<Found, "element" | "kind">[] {
  return [
    { element, kind },
    ...Object.entries(kinds[kind].lists).flatMap(([list, child]) =>
      ((element[list] as Element[] | undefined) ?? []).flatMap((item) => within(item, child)),
    ),
  ];
}

function gone(id: string): Message {
  return message("gone", { what: kindOf(id) ?? "element", id });
}
