import { meanDifference, type Sums } from "../gaps/contrast.ts";
import type { Estimate } from "../towards.ts";
import { wordsOf } from "./words.ts";

export type Comment = { readonly text: string; readonly feeling: number | null };

export type Found = {
  readonly words: readonly string[];
  /** Places of its comments in the list that was given. */
  readonly comments: readonly number[];
  readonly difference: Estimate | null;
};

/** Fewest comments of a theme, and as a share of all. */
const FEWEST = 5;
const SHARE = 0.005;
const MOST = 20;
/** So much of a word's comments are of a theme for it to belong to it. */
const BELONGS = 0.5;
const WORDS = 3;
/** A pair of words tells more than either of them. */
const PAIR = 1.5;
/** Fewest answers on either side of a difference. */
const ANSWERS = 30;

/**
 * Themes by their words: of all words and pairs of neighbouring words the one that most comments have,
 * weighed by how surely those feel worse or better than the others, makes the first theme; the words that
 * mostly come with it belong to it, and so do their comments; then of what is left the next. The order of
 * the comments makes no difference to the themes.
 */
export function findThemes(comments: readonly Comment[]): { themes: Found[]; none: number[] } {
  const terms = comments.map(({ text }) => termsOf(text));
  const having = new Map<string, number[]>();
  for (const [nth, own] of terms.entries())
    for (const term of own.keys()) {
      const places = having.get(term);
      if (places) places.push(nth);
      else having.set(term, [nth]);
    }
  const fewest = Math.max(FEWEST, Math.ceil(SHARE * comments.length));
  const frequent = [...having].filter(([, places]) => places.length >= fewest);
  const whole = sumsOf(comments, comments.keys());
  const weight = new Map(
    frequent.map(([term, places]) => [term, weightOf(term, sumsOf(comments, places), whole)]),
  );
  const taken = new Set<number>();
  const themes: Found[] = [];
  while (themes.length < MOST) {
    let best: { term: string; worth: number } | null = null;
    for (const [term, places] of frequent) {
      const left = places.reduce((sum, nth) => (taken.has(nth) ? sum : sum + 1), 0);
      if (left < fewest) continue;
      const worth = left * weight.get(term)!;
      if (!best || worth > best.worth || (worth === best.worth && term < best.term))
        best = { term, worth };
    }
    if (!best) break;
    const own = new Set(having.get(best.term)!.filter((nth) => !taken.has(nth)));
    // Words that mostly come with it bring the rest of their comments.
    const beside = frequent.filter(([term, places]) => {
      const left = places.filter((nth) => !taken.has(nth));
      const shared = left.filter((nth) => own.has(nth)).length;
      return term !== best.term && shared >= fewest && shared > BELONGS * left.length;
    });
    for (const [, places] of beside) for (const nth of places) if (!taken.has(nth)) own.add(nth);
    for (const nth of own) taken.add(nth);
    const places = [...own].toSorted((a, b) => a - b);
    themes.push({
      words: namesOf([best.term, ...beside.map(([term]) => term)], places, terms, weight),
      comments: places,
      difference: differenceOf(sumsOf(comments, places), whole),
    });
  }
  return {
    themes: themes.toSorted(
      (one, other) =>
        other.comments.length - one.comments.length ||
        (one.words.join() < other.words.join() ? -1 : 1),
    ),
    none: [...comments.keys()].filter((nth) => !taken.has(nth)),
  };
}

/** Stems, and pairs of neighbours, with how they are written. */
function termsOf(text: string): Map<string, string> {
  const words = wordsOf(text);
  const terms = new Map<string, string>();
  for (const [nth, word] of words.entries()) {
    if (!terms.has(word.stem)) terms.set(word.stem, word.text);
    const next = words[nth + 1];
    if (next && next.stem !== word.stem)
      terms.set(`${word.stem} ${next.stem}`, `${word.text} ${next.text}`);
  }
  return terms;
}

function sumsOf(comments: readonly Comment[], places: Iterable<number>): Sums {
  let [n, sum, squares] = [0, 0, 0];
  for (const nth of places) {
    const { feeling } = comments[nth]!;
    if (feeling === null) continue;
    n += 1;
    sum += feeling;
    squares += feeling * feeling;
  }
  return { n, sum, squares };
}

/** More for a pair, and for what sets apart those who feel worse or better. */
function weightOf(term: string, part: Sums, whole: Sums): number {
  const others = whole.n - part.n;
  const pair = term.includes(" ") ? PAIR : 1;
  if (part.n < 2 || others < 2) return pair;
  const spread = Math.sqrt(
    Math.max(1e-9, whole.squares - whole.sum ** 2 / whole.n) / Math.max(1, whole.n - 1),
  );
  const apart = Math.abs(part.sum / part.n - (whole.sum - part.sum) / others) / spread;
  return pair * (1 + apart);
}

function differenceOf(part: Sums, whole: Sums): Estimate | null {
  const others = {
    n: whole.n - part.n,
    sum: whole.sum - part.sum,
    squares: whole.squares - part.squares,
  };
  return part.n < ANSWERS || others.n < ANSWERS ? null : meanDifference(part, others);
}

/** The most telling words, each as it is written most often; a word that stands in a pair is not said twice. */
function namesOf(
  candidates: readonly string[],
  places: readonly number[],
  terms: readonly ReadonlyMap<string, string>[],
  weight: ReadonlyMap<string, number>,
): string[] {
  const often = (term: string) => places.filter((nth) => terms[nth]!.has(term)).length;
  const sorted = candidates
    .map((term) => ({ term, worth: often(term) * (weight.get(term) ?? 1) }))
    .toSorted((one, other) => other.worth - one.worth || (one.term < other.term ? -1 : 1));
  const said: string[] = [];
  const stems = new Set<string>();
  for (const { term } of sorted) {
    const parts = term.split(" ");
    if (said.length === WORDS) break;
    if (parts.some((part) => stems.has(part))) continue;
    for (const part of parts) stems.add(part);
    const forms = new Map<string, number>();
    for (const nth of places) {
      const form = terms[nth]!.get(term);
      if (form !== undefined) forms.set(form, (forms.get(form) ?? 0) + 1);
    }
    const [most] = [...forms].toSorted(
      (one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1),
    );
    if (most) said.push(most[0]);
  }
  return said;
}
