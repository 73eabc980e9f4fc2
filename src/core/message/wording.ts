/** The languages that Spoor speaks. */
export type Language = "en" | "nl";

/**
 * One message in every language, as the page says it. The terminal speaks English, and has words of
 * its own where a flag does what a click does on the page.
 */
export type Wording<P> = {
  readonly en: (parameters: P) => string;
  readonly nl: (parameters: P) => string;
  readonly terminal?: (parameters: P) => string;
};

/** A wording of these parameters, or of none; the compiler asks for both languages. */
export function worded<P = object>(wording: Wording<P>): Wording<P> {
  return wording;
}

const formats = { en: new Intl.NumberFormat("en-GB"), nl: new Intl.NumberFormat("nl-NL") };

/** A number as the language writes it. */
export function numeral(value: number, language: Language): string {
  return formats[language].format(value);
}
