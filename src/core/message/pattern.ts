import { worded } from "./wording.ts";

type Misread = { readonly at: number; readonly word: string; readonly meant: string };

/** What should have stood there; a name that these words do not know is said as it is. */
const expected: Record<"en" | "nl", Readonly<Record<string, string>>> = {
  en: {
    touchpoint: 'a touchpoint in quotes, as in "Called"',
    number: "a whole number from 1",
    times: "“times”: patterns say at least how often, as in at least 2 times",
    unit: "minutes, hours, days or weeks",
    more: "“then”, “within”, “without”, “not followed by”, or the end",
  },
  nl: {
    touchpoint: 'een contactmoment tussen aanhalingstekens, zoals "Gebeld"',
    number: "een heel getal vanaf 1",
    times: "‘keer’: een patroon zegt minstens hoe vaak, zoals minstens 2 keer",
    unit: "minuten, uren, dagen of weken",
    more: "‘dan’, ‘binnen’, ‘zonder’, ‘niet gevolgd door’, of het einde",
  },
};

/** What is wrong with a pattern, and where. */
export const patternWords = {
  "pattern-empty": worded({
    en: () =>
      'Say what to look for, beginning with a touchpoint in quotes: "Called" then "Signed".',
    nl: () =>
      'Zeg waar je naar zoekt, te beginnen met een contactmoment tussen aanhalingstekens: "Gebeld" dan "Getekend".',
  }),
  "pattern-long": worded({
    en: () => "A pattern can have 20 places at most; each of several times counts as one.",
    nl: () => "Een patroon kan hooguit 20 plekken hebben; elke keer telt als een plek.",
  }),
  "pattern-quote": worded<{ readonly at: number }>({
    en: ({ at }) => `The quote that opens at letter ${at} is not closed.`,
    nl: ({ at }) => `Het aanhalingsteken op plek ${at} wordt niet gesloten.`,
  }),
  "pattern-word": worded<Misread>({
    en: ({ at, word, meant }) =>
      `“${word}” at letter ${at} means nothing here.${meant === "" ? "" : ` Did you mean “${meant}”?`} Touchpoints stand in quotes.`,
    nl: ({ at, word, meant }) =>
      `‘${word}’ op plek ${at} betekent hier niets.${meant === "" ? "" : ` Bedoel je ‘${meant}’?`} Contactmomenten staan tussen aanhalingstekens.`,
  }),
  "pattern-label": worded<Misread>({
    en: ({ at, word, meant }) =>
      `The data has no touchpoint “${word}” (letter ${at}).${meant === "" ? " Choose one from the list." : ` Did you mean “${meant}”?`}`,
    nl: ({ at, word, meant }) =>
      `De data kent geen contactmoment ‘${word}’ (plek ${at}).${meant === "" ? " Kies er een uit de lijst." : ` Bedoel je ‘${meant}’?`}`,
  }),
  "pattern-expected": worded<{
    readonly at: number;
    readonly what: string;
    readonly word: string;
  }>({
    en: ({ at, what, word }) =>
      `At letter ${at} ${word === "" ? "the pattern ends" : `stands ${word}`}; expected ${expected.en[what] ?? what}.`,
    nl: ({ at, what, word }) =>
      `Op plek ${at} ${word === "" ? "houdt het patroon op" : `staat ${word}`}; verwacht: ${expected.nl[what] ?? what}.`,
  }),
};
