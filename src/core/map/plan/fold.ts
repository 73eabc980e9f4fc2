import type { Command, Single, Value } from "../command.ts";
import { find, kinds, listsOf, type Element, type Kind } from "../elements.ts";
import { fieldOf, isLoose } from "../field.ts";
import type { Journey } from "../journey.ts";
import { same } from "../merge.ts";
import { schemas } from "../schemas.ts";
import { moveItems, together } from "./plan.ts";

/**
 * Makes one touchpoint of two. What was said of the second is said of the first: its pains, quotes and
 * other parts move there with their ids, texts that differ stand under each other, and of a field that
 * holds one value the first keeps its own. Ways to and from the second follow. Null when one of them is
 * gone.
 */
export function foldTouchpoint(journey: Journey, into: string, from: string): Command | null {
  const [kept, gone] = [find(journey, into), find(journey, from)];
  if (kept?.kind !== "touchpoint" || gone?.kind !== "touchpoint" || into === from) return null;
  return together([
    ...folded(kept.element, gone.element, "touchpoint"),
    ...ways(journey, kept.element, from),
    ...exceptions(journey, into, from),
    { do: "remove", at: from },
  ]);
}

/** Makes one episode of two: the touchpoints of the second come after those of the first. */
export function foldEpisode(journey: Journey, into: string, from: string): Command | null {
  const [kept, gone] = [find(journey, into), find(journey, from)];
  if (kept?.kind !== "episode" || gone?.kind !== "episode" || into === from) return null;
  return together([
    ...folded(kept.element, gone.element, "episode"),
    ...exceptions(journey, into, from),
    { do: "remove", at: from },
  ]);
}

function folded(kept: Element, gone: Element, kind: Kind): Single[] {
  /** Where the title that is lost is kept. */
  const also = kind === "episode" ? "goal" : "notes";
  const fields = Object.keys(schemas[kind].shape).filter(
    (name) => !["id", "title", also].includes(name) && !(name in kinds[kind].lists),
  );
  const titles = [fieldOf(kept, "title"), fieldOf(gone, "title")];
  const other = same(titles[0], titles[1]) ? null : (titles[1] ?? null);
  const text = under(under(fieldOf(kept, also), other), fieldOf(gone, also));
  return [
    ...set(kept, also, text),
    ...fields.flatMap((name) => {
      const [mine, others] = [kept[name], gone[name]];
      if (!isLoose(mine) || !isLoose(others))
        return set(kept, name, joined(name, fieldOf(kept, name), fieldOf(gone, name)));
      return Object.keys(others).flatMap((part) => {
        const field = `${name}.${part}`;
        return set(kept, field, joined(name, fieldOf(kept, field), fieldOf(gone, field)));
      });
    }),
    ...listsOf(kind).flatMap(([list]) => moveItems(gone, list, kept)),
  ];
}

/** What a field becomes that both have. */
function joined(field: string, mine: Value, others: Value): Value {
  if (mine === null || others === null) return mine ?? others;
  if (["doing", "questions", "cells"].includes(field)) return under(mine, others);
  if (field === "backstage" && typeof mine === "string") return beside(mine, others);
  if (field === "importance") return Math.max(Number(mine), Number(others));
  if (field === "momentOfTruth" || field === "repeats") return mine === true || others === true;
  if (!Array.isArray(mine) || !Array.isArray(others)) return mine;
  return [...mine, ...others.filter((one) => !mine.some((each) => same(each, one)))];
}

/** One text under the other, as far as there is room. */
function under(mine: Value, others: Value): Value {
  if (mine === null || others === null || mine === "") return mine || others;
  const both = `${text(mine)}\n${text(others)}`;
  return same(mine, others) || both.length > 4000 ? mine : both;
}

function beside(mine: Value, others: Value): Value {
  const both = `${text(mine)}, ${text(others)}`;
  return same(mine, others) || both.length > 200 ? mine : both;
}

function text(value: Value): string {
  return typeof value === "string" ? value : "";
}

function set({ id, ...element }: Element, field: string, to: Value): Single[] {
  const from = fieldOf({ id, ...element }, field);
  return same(from, to) ? [] : [{ do: "set", at: id, field, from, to }];
}

/** Ways follow; one that would lead nowhere, or where another leads already, gives what was said of it away. */
function ways(journey: Journey, into: Element, from: string): Single[] {
  const follow = (id: string) => (id === from ? into.id : id);
  const known = new Map<string, Element>();
  const ends = (a: string, b: string) => `${a} ${b}`;
  const touched = (journey.transitions ?? []).filter((way) => way.from === from || way.to === from);
  for (const way of journey.transitions ?? [])
    if (!touched.includes(way)) known.set(ends(way.from, way.to), way);
  return touched.flatMap((way): Single[] => {
    const [start, end] = [follow(way.from), follow(way.to)];
    const other = start === end ? into : known.get(ends(start, end));
    if (other)
      return [
        ...moveItems(way, "pains", other),
        ...moveItems(way, "opportunities", other),
        { do: "remove", at: way.id },
      ];
    known.set(ends(start, end), way);
    return [...set(way, "from", start), ...set(way, "to", end)];
  });
}

function exceptions(journey: Journey, into: string, from: string): Single[] {
  const all = journey.exceptions ?? [];
  return all
    .filter(
      ({ at, rule }) => at === from && !all.some((one) => one.at === into && one.rule === rule),
    )
    .flatMap((exception) => set(exception, "at", into));
}
