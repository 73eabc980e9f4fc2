/** Words that tell nothing of what a comment is about. Which language has more of them in it, is its language. */
const nothing = {
  nl: new Set(
    `aan al alle alleen als alweer andere anders bij beetje ben best bijna bleef blijft daar daarna dan dat de deze die dit
    doe doen door doet dus echt een eens eerst eigenlijk elk en er erg even ga gaan gaat gedaan geen gewoon ging goed had
    hadden heb hebben hebt heeft heel helemaal hem hen het hier hij hoe hun iemand iets ik in is ja je jij jou jouw jullie
    kan kon konden kunnen laat laten maar me meer mee meteen met mij mijn moest moet moeten na naar net niet niets nog nogal
    nou nu of om ons onze ook op over pas precies s snel t te terug toch toe toen tot tussen u uit uw van vanaf veel via vind
    voor waar waarom wanneer want waren was wat we weer wel werd wie wij wil wilde worden wordt zal ze zei zelf zich zij zijn
    zo zoals zonder zou prima fijn lekker mooi leuk zeer alles staat stond staan weet weten wist zit zat krijg krijgt kreeg
    gekregen welke welk later twee drie vier hele`.split(/\s+/),
  ),
  en: new Set(
    `a about after again all also am an and another any are as at back be because been before being best bit but by came can
    come could did do does doing done don down each even ever every few first for from get gets getting go goes going good got
    great had has have having he her here him his how i if in into is it its just like lot made make me more most much my
    never nice no nobody not nothing now of off ok on once one only or other our out over own quite really s said same she should
    so some something still such t than that the their them then there these they thing this those through time to too took try
    until up us very was we well went were what when where which while who why will with without would yes you your`.split(
      /\s+/,
    ),
  ),
};

/** A word as it was written, and what it has in common with its other forms. */
export type Word = { readonly text: string; readonly stem: string };

/**
 * The telling words of a comment in their order, in Dutch or English. A stem is for comparing only: it is cut
 * lightly, by endings, and need not be a word.
 * @example wordsOf("Een kwartier gewacht en toen was ik eruit gegooid.") // kwartier, gewacht, eruit, gegooid
 */
export function wordsOf(comment: string): Word[] {
  const all = comment.toLowerCase().match(/\p{L}+/gu) ?? [];
  const dutch = all.filter((word) => nothing.nl.has(word)).length;
  const english = all.filter((word) => nothing.en.has(word)).length;
  const language = english > dutch ? "en" : "nl";
  return all
    .filter((word) => word.length > 2 && !nothing[language].has(word))
    .map((text) => ({ text, stem: language === "nl" ? dutchStem(text) : englishStem(text) }));
}

function dutchStem(word: string): string {
  let stem = word.normalize("NFD").replaceAll(/\p{M}/gu, "");
  const past = /^ge(.{3,}?)(?:[td]|en)$/u.exec(stem);
  if (past) stem = past[1]!;
  stem = stem.replace(
    /(.{3,}?)(?:tjes|jes|tje|je|heden|heid|lijke|lijk|ende|ten|den|en|de|te|e|(?<=[bdfgklmnprtw])s)$/u,
    "$1",
  );
  stem = stem.replace(/(.{3,})[td]$/u, "$1");
  return single(stem).replace(/v$/u, "f").replace(/z$/u, "s");
}

function englishStem(word: string): string {
  const stem = word
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replace(/(.{2,})ies$/u, "$1y")
    .replace(/(.{3,}?)(?:ings|ing|edly|ed|ly|es|s|e)$/u, "$1")
    .replace(/(.{4,})y$/u, "$1");
  return single(stem);
}

/** One letter for two at the end, and one vowel for two before it: waar- and war- are one. */
function single(stem: string): string {
  return stem.replace(/([^aeiou])\1$/u, "$1").replace(/([aeou])\1([^aeiou])$/u, "$1$2");
}
