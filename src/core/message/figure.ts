import { worded } from "./wording.ts";

type At = { readonly at: string };
type Way = { readonly from: string; readonly to: string };
type Of = { readonly name: string };
type ScoreAt = Of & At;

/** What a figure of an answer is called. */
export const figureWords = {
  "figure-journeys": worded({ en: () => "Journeys", nl: () => "Klantreizen" }),
  "figure-people": worded({ en: () => "Customers", nl: () => "Klanten" }),
  "figure-perception": worded<At>({
    en: ({ at }) => `${at}: what we believe less what customers say`,
    nl: ({ at }) => `${at}: wat wij denken min wat klanten zeggen`,
  }),
  "figure-aim": worded<Of>({
    en: ({ name }) => `Goal: ${name}`,
    nl: ({ name }) => `Doel: ${name}`,
  }),
  "figure-branch": worded<Way>({
    en: ({ from, to }) => `“${to}”: difference where “${from}” is met`,
    nl: ({ from, to }) => `‘${to}’: verschil waar ‘${from}’ gehaald is`,
  }),
  "figure-way": worded<Way>({
    en: ({ from, to }) => `From ${from} to ${to}`,
    nl: ({ from, to }) => `Van ${from} naar ${to}`,
  }),
  "figure-way-wait": worded<Way>({
    en: ({ from, to }) => `Wait from ${from} to ${to}, median`,
    nl: ({ from, to }) => `Wachttijd van ${from} naar ${to}, mediaan`,
  }),
  "figure-route": worded<Of>({
    en: ({ name }) => `Go this route: ${name}`,
    nl: ({ name }) => `Gaan deze route: ${name}`,
  }),
  "figure-reach": worded<At>({
    en: ({ at }) => `Come to ${at}`,
    nl: ({ at }) => `Komen bij ${at}`,
  }),
  "figure-repeats": worded<At>({
    en: ({ at }) => `Come back to ${at}`,
    nl: ({ at }) => `Komen terug bij ${at}`,
  }),
  "figure-leave": worded<At>({
    en: ({ at }) => `End at ${at}`,
    nl: ({ at }) => `Stoppen bij ${at}`,
  }),
  "figure-wait": worded<At>({
    en: ({ at }) => `Wait after ${at}, median`,
    nl: ({ at }) => `Wachttijd na ${at}, mediaan`,
  }),
  "figure-conversion": worded<Way>({
    en: ({ from, to }) => `Of those at ${from}, come to ${to}`,
    nl: ({ from, to }) => `Van wie bij ${from} is, komt bij ${to}`,
  }),
  "figure-goal": worded({ en: () => "Reach the goal", nl: () => "Bereiken het doel" }),
  "figure-goal-of": worded<Of>({
    en: ({ name }) => `Reach the goal: ${name}`,
    nl: ({ name }) => `Bereiken het doel: ${name}`,
  }),
  "figure-goal-after": worded<At>({
    en: ({ at }) => `Reach the goal after ${at}`,
    nl: ({ at }) => `Bereiken het doel na ${at}`,
  }),
  "figure-time": worded({
    en: () => "Time to the goal, median",
    nl: () => "Tijd tot het doel, mediaan",
  }),
  "figure-time-of": worded<Of>({
    en: ({ name }) => `Time to the goal, median: ${name}`,
    nl: ({ name }) => `Tijd tot het doel, mediaan: ${name}`,
  }),
  "figure-credit": worded<At>({
    en: ({ at }) => `Goals lost without ${at}`,
    nl: ({ at }) => `Doelen die wegvallen zonder ${at}`,
  }),
  "figure-matched": worded<Of>({
    en: ({ name }) => `Fit the pattern ${name}`,
    nl: ({ name }) => `Passen in het patroon ${name}`,
  }),
  "figure-matched-of": worded<Of>({
    en: ({ name }) => `Fit the pattern: ${name}`,
    nl: ({ name }) => `Passen in het patroon: ${name}`,
  }),
  "figure-until": worded({
    en: () => "Time until the pattern, median",
    nl: () => "Tijd tot het patroon, mediaan",
  }),
  "figure-back": worded<{ readonly after: number; readonly unit: string }>({
    en: ({ after, unit }) => `Back after ${after} ${unit}${after === 1 ? "" : "s"}`,
    nl: ({ after, unit }) =>
      `Terug na ${after} ${unit === "week" ? (after === 1 ? "week" : "weken") : after === 1 ? "maand" : "maanden"}`,
  }),
  "figure-corner": worded<Of>({
    en: ({ name }) => `Loyalty: ${corners.en[name] ?? name}`,
    nl: ({ name }) => `Loyaliteit: ${corners.nl[name] ?? name}`,
  }),
  "figure-bought": worded({
    en: () => "Buy, of those who were seen",
    nl: () => "Kopen, van wie gezien is",
  }),
  "figure-fitness": worded({
    en: () => "How well the map fits",
    nl: () => "Hoe goed de kaart past",
  }),
  "figure-perfect": worded({
    en: () => "Go exactly as drawn",
    nl: () => "Gaan precies zoals getekend",
  }),
  "figure-skipped": worded<At>({
    en: ({ at }) => `Skip ${at}`,
    nl: ({ at }) => `Slaan ${at} over`,
  }),
  "figure-gap": worded<At & { readonly kind: string; readonly to: string }>({
    en: ({ kind, at, to }) => `Customers a month: ${gap("en", kind, at, to)}`,
    nl: ({ kind, at, to }) => `Klanten per maand: ${gap("nl", kind, at, to)}`,
  }),
  "figure-gap-share": worded<At & { readonly kind: string; readonly to: string }>({
    en: ({ kind, at, to }) => `Share: ${gap("en", kind, at, to)}`,
    nl: ({ kind, at, to }) => `Aandeel: ${gap("nl", kind, at, to)}`,
  }),
  "figure-gap-stake": worded<Of & At & { readonly kind: string; readonly to: string }>({
    en: ({ name, kind, at, to }) => `${name} a month at stake: ${gap("en", kind, at, to)}`,
    nl: ({ name, kind, at, to }) => `${name} per maand op het spel: ${gap("nl", kind, at, to)}`,
  }),
  "figure-score": worded<Of>({
    en: ({ name }) => `${name} overall`,
    nl: ({ name }) => `${name} in totaal`,
  }),
  "figure-score-at": worded<ScoreAt>({
    en: ({ name, at }) => `${name} for ${at}`,
    nl: ({ name, at }) => `${name} voor ${at}`,
  }),
  "figure-emotion": worded({
    en: () => "All scores together, −1 to +1",
    nl: () => "Alle scores samen, −1 tot +1",
  }),
  "figure-peak-end": worded({
    en: () => "Peak and end, −1 to +1",
    nl: () => "Piek en einde, −1 tot +1",
  }),
  "figure-explained": worded({
    en: () => "Mean of what is explained",
    nl: () => "Gemiddelde van wat verklaard wordt",
  }),
  "figure-driver": worded<{ readonly what: string }>({
    en: ({ what }) => `Difference with ${what}`,
    nl: ({ what }) => `Verschil met ${what}`,
  }),
  "figure-segment": worded<Of>({
    en: ({ name }) => `Size: ${name}`,
    nl: ({ name }) => `Omvang: ${name}`,
  }),
  "figure-changed": worded<Of>({
    en: ({ name }) => `Since the change: ${name}`,
    nl: ({ name }) => `Sinds de verandering: ${name}`,
  }),
  "figure-side": worded<{ readonly what: string; readonly side: number }>({
    en: ({ what, side }) => `Group ${side}: ${what}`,
    nl: ({ what, side }) => `Groep ${side}: ${what}`,
  }),
};

const corners: Record<"en" | "nl", Readonly<Record<string, string>>> = {
  en: { true: "true", latent: "latent", spurious: "spurious", none: "none" },
  nl: { true: "echt", latent: "latent", spurious: "schijn", none: "geen" },
};

const kinds = {
  en: {
    leave: (at: string) => `leave at ${at}`,
    loop: (at: string) => `go back to ${at}`,
    switch: (at: string, to: string) => `have to go from ${at} to ${to}`,
    wait: (at: string, to: string) => `wait at ${at} and then go to ${to}`,
  },
  nl: {
    leave: (at: string) => `haken af bij ${at}`,
    loop: (at: string) => `komen terug bij ${at}`,
    switch: (at: string, to: string) => `moeten van ${at} naar ${to}`,
    wait: (at: string, to: string) => `wachten bij ${at} en gaan dan naar ${to}`,
  },
};

function gap(language: "en" | "nl", kind: string, at: string, to: string): string {
  const said = Object.hasOwn(kinds[language], kind)
    ? kinds[language][kind as keyof typeof kinds.en]
    : (place: string) => place;
  return said(at, to);
}
