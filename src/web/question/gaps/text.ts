import { formatIn } from "../../language/format.ts";

const en = formatIn("en");
const nl = formatIn("nl");

const english = {
  title: "Where it hurts",
  lead: "Where customers leave, come back, or have to call more than they should: for whom, since when, and how many a month.",
  kinds: {
    leave: "leaving",
    loop: "going round",
    switch: "having to switch",
    wait: "waiting too long",
  },
  /** The gap as a sentence; `who` is a group or everybody. */
  said: {
    leave: (who: string, from: string, share: string) =>
      `After “${from}” ${share} of ${who} leave.`,
    loop: (who: string, from: string, share: string) =>
      `At “${from}” ${share} of ${who} go round again.`,
    switch: (who: string, from: string, share: string, to: string) =>
      `After “${from}” ${share} of ${who} go on by “${to}”.`,
    wait: (who: string, from: string, share: string, to: string) =>
      `After “${from}” ${share} of ${who} wait, then go on by “${to}”.`,
  },
  everybody: "customers",
  group: (attribute: string, value: string) => `customers with ${attribute} ${value}`,
  during: (from: string, to: string) => `It was worst from ${from} to ${to}.`,
  since: (from: string) => `Since ${from}.`,
  always: "All the time.",
  others: (share: string) => `Of the others, or at other times, ${share}.`,
  kind: (share: string) => `Usual of its kind elsewhere: ${share}.`,
  along: (attribute: string, value: string, inside: string, others: string) =>
    `Goes along with ${attribute} ${value}: ${inside} against ${others}.`,
  handover: {
    unit: (from: string, to: string) => `It falls between ${from} and ${to}.`,
    system: (from: string, to: string) => `It falls between the systems ${from} and ${to}.`,
  },
  waited: (median: string) => `They had waited ${median} (median).`,
  perMonth: (count: string) => `${count} customers a month`,
  more: "more than usual",
  interval: (low: string, high: string) => `95% interval ${low}–${high}`,
  stake: (amount: string, name: string) => `${amount} less ${name} a month`,
  examples: "Who it happened to",
  example: (nth: number) => `customer ${en.number(nth)}`,
  journeys: "Their journeys",
  weeks: (from: string, to: string) => `Share that is hit, per week, from ${from} to ${to}`,
  furtherGaps: (count: number) => (count === 1 ? "One more gap" : `${en.number(count)} more gaps`),
  none: "No gap stands out: nobody leaves, goes round or has to switch surely more than others or than is usual.",
  blind: "What the map does not see",
  undrawn: "In the data, not drawn",
  unmeasured: "Drawn, not in the data",
  journeysShare: (share: string) => `${share} of journeys`,
  why: "Every touchpoint is looked at with everything that follows it: nothing any more, the same again, or a telephone call or a visit from another channel. The share is compared among segments and values of attributes that customers keep (a status that changes is no cause), and through time. What differs by more than chance makes likely (z of 4 and more; a spell whose likelihood ratio exceeds 25) is told with the group that differs most and the weeks in which it was worst; of beginnings and ends that the shares cannot tell apart those stay that are likeliest with how many came, too. Where a place hits all alike, the median of its kind at other places is what is usual. “More than usual” is the difference of the shares (Newcombe’s 95% interval) times how many come there a month; how many come is chance as well, and stands in the interval. A visit counts only when 95% of those who went on had done so in the time since. Coming back is told only where it hits some more than others: reading twice is no trouble. What is shown is association, not cause.",
};

export type GapsText = typeof english;

const dutch: GapsText = {
  title: "Waar het wringt",
  lead: "Waar klanten weggaan, terugkomen of moeten bellen, meer dan nodig is: wie het raakt, sinds wanneer, en om hoeveel klanten per maand het gaat.",
  kinds: {
    leave: "weggaan",
    loop: "rondjes draaien",
    switch: "moeten overstappen op een ander kanaal",
    wait: "te lang wachten",
  },
  said: {
    leave: (who, from, share) => `Na ‘${from}’ gaat ${share} van ${who} weg.`,
    loop: (who, from, share) => `Bij ‘${from}’ moet ${share} van ${who} nog een keer.`,
    switch: (who, from, share, to) => `Na ‘${from}’ gaat ${share} van ${who} verder via ‘${to}’.`,
    wait: (who, from, share, to) =>
      `Na ‘${from}’ wacht ${share} van ${who}, en gaat dan verder via ‘${to}’.`,
  },
  everybody: "de klanten",
  group: (attribute, value) => `klanten met ${attribute} ${value}`,
  during: (from, to) => `Het ergst van ${from} tot ${to}.`,
  since: (from) => `Sinds ${from}.`,
  always: "De hele tijd.",
  others: (share) => `Bij de anderen, of op andere momenten, ${share}.`,
  kind: (share) => `Gebruikelijk op andere plekken: ${share}.`,
  along: (attribute, value, inside, others) =>
    `Gaat samen met ${attribute} ${value}: ${inside} tegen ${others}.`,
  handover: {
    unit: (from, to) => `Het valt tussen ${from} en ${to}.`,
    system: (from, to) => `Het valt tussen de systemen ${from} en ${to}.`,
  },
  waited: (median) => `Ze hadden ${median} gewacht (mediaan).`,
  perMonth: (count) => `${count} klanten per maand`,
  more: "meer dan gebruikelijk",
  interval: (low, high) => `95%-interval ${low}–${high}`,
  stake: (amount, name) => `${amount} minder ${name} per maand`,
  examples: "Wie het overkwam",
  example: (nth) => `klant ${nl.number(nth)}`,
  journeys: "Hun klantreizen",
  weeks: (from, to) => `Aandeel dat geraakt wordt, per week, van ${from} tot ${to}`,
  furtherGaps: (count) => (count === 1 ? "Nog een knelpunt" : `Nog ${nl.number(count)} knelpunten`),
  none: "Er springt niets uit: niemand gaat aantoonbaar vaker weg, draait vaker rondjes of moet vaker van kanaal wisselen dan anderen, of dan gebruikelijk is.",
  blind: "Wat de kaart niet ziet",
  undrawn: "In de data, niet getekend",
  unmeasured: "Getekend, niet in de data",
  journeysShare: (share) => `${share} van de klantreizen`,
  why: "Bij elk contactmoment is gekeken naar alles wat erop volgt: niets meer, hetzelfde nog eens, of een telefoontje of bezoek vanuit een ander kanaal. Dat aandeel is vergeleken tussen segmenten en kenmerken die klanten houden (een status die verandert is geen oorzaak), en door de tijd. Wat meer verschilt dan toeval aannemelijk maakt (z van 4 of meer; een periode met een aannemelijkheidsverhouding boven 25), staat hier met de groep die het meest verschilt en de weken waarin het het ergst was; kunnen de aandelen een begin of eind niet van een ander onderscheiden, dan telt ook mee hoeveel er kwamen. Raakt een plek iedereen gelijk, dan is de mediaan van zijn soort op andere plekken het gebruikelijke. ‘Meer dan gebruikelijk’ is het verschil van de aandelen (95%-interval van Newcombe) maal hoeveel er per maand komen; ook dat aantal is deels toeval, en dat zit in het interval. Een bezoek telt pas als 95% van wie verder ging dat in de tijd sindsdien gedaan zou hebben. Terugkomen telt alleen waar het sommigen meer raakt dan anderen: iets twee keer lezen is geen probleem. Dit is samenhang, geen oorzaak.",
};

export const gapsText = { en: english, nl: dutch };
