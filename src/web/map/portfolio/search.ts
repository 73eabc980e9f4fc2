import { walk } from "../../../core/map/elements.ts";
import type { Journey } from "../../../core/map/journey.ts";

/** A place on a map where words were found. */
type Hit = {
  /** The touchpoint that it is about; null when it is about the map, an episode or a persona. */
  readonly touchpoint: string | null;
  /** Title of the touchpoint, or of the map. */
  readonly where: string;
  /** The words around what was looked for. */
  readonly text: string;
};

const worded = ["title", "name", "text", "doing", "notes", "goal", "scope", "scenario", "owner"];
const groups = ["questions", "backstage", "cells"];
const BEFORE = 40;
const AROUND = 140;

/** Finds words in all that people wrote on a map, whatever their case and accents; one hit an element. */
export function searchJourney(journey: Journey, term: string): Hit[] {
  const sought = folded(term.trim());
  if (sought === "") return [];
  const hits: Hit[] = [];
  let episode = "";
  let touchpoint: string | null = null;
  let where = journey.title;
  for (const { element, kind, parent } of walk(journey)) {
    if (kind === "episode") episode = element.id;
    if (kind === "touchpoint") [touchpoint, where] = [element.id, String(element["title"])];
    else if (parent?.id === journey.id || parent?.id === episode)
      [touchpoint, where] = [null, journey.title];
    const found = wordsOf(element).find((words) => folded(words).includes(sought));
    if (found !== undefined) hits.push({ touchpoint, where, text: around(found, sought) });
  }
  return hits;
}

function wordsOf(element: Readonly<Record<string, unknown>>): string[] {
  const values = [
    ...worded.map((field) => element[field]),
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
