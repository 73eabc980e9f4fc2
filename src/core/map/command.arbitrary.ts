import fc from "fast-check";
import { apply } from "./apply.ts";
import type { Command, Single } from "./command.ts";
import { kinds, listsOf, walk, type Element, type Kind } from "./elements.ts";
import { fieldOf, isLoose } from "./field.ts";
import { anyText } from "./journey.arbitrary.ts";
import { Touchpoint, type Journey } from "./journey.ts";
import { schemas } from "./schemas.ts";

/** A command to be, apart from the map that it is for. */
export type Intent = {
  readonly does: "set" | "part" | "add" | "remove" | "move" | "wrong" | "several";
  /** Which element, which field, which place: each taken modulo how many there are. */
  readonly picks: readonly [number, number, number];
  readonly stale: boolean;
  readonly none: boolean;
  readonly said: string;
};

export const anyIntent: fc.Arbitrary<Intent> = fc.record({
  does: fc.constantFrom("set", "set", "part", "add", "remove", "move", "wrong", "several"),
  picks: fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 60 }), fc.nat({ max: 60 })),
  stale: fc.boolean(),
  none: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
  said: anyText,
});

/**
 * The command that is meant, for a map as it is. Values and new parts are taken from a second journey,
 * so most of them fit; ids of new parts end in `suffix`. Some commands are wrong on purpose.
 */
export function commandFor(
  journey: Journey,
  donor: Journey,
  intent: Intent,
  suffix: string,
): Command {
  const { does, picks } = intent;
  if (does !== "several") return singleFor(journey, donor, intent, suffix);
  const commands: Single[] = [];
  let now = journey;
  for (const [at, each] of (["set", "add", "move", "remove", "part", "wrong"] as const)
    .slice(picks[1] % 4, 2 + (picks[2] % 5))
    .entries()) {
    const command = singleFor(now, donor, { ...intent, does: each }, `${suffix}-${at}`);
    const applied = apply(now, command);
    if (applied.ok) now = applied.journey;
    if (applied.ok || intent.none) commands.push(command);
  }
  return { do: "all", commands };
}

function singleFor(journey: Journey, donor: Journey, intent: Intent, suffix: string): Single {
  const { picks, none, stale, said } = intent;
  const [first, second, third] = picks;
  const here = walk(journey);
  const { element, kind } = pick(here, first);
  const at = element.id;
  const others = walk(donor);
  switch (intent.does) {
    case "set":
    case "part": {
      const giver = pick(
        others.filter((each) => each.kind === kind),
        third,
      )?.element;
      const fields = fieldsOf(kind, intent.does);
      const field = pick(fields, second) ?? "title";
      const now = fieldOf(element, field);
      const from =
        stale && typeof now === "string"
          ? `${now.slice(now.codePointAt(0)! > 0xffff ? 2 : 1)}${said}`
          : now;
      return { do: "set", at, field, from, to: none || !giver ? null : fieldOf(giver, field) };
    }
    case "add": {
      const { element: given, kind: of } = pick(others.slice(1), second) ?? { element, kind };
      const parents = here.filter((each) => listsOf(each.kind).some(([, child]) => child === of));
      const parent = pick(parents, first) ?? here[0]!;
      const list = listsOf(parent.kind).find(([, child]) => child === of)?.[0] ?? "touchpoints";
      const siblings = (parent.element[list] as Element[] | undefined) ?? [];
      return {
        do: "add",
        to: parent.element.id,
        list,
        after: pick([null, ...siblings.map(({ id }) => id), "tp_gone"], third),
        element: renamed(given, suffix),
      };
    }
    case "remove":
      return { do: "remove", at };
    case "move": {
      const parents = here.filter((each) => listsOf(each.kind).some(([, child]) => child === kind));
      const to = pick(parents, second)?.element ?? element;
      const list = listsOf(pick(parents, second)?.kind ?? kind).find(([, child]) => child === kind);
      const siblings = (list && (to[list[0]] as Element[] | undefined)) ?? [];
      return {
        do: "move",
        at,
        to: to.id,
        after: pick([null, ...siblings.map(({ id }) => id)], third),
      };
    }
    case "wrong":
    case "several":
      return wrong(at, element, second, third);
  }
}

function wrong(at: string, element: Element, which: number, place: number): Single {
  const faults: Single[] = [
    { do: "set", at, field: "title", from: null, to: place },
    { do: "set", at, field: "constructor", from: null, to: "x" },
    { do: "set", at, field: "predicate.__proto__", from: null, to: ["x"] },
    { do: "set", at, field: "id", from: at, to: "tp_other" },
    { do: "set", at, field: "persona", from: null, to: "pe_nobody" },
    { do: "set", at, field: "touchpoints", from: null, to: [] },
    { do: "set", at, field: "title", from: null, to: "half \uD83D" },
    { do: "add", to: at, list: "constructor", after: null, element },
    { do: "add", to: at, list: "pains", after: null, element: { id: "pn_x", title: "" } },
    { do: "move", at, to: at, after: null },
    { do: "remove", at: "tp_nobody" },
  ];
  return pick(faults, which);
}

function fieldsOf(kind: Kind, does: "set" | "part"): string[] {
  const fields = Object.keys(schemas[kind].shape).filter(
    (name) => name !== "id" && name !== "spoor" && !(name in kinds[kind].lists),
  );
  if (does === "set" || kind !== "touchpoint") return fields;
  const whole = ["questions", "importance", "backstage"] as const;
  return [
    ...whole.flatMap((name) =>
      Object.keys(Touchpoint.shape[name].unwrap().shape).map((part) => `${name}.${part}`),
    ),
    "cells.ln_1",
  ];
}

/** A part with what it holds under new ids; what points within it still does. */
function renamed(element: Element, suffix: string): Element {
  const ids = new Set(idsIn(element));
  const change = (value: unknown): unknown => {
    if (typeof value === "string") return ids.has(value) ? `${value}-${suffix}` : value;
    if (Array.isArray(value)) return value.map(change);
    if (!isLoose(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, change(each)]));
  };
  return change(element) as Element;
}

function* idsIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const each of value) yield* idsIn(each);
  else if (isLoose(value)) {
    if (typeof value["id"] === "string") yield value["id"];
    for (const each of Object.values(value)) yield* idsIn(each);
  }
}

function pick<T>(from: readonly T[], at: number): T {
  return from[at % from.length] as T;
}
