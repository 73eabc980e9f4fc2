import { walk, type Kind } from "./elements.ts";
import type { Journey } from "./journey.ts";
import { Named } from "./named.ts";

/** A place on a map where words were found. */
export type Hit = {
  /** What the words belong to: a pain, a quote, a persona, the touchpoint itself. */
  readonly kind: Kind;
  /** The touchpoint that it is about; null when it is about the map, an episode or a persona. */
  readonly touchpoint: string | null;
  /** Title of the touchpoint, or of the map. */
  readonly where: string;
  /** The words around what was looked for. */
  readonly text: string;
};

const worded = [
  "title",
  "name",
  "text",
  "doing",
  "notes",
  "goal",
  "scope",
  "scenario",
  "owner",
  "by",
  "unit",
  "role",
];
const groups = ["questions", "backstage", "cells"];
const BEFORE = 40;
const AROUND = 140;

/** Finds words in all that people wrote on a map, whatever their case and accents; one hit an element. */
export function searchJourney(journey: Journey, term: string): Hit[] {
  const sought = folded(term.trim());
  if (sought === "") return [];
  const names = new Named(journey);
  const titles = new Map(
    journey.episodes.flatMap(({ touchpoints }) => touchpoints.map(({ id, title }) => [id, title])),
  );
  return walk(journey).flatMap((found): Hit[] => {
    const words = wordsOf(found.element).find((each) => folded(each).includes(sought));
    if (words === undefined) return [];
    const on = names.drawnOn(found) ?? "";
    const title = titles.get(on);
    const place = { touchpoint: title === undefined ? null : on, where: title ?? journey.title };
    return [{ kind: found.kind, ...place, text: around(words, sought) }];
  });
}

function wordsOf(element: Readonly<Record<string, unknown>>): string[] {
  const values = [
    ...worded.map((field) => element[field]),
    // What a persona wants; the goals of other elements are elements.
    ...[element["goals"] ?? []].flat(),
    ...groups.flatMap((group) => Object.values(element[group] ?? {}).flat()),
  ];
  return values.filter((value) => typeof value === "string");
}

function around(words: string, sought: string): string {
  if (words.length <= AROUND) return words;
  const from = Math.max(0, folded(words).indexOf(sought) - BEFORE);
  const cut = words.slice(from, from + AROUND).trim();
  return `${from > 0 ? "… " : ""}${cut}${from + AROUND < words.length ? " …" : ""}`;
}

function folded(words: string): string {
  return words.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
