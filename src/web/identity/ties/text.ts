import { formatIn } from "../../language/format.ts";

const en = formatIn("en");
const nl = formatIn("nl");

const english = {
  title: "Why this is one person",
  alone: "One identifier, tied to nothing else.",
  show: "Show identifiers in full",
  hide: "Mask identifiers",
  grouped: "Identifiers by the systems that told of them",
  nowhere: "in no row",
  ties: "What ties them",
  cutOff: "Cut off from this person",
  and: (one: string, other: string) => `${one} and ${other}`,
  row: (source: string, files: string, rows: number, time: string) =>
    `stood in ${rows === 1 ? "one row" : `${en.number(rows)} rows`} of ${source}${files === "" ? "" : ` (${files})`}${time === "" ? "" : `, first on ${time}`}`,
  page: "told by a web page, with a key that everybody can read",
  same: (by: string, when: string) => `${by} decided on ${when} that it is one person`,
  apart: (by: string, when: string) => `${by} decided on ${when} that it is not one person`,
  probability: (p: number) => `probability ${en.number(p, 3)}`,
  kept: "not one person all the same: one of the two is shared, a limit was passed, or the word of a web page was not enough",
  cut: "This is not one person",
  cutOf: (tie: string) => `Cut: ${tie}`,
  parting: (parts: number) =>
    parts === 1
      ? "Without this tie they stay one person: others still tie them."
      : `He falls apart into ${en.number(parts)}, each with his own journeys and traits:`,
  events: (rows: number) => `${en.number(rows)} ${rows === 1 ? "row" : "rows"}`,
  confirm: "Cut",
  cancel: "Cancel",
  reason: "Why, in a few words (optional)",
  takeBack: "Take the decision back",
};

export type TiesText = typeof english;

const dutch: TiesText = {
  title: "Waarom dit één persoon is",
  alone: "Eén gegeven, aan niets anders gekoppeld.",
  show: "Toon gegevens volledig",
  hide: "Scherm gegevens af",
  grouped: "Gegevens per systeem waar ze vandaan komen",
  nowhere: "in geen enkele rij",
  ties: "Wat ze koppelt",
  cutOff: "Losgemaakt van deze persoon",
  and: (one, other) => `${one} en ${other}`,
  row: (source, files, rows, time) =>
    `${rows === 1 ? "stonden samen in één rij" : `stonden samen in ${nl.number(rows)} rijen`} van ${source}${files === "" ? "" : ` (${files})`}${time === "" ? "" : `, voor het eerst op ${time}`}`,
  page: "door een webpagina gezegd, met een sleutel die iedereen kan lezen",
  same: (by, when) => `${by} besliste op ${when} dat het één persoon is`,
  apart: (by, when) => `${by} besliste op ${when} dat het niet één persoon is`,
  probability: (p) => `kans ${nl.number(p, 3)}`,
  kept: "toch niet één persoon: een van beide wordt gedeeld, een grens is gepasseerd, of het woord van een webpagina was niet genoeg",
  cut: "Dit is niet één persoon",
  cutOf: (tie) => `Losmaken: ${tie}`,
  parting: (parts) =>
    parts === 1
      ? "Ook zonder deze koppeling blijft het één persoon: andere koppelingen houden ze bij elkaar."
      : `De persoon valt uiteen in ${nl.number(parts)}, elk met eigen klantreizen en kenmerken:`,
  events: (rows) => `${nl.number(rows)} ${rows === 1 ? "rij" : "rijen"}`,
  confirm: "Maak los",
  cancel: "Annuleer",
  reason: "Waarom, in een paar woorden (mag leeg)",
  takeBack: "Draai de beslissing terug",
};

export const tiesText = { en: english, nl: dutch };
