import { bare } from "./words.ts";

/** The swimlanes that Spoor writes and understands, in the order in which they are written. */
export const lanesOfOjf = ["goals", "touchpoints", "quotes", "pains", "opportunities"] as const;
export type OjfLane = (typeof lanesOfOjf)[number];

export const laneNames: Readonly<Record<"nl" | "en", Readonly<Record<OjfLane, string>>>> = {
  nl: {
    goals: "Doel van de klant",
    touchpoints: "Contactmomenten",
    quotes: "Wat klanten zeggen",
    pains: "Pijnpunten",
    opportunities: "Kansen",
  },
  en: {
    goals: "Goal of the customer",
    touchpoints: "Touchpoints",
    quotes: "What customers say",
    pains: "Pain points",
    opportunities: "Opportunities",
  },
};

/** Physical evidence, of which a map of Spoor has no field: a row of its own. */
export const EVIDENCE = "ln_evidence";
export const evidenceTitle = {
  nl: "Wat de klant ziet en vasthoudt",
  en: "What the customer sees and holds",
};

const signs: readonly (readonly [OjfLane, RegExp])[] = [
  ["pains", /\b(pains?|pain points?|pijnpunt|pijnpunten|friction|frustrations?|problems?)\b/],
  ["opportunities", /\b(opportunit\w*|kans|kansen|ideas?|improvements?)\b/],
  ["quotes", /\b(quotes?|thoughts?|thinks?|says?|zeggen|denkt|gedachten?|citaten?)\b/],
  ["goals", /\b(goals?|needs?|doel|doelen|behoeften?)\b/],
  ["touchpoints", /\b(actions?|touchpoints?|steps?|does|doing|activit\w*|contactmoment\w*|doet)\b/],
];

/** What a swimlane of somebody else is about, by its name; null when that does not tell. */
export function laneMeant(name: string): OjfLane | null {
  const words = bare(name);
  return signs.find(([, sign]) => sign.test(words))?.[0] ?? null;
}
