import type { Value } from "./command.ts";
import { kinds, listed, walk, walkFrom, type Found, type Kind } from "./elements.ts";
import { fieldOf, isLoose } from "./field.ts";
import type { Journey } from "./journey.ts";
import { same } from "./merge.ts";
import { nameOf, Named } from "./named.ts";
import { staying } from "./order.ts";
import { schemas } from "./schemas.ts";

/** One thing that is different between two journeys, as a person would tell it. */
export type Change = {
  readonly what:
    | "added"
    | "removed"
    | "moved"
    | "renamed"
    | "raised"
    | "lowered"
    | "strengthened"
    | "weakened"
    | "changed";
  readonly kind: Kind;
  /** Id of the element that it is about. */
  readonly at: string;
  /** The touchpoint or episode on which it is drawn; null when it is about the journey as a whole. */
  readonly on: string | null;
  /** What the element is called; empty for one without a name, such as a feeling. */
  readonly title: string;
  /** What it belongs to: the title of the touchpoint, episode or way; empty for the journey. */
  readonly where: string;
  /** The field, or part of one (`importance.customer`); null when it is about the element as a whole. */
  readonly field: string | null;
  /** Whose feeling, or the title of which lane. */
  readonly of: string | null;
  /** Values of the field; for a move, what it belonged to and belongs to. */
  readonly from: Value;
  readonly to: Value;
  /** How many touchpoints came or went along with an episode. */
  readonly along: number;
};

/** What is different in the second journey: what stands there in its order, then what it lacks. */
export function changes(before: Journey, after: Journey): Change[] {
  const [was, is] = [new Named(before), new Named(after)];
  const there = walk(after).flatMap((found): Change[] => {
    const earlier = was.find(found);
    if (!earlier) return isRoot(found, was) ? [whole("added", found, is)] : [];
    return [
      ...moves(earlier, found, was, is),
      ...fieldsOf(found.kind).flatMap((field) => changed(earlier, found, field, was, is)),
    ];
  });
  const gone = walk(before).filter((found) => !is.find(found) && isRoot(found, is));
  return [...there, ...gone.map((found) => whole("removed", found, was))];
}

/** Came or went this part by itself, and not with what it stands in? */
function isRoot({ parent }: Found, other: Named): boolean {
  return parent !== null && other.has(parent);
}

function whole(what: "added" | "removed", found: Found, names: Named): Change {
  const { element, kind } = found;
  const value = kind === "emotion" ? fieldOf(element, "value") : null;
  return {
    ...about(found, names),
    what,
    from: what === "removed" ? value : null,
    to: what === "added" ? value : null,
    along: walkFrom(found).filter((each) => each.kind === "touchpoint" && each !== found).length,
  };
}

function moves(earlier: Found, found: Found, was: Named, is: Named): Change[] {
  const { parent, list, element } = found;
  if (!parent || !earlier.parent) return [];
  const [from, to] = [was.titleOf(earlier.parent), is.titleOf(parent)];
  const stands = is.sameParent(earlier.parent, parent);
  const ids = (of: Found["parent"]) => (of ? listed(of, list).map(({ id }) => id) : []);
  if (stands && staying(ids(earlier.parent), ids(parent)).has(element.id)) return [];
  return [{ ...about(found, is), what: "moved", from, to }];
}

/** Everything of a change that does not depend on what happened. */
function about(found: Found, names: Named) {
  const { element, kind, parent } = found;
  const { persona } = element;
  return {
    kind,
    at: element.id,
    on: names.drawnOn(found),
    title: nameOf(element, kind, names),
    where: parent ? names.titleOf(parent) : "",
    field: null,
    of: typeof persona === "string" ? names.titleById(persona) : null,
    along: 0,
  };
}

const inParts = new Set(["questions", "importance", "backstage", "cells"]);
const names = new Set(["title", "name"]);
/** The fields of which more is more. */
const amounts = new Set(["value", "importance.customer", "importance.organisation", "severity"]);
const strengths: readonly unknown[] = ["assumed", "research", "measured"];

function fieldsOf(kind: Kind): string[] {
  return Object.keys(schemas[kind].shape).filter(
    (name) => name !== "id" && name !== "spoor" && !(name in kinds[kind].lists),
  );
}

function changed(earlier: Found, found: Found, name: string, was: Named, is: Named): Change[] {
  const [from, to] = [fieldOf(earlier.element, name), fieldOf(found.element, name)];
  if (same(from, to)) return [];
  if (name === "evidence" && (isClaims(from) || isClaims(to)))
    return claims(from, to).map((each) => ({ ...about(found, is), field: name, ...each }));
  if (inParts.has(name))
    return [...new Set([...keysOf(from), ...keysOf(to)])].flatMap((part) =>
      between(earlier, found, `${name}.${part}`, was, is),
    );
  return between(earlier, found, name, was, is);
}

function between(earlier: Found, found: Found, field: string, was: Named, is: Named): Change[] {
  const [from, to] = [fieldOf(earlier.element, field), fieldOf(found.element, field)];
  if (same(from, to)) return [];
  const [, part] = field.split(".", 2);
  const of = field.startsWith("cells.")
    ? (is.titleById(part ?? "") ?? was.titleById(part ?? ""))
    : null;
  const told = about(found, is);
  const as = kinds[found.kind].points?.[field];
  const called = (value: Value, names: Named) =>
    (as === "needs" || as === "mentions") && typeof value === "string"
      ? names.titleById(value)
      : value;
  const ends = judged(field, called(from, was), called(to, is));
  return [{ ...told, of: of ?? told.of, field, ...ends }];
}

/** What a change of a field means. */
function judged(field: string, from: Value, to: Value): Pick<Change, "what" | "from" | "to"> {
  if (names.has(field)) return { what: "renamed", from, to };
  if (amounts.has(field) && typeof from === "number" && typeof to === "number")
    return { what: to > from ? "raised" : "lowered", from, to };
  const [before, after] = [strengthOf(field, from), strengthOf(field, to)];
  if (before !== after) return { what: after > before ? "strengthened" : "weakened", from, to };
  return { what: "changed", from, to };
}

function strengthOf(field: string, value: Value): number {
  return field === "evidence" && isLoose(value) ? strengths.indexOf(value["kind"]) : -1;
}

/** What evidence came and went, of an element that has a list of it. */
function claims(from: Value, to: Value): Pick<Change, "what" | "from" | "to">[] {
  const [before, after] = [from, to].map((each) => (isClaims(each) ? each : [])) as [
    Value[],
    Value[],
  ];
  const lacks = (list: Value[], one: Value) => !list.some((each) => same(each, one));
  const told = [
    ...after
      .filter((one) => lacks(before, one))
      .map((one) => ({ what: "added" as const, from: null, to: one })),
    ...before
      .filter((one) => lacks(after, one))
      .map((one) => ({ what: "removed" as const, from: one, to: null })),
  ];
  return told.length > 0 ? told : [{ what: "changed", from, to }];
}

function isClaims(value: Value): value is Value[] {
  return Array.isArray(value);
}

function keysOf(value: Value): string[] {
  return isLoose(value) ? Object.keys(value) : [];
}
