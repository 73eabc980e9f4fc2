import { must } from "../assert.ts";
import type { Message } from "../message/message.ts";
import { singles, type Command, type Single } from "./command.ts";
import {
  find,
  holds,
  kindOf,
  kinds,
  listed,
  listsOf,
  walk,
  walkFrom,
  type Element,
  type Found,
  type Kind,
} from "./elements.ts";
import { fieldOf } from "./field.ts";
import { filled } from "./fill.ts";
import type { Journey } from "./journey.ts";
import { references, type Reference } from "./references.ts";
import { refusal } from "./rules.ts";
import { schemas } from "./schemas.ts";
import { withSet } from "./set.ts";

/** The journey after a command, and the command that takes it back; or why nothing happened. */
export type Applied =
  | { readonly ok: true; readonly journey: Journey; readonly undo: Command }
  | { readonly ok: false; readonly why: Message };

/**
 * Applies a command. It never breaks a journey: what the rules refuse is not done, and what would be
 * left pointing at nothing goes along. Taking it back with `undo` restores every byte.
 * @example apply(journey, { do: "set", at: "tp_bill", field: "title", from: "Bill", to: "I get a bill" })
 */
export function apply(journey: Journey, command: Command): Applied {
  let now = journey;
  const undo: Single[] = [];
  for (const one of singles(command)) {
    const why = refusal(now, one);
    if (why) return { ok: false, why };
    for (const step of one.do === "remove" ? steps(now, one.at) : [one]) {
      const done = run(now, step);
      now = done.journey;
      undo.push(done.undo);
    }
  }
  const [only, ...more] = undo.toReversed();
  return {
    ok: true,
    journey: now,
    undo: only && more.length === 0 ? only : { do: "all", commands: undo.toReversed() },
  };
}

/** What pointing at an element makes necessary before it can be taken out, and the taking out itself. */
function steps(journey: Journey, at: string): Single[] {
  const pointing = walk(journey).flatMap((found) => {
    const to = kinds[found.kind].points ? references(found) : [];
    return to.length > 0 ? [{ ...found, to }] : [];
  });
  /** Everything that goes, by id, with the id of what it goes with. */
  const going = new Map<string, string>();
  const along: string[] = [];
  let next: Found | undefined = there(journey, at);
  while (next) {
    const { id } = next.element;
    along.unshift(id);
    for (const { element } of walkFrom(next)) going.set(element.id, id);
    // What cannot be without what goes, goes along, and so on.
    next = pointing.find(
      ({ element, to }) =>
        !going.has(element.id) && to.some((each) => each.as === "needs" && going.has(each.id)),
    );
  }
  const loose = pointing.flatMap(({ element, to }) => {
    const own = going.get(element.id);
    const lost = to.filter(
      ({ id, as }) => as !== "needs" && going.has(id) && going.get(id) !== own,
    );
    return loosened(element, lost);
  });
  return [...loose, ...along.map((id): Single => ({ do: "remove", at: id }))];
}

function loosened(element: Element, broken: readonly Reference[]): Single[] {
  const fields = Map.groupBy(broken, ({ path, id, as }) =>
    as === "keys" ? `${path[0]}.${id}` : String(path[0]),
  );
  return [...fields].map(([field, references]) => {
    const ids = new Set(references.map(({ id }) => id));
    const from = fieldOf(element, field);
    const left = Array.isArray(from) ? from.filter((id) => !ids.has(id as string)) : [];
    return { do: "set", at: element.id, field, from, to: left.length === 0 ? null : left };
  });
}

type Done = { readonly journey: Journey; readonly undo: Single };

function run(journey: Journey, command: Single): Done {
  if (command.do === "set") return set(journey, command);
  if (command.do === "add") {
    const { to, list, after, element } = command;
    return {
      journey: put(journey, to, list, after, formed(element)),
      undo: { do: "remove", at: element.id },
    };
  }
  const found = there(journey, command.at);
  const { list, element } = found;
  const parent = found.parent?.id ?? journey.id;
  const after = siblingBefore(found);
  const without = take(journey, parent, list, element.id);
  if (command.do === "remove")
    return {
      journey: without,
      undo: { do: "add", to: parent, list, after, element },
    };
  return {
    journey: put(without, command.to, list, command.after, element),
    undo: { do: "move", at: element.id, to: parent, after },
  };
}

function set(journey: Journey, command: Extract<Single, { do: "set" }>): Done {
  const { at, field } = command;
  const { element, kind } = there(journey, at);
  const after = withSet(element, kind, command);
  return {
    journey: changed(journey, at, () => after),
    undo: { do: "set", at, field, from: fieldOf(after, field), to: fieldOf(element, field) },
  };
}

/** An element with all that it holds, in the one form in which a file has it. */
function formed(element: Element): Element {
  const kind = must(kindOf(element.id), "the kind of what is added");
  return filled(schemas[kind].parse(element), kind, new Set()) as Element;
}

function put(journey: Journey, to: string, list: string, after: string | null, element: Element) {
  return changed(journey, to, (parent) => {
    const items = listed(parent, list);
    const at = after === null ? 0 : items.findIndex(({ id }) => id === after) + 1;
    // A sibling that another took away in the meantime: the element goes last.
    const place = after !== null && at === 0 ? items.length : at;
    return { ...parent, [list]: [...items.slice(0, place), element, ...items.slice(place)] };
  });
}

function take(journey: Journey, from: string, list: string, id: string): Journey {
  return changed(journey, from, (parent) => {
    const left = listed(parent, list).filter((each) => each.id !== id);
    if (left.length > 0 || list === "touchpoints") return { ...parent, [list]: left };
    const { [list]: _, ...rest } = parent;
    return rest as Element;
  });
}

function siblingBefore({ parent, list, at }: Found): string | null {
  return parent && at > 0 ? (listed(parent, list)[at - 1]?.id ?? null) : null;
}

function there(journey: Journey, id: string): Found {
  const found = find(journey, id);
  if (!found) throw new Error(`The rules let ${id} pass, which is not there`);
  return found;
}

/** A copy of the journey in which one element is another; all that is not on the way to it is shared. */
function changed(journey: Journey, id: string, change: (element: Element) => Element): Journey {
  if (journey.id === id) return change(journey) as Journey & Element;
  const kind = must(kindOf(id), "the kind of what changes");
  return must(rebuilt(journey, "journey", id, kind, change), id) as Journey & Element;
}

/** Null when the element is not in this one. */
function rebuilt(
  parent: Element,
  of: Kind,
  id: string,
  kind: Kind,
  change: (element: Element) => Element,
): Element | null {
  for (const [list, child] of listsOf(of)) {
    if (child !== kind && !holds(child, kind)) continue;
    const items = listed(parent, list);
    for (let at = 0; at < items.length; at += 1) {
      const item = must(items[at], "an item");
      const after =
        child !== kind
          ? rebuilt(item, child, id, kind, change)
          : item.id === id
            ? change(item)
            : null;
      if (after) return { ...parent, [list]: items.with(at, after) };
    }
  }
  return null;
}
