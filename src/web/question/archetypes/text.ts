import { formatIn } from "../../language/format.ts";

const en = formatIn("en");
const nl = formatIn("nl");

const english = {
  title: "Typical journeys",
  lead: "Journeys that somebody really made, and that stand for the many that are like them.",
  found: (count: number, share: string) =>
    `${en.number(count)} journeys stand for all. The first of them for ${share}.`,
  size: "of the journeys are most like this one",
  exactly: (count: string, likeness: string) =>
    `${count} took exactly this route; on average the others have ${likeness} of their steps in common with it.`,
  quartiles: (low: string, high: string) => `half of them between ${low} and ${high}`,
  score: (name: string, value: string, low: string, high: string) =>
    `${name} ${value} (on ${low}–${high})`,
  differs: "What sets these journeys apart",
  example: "Somebody who went so",
  parts: "How many",
  asItParts: "as many as part best",
  compared: (routes: string, share: string) =>
    `The ${routes} most taken routes were held against each other: ${share} of the journeys. The rest stand with the one they have most in common with.`,
  clear: (parts: string, value: string) => `${parts} part them best (silhouette ${value}).`,
  given: (parts: string, value: string) => `${parts}, as asked for (silhouette ${value}).`,
  weak: "The parts run into each other: many journeys are about as much like another typical journey as like their own. Take this as a first look.",
  why: "Two routes are as far apart as their steps differ: each step from one touchpoint to the next counts once, with the beginning and the end, and the distance is 1 − the steps that both have / the steps that either has (Jaccard). Going round once more makes no other journey. Of the most taken routes (2,000 at most, weighed by their journeys) those stand for all that leave the least distance from each journey to its nearest (k-medoids, FasterPAM). How many there are is the number from 2 to 8 with the highest silhouette, unless you choose. Nothing is left to chance: the same data gives the same journeys. Times are medians with their 95% interval by order statistics. What sets them apart is tested against all other journeys and corrected for all that is compared (Benjamini–Hochberg); as they were parted by their steps, that their steps differ is no discovery: it tells what they are.",
};

export type ArchetypesText = typeof english;

const dutch: ArchetypesText = {
  title: "Typische reizen",
  lead: "Klantreizen die iemand echt gemaakt heeft, en die staan voor de vele die erop lijken.",
  found: (count, share) =>
    `${nl.number(count)} klantreizen staan voor alle. De eerste voor ${share}.`,
  size: "van de klantreizen lijkt het meest op deze",
  exactly: (count, likeness) =>
    `${count} namen precies deze route; de andere hebben er gemiddeld ${likeness} van hun stappen mee gemeen.`,
  quartiles: (low, high) => `de helft tussen ${low} en ${high}`,
  score: (name, value, low, high) => `${name} ${value} (op ${low}–${high})`,
  differs: "Wat deze klantreizen onderscheidt",
  example: "Iemand die zo ging",
  parts: "Hoeveel",
  asItParts: "het aantal dat het best scheidt",
  compared: (routes, share) =>
    `De ${routes} meest genomen routes zijn naast elkaar gelegd: ${share} van de klantreizen. De rest staat bij de reis waar ze het meest mee gemeen heeft.`,
  clear: (parts, value) => `${parts} scheidt het best (silhouet ${value}).`,
  given: (parts, value) => `${parts}, zoals gevraagd (silhouet ${value}).`,
  weak: "De soorten lopen in elkaar over: veel klantreizen lijken ongeveer evenveel op een andere typische reis als op hun eigen. Zie dit als een eerste blik.",
  why: "Twee routes liggen zo ver uit elkaar als hun stappen verschillen: elke stap van het ene contactmoment naar het volgende telt één keer, met het begin en het eind, en de afstand is 1 − de stappen die beide hebben / de stappen die een van beide heeft (Jaccard). Nog een rondje maakt er geen andere reis van. Van de meest genomen routes (hooguit 2.000, gewogen naar hun klantreizen) staan die voor alle, waarbij elke klantreis het minst ver van de dichtstbijzijnde ligt (k-medoids, FasterPAM). Het aantal is dat van 2 tot 8 met het hoogste silhouet, tenzij je zelf kiest. Er komt geen toeval aan te pas: dezelfde data geeft dezelfde reizen. Tijden zijn medianen met hun 95%-interval uit de rangorde. Wat ze onderscheidt is getoetst tegen alle andere klantreizen en gecorrigeerd voor alles wat vergeleken is (Benjamini–Hochberg); omdat ze op hun stappen gescheiden zijn, is het geen ontdekking dat hun stappen verschillen: het zegt wat ze zijn.",
};

export const archetypesText = { en: english, nl: dutch };
