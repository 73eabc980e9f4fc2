import { singles, type Command, type Single } from "./command.ts";
import { kindOf, kinds, listed, listsOf, type Element, type Kind } from "./elements.ts";
import { isLoose, parts } from "./field.ts";
import type { Journey } from "./journey.ts";
import { same } from "./merge.ts";
import { schemas } from "./schemas.ts";

/** Takes words out of a text; gives it back as it is when they are not in it. Never makes it longer. */
export type Clean = (text: string) => string;

/** What is no text of people: ids, what points at them, and names that the program gives. */
const fixed = new Set(["id", "spoor", "basedOn", "opens", "rule", "hash", "pinned"]);

/**
 * The journey without certain words, in whatever field they stand. Ids stay, since all that hangs on
 * them would come loose, and so does a field that could not be without the words.
 */
export function redacted(journey: Journey, clean: Clean): Journey {
  return cleanElement(journey, "journey", clean) as Journey & Element;
}

/** A command that brings none of these words. */
export function redactedCommand(command: Command, clean: Clean): Command {
  const cleaned = singles(command).map((one) => cleanSingle(one, clean));
  const [only] = cleaned;
  return command.do === "all" || only === undefined ? { do: "all", commands: cleaned } : only;
}

function cleanSingle(one: Single, clean: Clean): Single {
  if (one.do === "set") {
    const kind = kindOf(one.at);
    const [name] = parts(one.field);
    if (kind === null || isFixed(kind, name)) return one;
    return { ...one, from: cleanValue(one.from, clean), to: cleanValue(one.to, clean) };
  }
  const kind = one.do === "add" ? kindOf(one.element.id) : null;
  if (one.do !== "add" || kind === null) return one;
  return { ...one, element: cleanElement(one.element, kind, clean) };
}

function cleanElement(element: Element, kind: Kind, clean: Clean): Element {
  const lists = new Map(listsOf(kind));
  const entries = Object.entries(element).map(([name, value]) => {
    const child = lists.get(name);
    if (child !== undefined)
      return [name, listed(element, name).map((each) => cleanElement(each, child, clean))];
    return [name, isFixed(kind, name) ? value : cleanField(kind, name, value, clean)];
  });
  return Object.fromEntries(entries) as Element;
}

/** Cells are texts under the ids of their lanes. */
function isFixed(kind: Kind, name: string): boolean {
  return fixed.has(name) || (name !== "cells" && Object.hasOwn(kinds[kind].points ?? {}, name));
}

function cleanField(kind: Kind, name: string, value: unknown, clean: Clean): unknown {
  const cleaned = cleanValue(value, clean);
  if (same(cleaned, value)) return value;
  const schema = schemas[kind].shape[name];
  return schema === undefined || schema.safeParse(cleaned).success ? cleaned : value;
}

function cleanValue<T>(value: T, clean: Clean): T {
  if (typeof value === "string") return clean(value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => cleanValue(each, clean)) as T;
  if (!isLoose(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [clean(key), cleanValue(each, clean)]),
  ) as T;
}
