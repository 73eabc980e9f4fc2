const vowels = "aeiouyäëïöüáéèóàâêîôû";
const between = new RegExp(`(?<=[${vowels}])[^${vowels}\\P{L}]{2,}(?=[${vowels}])`, "giu");
/** Consonants that begin a Dutch or English syllable; the longest that fits is taken. */
const onset =
  /(?:sch|str|spr|scr|st|sp|sl|sm|sn|ch|th|sh|zw|kw|tw|dw|[bcdfgkptvw]r|[bcfgkpv]l|\p{L})$/iu;
const LONG = 12;
const END = 5;

/**
 * Soft hyphens in long words, so that they break well in a narrow column where the browser has no
 * hyphenation for the language. An approximation: where two or more consonants part two vowels, at
 * least five letters from either end; compounds may break inside a part.
 * @example softened("termijnbedrag") // may break as "termijn-bedrag"
 */
export function softened(text: string): string {
  return text.replaceAll(/\p{L}+/gu, (word) =>
    word.length < LONG
      ? word
      : word.replaceAll(between, (run: string, at: number) => {
          const start = run.search(onset);
          const place = at + start;
          if (start === 0 || place < END || word.length - place < END) return run;
          return `${run.slice(0, start)}\u00ad${run.slice(start)}`;
        }),
  );
}
