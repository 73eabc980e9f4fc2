import type { Message } from "../message/message.ts";
import type { Command, Single } from "./command.ts";
import { singles } from "./command.ts";
import { find, kinds, listed, walk, type Element, type Found } from "./elements.ts";
import { fieldOf, withField } from "./field.ts";
import type { Journey } from "./journey.ts";
import { merge } from "./merge.ts";
import { references } from "./references.ts";
import { refusal } from "./rules.ts";

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
      undo.unshift(done.undo);
    }
  }
  const [only, ...more] = undo;
  return {
    ok: true,
    journey: now,
    undo: only && more.length === 0 ? only : { do: "all", commands: undo },
  };
}

/** What pointing at an element makes necessary before it can be taken out, and the taking out itself. */
function steps(journey: Journey, at: string): Single[] {
  const target = find(journey, at);
  const going = new Set(
    target ? [...below(target.element, target)].map(({ element }) => element.id) : [],
  );
  const gone = new Set<string>();
  const before: Single[] = [];
  for (const each of walk(journey)) {
    const { element } = each;
    if (going.has(element.id)) continue;
    const broken = references(each).filter(({ id }) => going.has(id));
    if (broken.length === 0) continue;
    if (broken.some(({ as }) => as === "needs")) {
      gone.add(element.id);
      before.push(...steps(journey, element.id));
      continue;
    }
    before.push(...loosened(element, broken));
  }
  return [...dedupe(before, gone), { do: "remove", at }];
}

function dedupe(before: readonly Single[], gone: ReadonlySet<string>): Single[] {
  const seen = new Set<string>();
  return before.filter((one) => {
    if (one.do === "set" && gone.has(one.at)) return false;
    const key = one.do === "remove" ? one.at : JSON.stringify(one);
    const again = seen.has(key);
    seen.add(key);
    return !again;
  });
}

function loosened(
  element: Element,
  broken: readonly {
    readonly path: readonly (string | number)[];
    readonly id: string;
    readonly as: string;
  }[],
): Single[] {
  const fields = new Map<string, Set<string>>();
  for (const { path, id, as } of broken) {
    const field = as === "keys" ? `${path[0]}.${id}` : String(path[0]);
    fields.set(field, (fields.get(field) ?? new Set()).add(id));
  }
  return [...fields].map(([field, ids]) => {
    const from = fieldOf(element, field);
    const left = Array.isArray(from)
      ? from.filter((id) => typeof id === "string" && !ids.has(id))
      : [];
    return { do: "set", at: element.id, field, from, to: left.length === 0 ? null : left };
  });
}

function* below(root: Element, found: Found): Generator<Found> {
  yield found;
  for (const [list, kind] of Object.entries(kinds[found.kind].lists))
    for (const [at, element] of listed(root, list).entries())
      yield* below(element, { element, kind, parent: root, list, at });
}

type Done = { readonly journey: Journey; readonly undo: Single };

function run(journey: Journey, command: Single): Done {
  if (command.do === "set") return set(journey, command);
  if (command.do === "add")
    return {
      journey: put(journey, command.to, command.list, command.after, command.element),
      undo: { do: "remove", at: command.element.id },
    };
  const found = there(journey, command.at);
  const { list, element } = found;
  const parent = found.parent?.id ?? journey.id;
  const after = siblingBefore(found);
  const without = take(journey, parent, list, element.id);
  if (command.do === "remove")
    return {
      journey: without,
      undo: {
        do: "add",
        to: parent,
        list,
        after,
        element,
      },
    };
  return {
    journey: put(without, command.to, list, command.after, element),
    undo: { do: "move", at: element.id, to: parent, after },
  };
}

function set(journey: Journey, { at, field, from, to }: Extract<Single, { do: "set" }>): Done {
  const { element } = there(journey, at);
  const now = fieldOf(element, field);
  const value = merge(from, to, now);
  return {
    journey: changed(journey, at, (each) => withField(each, field, value)),
    undo: { do: "set", at, field, from: value, to: now },
  };
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
  return rebuilt(journey, "journey", id, change) as Journey & Element;
}

function rebuilt(
  element: Element,
  kind: keyof typeof kinds,
  id: string,
  change: (element: Element) => Element,
): Element {
  if (element.id === id) return change(element);
  for (const [list, child] of Object.entries(kinds[kind].lists)) {
    const items = listed(element, list);
    for (const [at, item] of items.entries()) {
      const after = rebuilt(item, child, id, change);
      if (after !== item) return { ...element, [list]: items.with(at, after) };
    }
  }
  return element;
}
