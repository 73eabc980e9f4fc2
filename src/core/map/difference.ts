import type { Command, Single, Value } from "./command.ts";
import {
  kinds,
  listed,
  listsOf,
  walk,
  walkFrom,
  type Element,
  type Found,
  type Kind,
} from "./elements.ts";
import { fieldOf, isLoose } from "./field.ts";
import { fill } from "./fill.ts";
import type { Journey } from "./journey.ts";
import { same } from "./merge.ts";
import { staying } from "./order.ts";
import { references } from "./references.ts";
import { schemas } from "./schemas.ts";

/**
 * The command that makes one journey the other, part for part by id; nothing when they are the same.
 * The first keeps its own id.
 * @example apply(a, difference(a, b)) // writes the same bytes as { ...b, id: a.id }
 */
export function difference(a: Journey, b: Journey): Command {
  const before = fill(a) as Journey;
  const after = withId(fill(b) as Journey, a.id);
  const parts = new Parts(before);
  parts.place(after, "journey");
  const commands = [...parts.commands, ...setsOf(before, after), ...parts.deferred];
  commands.push(...removals(before, after));
  const [only, ...more] = commands;
  return only && more.length === 0 ? only : { do: "all", commands };
}

/** The journey under another id; what points at the journey itself does so still. */
function withId(journey: Journey, id: string): Journey {
  if (journey.id === id) return journey;
  const exceptions = journey.exceptions?.map((each) =>
    each.at === journey.id ? { ...each, at: id } : each,
  );
  return { ...journey, id, ...(exceptions && { exceptions }) };
}

/** Lists that are done last, since their items cannot be before what they point at is. */
const late = ["transitions", "exceptions"];

/** Puts every part where it is to be, parents first, from left to right. */
class Parts {
  readonly commands: Single[] = [];
  /** What points at parts that came later, set when all are there. */
  readonly deferred: Single[] = [];
  readonly #known: Set<string>;
  /** The ids in the lists of each element, as the commands so far make them. */
  readonly #lists = new Map<string, readonly string[]>();

  constructor(before: Journey) {
    const found = walk(before);
    this.#known = new Set(found.map(({ element }) => element.id));
    for (const { element, kind } of found) this.#note(element, kind);
  }

  place(parent: Element, kind: Kind): void {
    const lists = listsOf(kind).toSorted(([a], [b]) => late.indexOf(a) - late.indexOf(b));
    for (const [list, child] of lists) {
      const items = listed(parent, list);
      const there = this.#lists.get(`${parent.id} ${list}`) ?? [];
      const stay = staying(
        there,
        items.map(({ id }) => id),
      );
      let after: string | null = null;
      for (const element of items) {
        const { id } = element;
        if (!this.#known.has(id)) this.#add({ to: parent.id, list, after }, element, child);
        else if (!stay.has(id)) this.commands.push({ do: "move", at: id, to: parent.id, after });
        after = id;
        this.place(element, child);
      }
    }
  }

  #add(at: { to: string; list: string; after: string | null }, element: Element, kind: Kind): void {
    const own = this.#onlyNew(element, kind);
    const added = walkFrom({ element: own, kind, parent: null, list: "", at: 0 });
    const ids = new Set([...this.#known, ...added.map((each) => each.element.id)]);
    const loose = this.#loosened(own, kind, ids);
    this.commands.push({ do: "add", ...at, element: loose });
    for (const each of added) {
      this.#known.add(each.element.id);
      this.#note(each.element, each.kind);
    }
  }

  /** The element with those of its parts that come with it; the others are moved in. */
  #onlyNew(element: Element, kind: Kind): Element {
    return mapLists(element, kind, (item, child) =>
      this.#known.has(item.id) ? null : this.#onlyNew(item, child),
    );
  }

  /** The element without the fields that point at what is not there yet. */
  #loosened(element: Element, kind: Kind, ids: ReadonlySet<string>): Element {
    const early = references({ element, kind }).filter(
      ({ id, as }) => as !== "needs" && !ids.has(id),
    );
    const fields = new Set(early.map(({ path }) => String(path[0])));
    for (const field of fields)
      this.deferred.push({
        do: "set",
        at: element.id,
        field,
        from: null,
        to: fieldOf(element, field),
      });
    const kept = Object.entries(element).filter(([field]) => !fields.has(field));
    return mapLists(Object.fromEntries(kept) as Element, kind, (item, child) =>
      this.#loosened(item, child, ids),
    );
  }

  #note(element: Element, kind: Kind): void {
    for (const [list] of listsOf(kind))
      this.#lists.set(
        `${element.id} ${list}`,
        listed(element, list).map(({ id }) => id),
      );
  }
}

/** An element with other items in its lists; null leaves an item out. */
function mapLists(
  element: Element,
  kind: Kind,
  change: (item: Element, kind: Kind) => Element | null,
): Element {
  const lists = listsOf(kind).flatMap(([list, child]) =>
    list in element
      ? [[list, listed(element, list).flatMap((item) => change(item, child) ?? [])] as const]
      : [],
  );
  return { ...element, ...Object.fromEntries(lists) };
}

/** Fields whose parts are set one by one, so that two who change different parts both keep theirs. */
const inParts = new Set(["questions", "importance", "backstage", "cells"]);

function setsOf(before: Journey, after: Journey): Single[] {
  const there = new Map(walk(before).map(({ element }) => [element.id, element]));
  return walk(after).flatMap(({ element, kind }) => {
    const was = there.get(element.id);
    return was ? setsBetween(was, element, kind) : [];
  });
}

/** What the fields of one element become, its lists aside. */
function setsBetween(was: Element, is: Element, kind: Kind): Single[] {
  const fields = Object.keys(schemas[kind].shape).filter((name) => !(name in kinds[kind].lists));
  return fields
    .flatMap((name) => {
      const [from, to] = [was[name], is[name]];
      if (!inParts.has(name) || !isLoose(from) || !isLoose(to)) return [name];
      return [...new Set([...Object.keys(from), ...Object.keys(to)])].map(
        (key) => `${name}.${key}`,
      );
    })
    .map((field): Single => {
      const [from, to]: Value[] = [fieldOf(was, field), fieldOf(is, field)];
      return { do: "set", at: is.id, field, from: from ?? null, to: to ?? null };
    })
    .filter((one) => one.do === "set" && !same(one.from, one.to));
}

/** What goes, each with all that it still holds; what needs another goes before it. */
function removals(before: Journey, after: Journey): Single[] {
  const stays = new Set(walk(after).map(({ element }) => element.id));
  const rank = ({ kind }: Found) => ["transition", "exception"].indexOf(kind);
  return walk(before)
    .filter(({ element, parent }) => !stays.has(element.id) && parent && stays.has(parent.id))
    .toSorted((a, b) => rank(b) - rank(a))
    .map(({ element }) => ({ do: "remove", at: element.id }));
}
