import type { z } from "zod";
import { describeError } from "../issue.ts";
import { message, type Message } from "../message/message.ts";
import type { Single, Value } from "./command.ts";
import { find, kindOf, kinds, listsOf, walkFrom, type Found, type Kind } from "./elements.ts";
import { parts, plain } from "./field.ts";
import type { Journey } from "./journey.ts";
import { same } from "./merge.ts";
import { references } from "./references.ts";
import { schemas } from "./schemas.ts";
import { withSet } from "./set.ts";

/** Why a command may not be done to this journey; null when it may. */
export function refusal(journey: Journey, command: Single): Message | null {
  if (!same(plain(command), command)) return message("odd-characters");
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
  const [name, part] = parts(field);
  const { kind, element } = found;
  const { shape } = schemas[kind];
  const fixed = name === "id" || name === "spoor" || childOf(kind, name) !== null;
  if (fixed || part === "__proto__" || !Object.hasOwn(shape, name))
    return message("no-field", { kind, field });
  const after = withSet(element, kind, { field, from, to });
  const read = shape[name]?.safeParse(after[name]);
  if (read && !read.success) return unfit(kind, field, to, read.error);
  return Object.hasOwn(kinds[kind].points ?? {}, name)
    ? dangling(journey, { element: after, kind }, new Set())
    : null;
}

function unfit(kind: Kind, field: string, to: Value, error: z.ZodError): Message {
  if (to === null || to === "") return message("needed", { kind, field });
  const [first] = error.issues;
  if (first?.code === "too_big" && first.origin === "string")
    return message("too-long", { most: Number(first.maximum) });
  return message("unfit", { kind, field, fault: describeError(error) });
}

function refusedAdd(journey: Journey, { to, list, element }: Of<"add">): Message | null {
  const parent = find(journey, to);
  if (!parent) return gone(to);
  const kind = childOf(parent.kind, list);
  if (kind === null) return message("no-field", { kind: parent.kind, field: list });
  const read = schemas[kind].safeParse(element);
  if (!read.success) return unfit(kind, list, element as Value, read.error);
  const added = walkFrom({ element, kind, parent: parent.element, list, at: 0 });
  const ids = new Set<string>();
  for (const { element: each } of added) {
    if (ids.has(each.id) || find(journey, each.id)) return message("id-taken", { id: each.id });
    ids.add(each.id);
  }
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
  if (!found.parent || childOf(parent.kind, found.list) !== found.kind || after === at)
    return message("wrong-place", { kind: found.kind, parent: parent.kind });
  return null;
}

function isLastEpisode(journey: Journey, { kind }: Found): boolean {
  return kind === "episode" && journey.episodes.length === 1;
}

/** Of which kind the items of a list are; null when this kind of element has no such list. */
function childOf(kind: Kind, list: string): Kind | null {
  return listsOf(kind).find(([name]) => name === list)?.[1] ?? null;
}

function dangling(
  journey: Journey,
  found: Pick<Found, "element" | "kind">,
  added: ReadonlySet<string>,
): Message | null {
  const broken = references(found).find(({ id }) => !added.has(id) && !find(journey, id));
  return broken ? gone(broken.id) : null;
}

function gone(id: string): Message {
  return message("gone", { what: kindOf(id) ?? "element", id });
}
