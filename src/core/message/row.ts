import { numeral, worded } from "./wording.ts";

type InColumn = { readonly column: string };

/** Why a row was set aside. */
export const rowWords = {
  "row-too-long": worded({
    en: () => "The row is longer than a row may be (16 MB)",
    nl: () => "De rij is langer dan een rij mag zijn (16 MB)",
  }),
  "line-too-long": worded({
    en: () => "The line is longer than a line may be (16 MB)",
    nl: () => "De regel is langer dan een regel mag zijn (16 MB)",
  }),
  "text-after-quote": worded({
    en: () => "There is text after a closing quote",
    nl: () => "Achter een sluitend aanhalingsteken staat nog tekst",
  }),
  "quote-never-closed": worded({
    en: () => "A quote is opened and never closed",
    nl: () => "Een aanhalingsteken wordt geopend en nergens gesloten",
  }),
  "other-cells": worded<{ readonly cells: number; readonly columns: number }>({
    en: ({ cells, columns }) => `The row has ${cells} cells where the header has ${columns}`,
    nl: ({ cells, columns }) =>
      `De rij heeft ${numeral(cells, "nl")} cellen, de kopregel ${numeral(columns, "nl")}`,
  }),
  "nul-bytes": worded({
    en: () => "The row holds NUL bytes",
    nl: () => "De rij bevat NUL-tekens",
  }),
  "not-utf-8": worded({
    en: () => "The row holds bytes that are not UTF-8",
    nl: () => "De rij bevat tekens die geen UTF-8 zijn",
  }),
  "not-an-object": worded({
    en: () => "This line is not a JSON object",
    nl: () => "Deze regel is geen JSON-object",
  }),
  "too-deep": worded<{ readonly levels: number }>({
    en: ({ levels }) => `The JSON is nested more than ${levels} levels deep`,
    nl: ({ levels }) => `De JSON gaat meer dan ${numeral(levels, "nl")} niveaus diep`,
  }),
  "time-empty": worded<InColumn>({
    en: ({ column }) => `The time in column "${column}" is empty`,
    nl: ({ column }) => `In kolom "${column}" staat geen tijd`,
  }),
  "time-unreadable": worded<InColumn>({
    en: ({ column }) => `The time in column "${column}" is not readable`,
    nl: ({ column }) => `De tijd in kolom "${column}" is niet te lezen`,
  }),
  "number-unreadable": worded<InColumn>({
    en: ({ column }) => `The number in column "${column}" is not readable`,
    nl: ({ column }) => `Het getal in kolom "${column}" is niet te lezen`,
  }),
  "score-outside": worded<InColumn & { readonly low: number; readonly high: number }>({
    en: ({ column, low, high }) =>
      `The score in column "${column}" lies outside its scale ${low} to ${high}`,
    nl: ({ column, low, high }) =>
      `De score in kolom "${column}" valt buiten de schaal van ${numeral(low, "nl")} tot ${numeral(high, "nl")}`,
  }),
  "nothing-happened": worded({
    en: () => "The row does not say what happened",
    nl: () => "Uit de rij blijkt niet wat er gebeurde",
  }),
  "key-empty": worded({
    en: () => "The key is empty",
    nl: () => "De sleutel is leeg",
  }),
  "event-too-large": worded<{ readonly bytes: number }>({
    en: ({ bytes }) => `The event is larger than ${bytes / 1024} kB`,
    nl: ({ bytes }) => `De gebeurtenis is groter dan ${numeral(bytes / 1024, "nl")} kB`,
  }),
  "unknown-call": worded<{ readonly type: string }>({
    en: ({ type }) => `"${type}" is no kind of call that Spoor knows`,
    nl: ({ type }) => `Een aanroep van de soort "${type}" kent Spoor niet`,
  }),
  "cloud-event-without-id": worded({
    en: () => "A CloudEvent needs an id and a source",
    nl: () => "Een CloudEvent heeft een id en een source nodig",
  }),
  "not-json": worded({
    en: () => "What came in is not JSON",
    nl: () => "Wat binnenkwam is geen JSON",
  }),
  "fits-no-kind": worded({
    en: () => "None of the kinds of rows in the mapping fits this one",
    nl: () => "Geen van de soorten rijen in de mapping past bij deze rij",
  }),
  nobody: worded({
    en: () => "The row says neither who nor which journey",
    nl: () => "Uit de rij blijkt niet wie het was, en ook niet bij welke klantreis hij hoort",
  }),
};
