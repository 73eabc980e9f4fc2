import { DAY, midnight } from "./calendar.ts";

/** A touchpoint as it stands in the workspace after the import; an empty channel is unknown. */
export type Place = { readonly event: string; readonly channel: string };

export type PlantedPain = {
  readonly title: string;
  readonly kind: "leave" | "wait" | "loop" | "switch" | "score";
  readonly from: Place;
  /** Where those who are hit go next; null when they leave. */
  readonly to: Place | null;
  /** Attribute → values of those it hits hardest; empty for everybody. */
  readonly segment: Readonly<Record<string, readonly string[]>>;
  /** [from, to) in epoch milliseconds; null for the whole two years. */
  readonly period: readonly [number, number] | null;
  /** Probability of being hit on reaching `from`, within segment and period. */
  readonly hurt: number;
  /** The same for all others. */
  readonly otherwise: number;
};

const place = (event: string, channel: string): Place => ({ event, channel });

/** From this moment, customers who sign hear something on day 3, 10 and 17. */
export const IMPROVED = midnight(2025, 11, 3);
export const MESSAGE_DAYS = [3, 10, 17] as const;

/** The app release that made Android users log in again and again, and the one that mended it. */
const BAD_RELEASE = [midnight(2025, 1, 13), midnight(2025, 4, 7)] as const;

/** What goes wrong in the demo, where, when, for whom and how strongly: what an analysis must find. */
export const pains = {
  price: {
    title: "Prijs op de vergelijker klopt niet meer",
    kind: "leave",
    from: place("Tarieven bekeken", "web"),
    to: null,
    segment: { aanleiding: ["prijs"] },
    period: null,
    hurt: 0.4,
    otherwise: 0.15,
  },
  chat: {
    title: "Lang wachten in de avondchat",
    kind: "leave",
    from: place("Chat gestart", "chat"),
    to: null,
    segment: { dienst: ["avond"] },
    period: null,
    hurt: 0.42,
    otherwise: 0.08,
  },
  moving: {
    title: "Verhuisformulier loopt vast",
    kind: "switch",
    from: place("Verhuisformulier vastgelopen", "web"),
    to: place("Gebeld: verhuizing doorgeven", "phone"),
    segment: { aanleiding: ["verhuizing"] },
    period: null,
    hurt: 0.62,
    otherwise: 0,
  },
  reading: {
    title: "Meterstand niet bij de hand",
    kind: "leave",
    from: place("Meterstand gevraagd", "web"),
    to: null,
    segment: { aanleiding: ["jaarrekening", "advies"], ervaring: ["eerste keer"], opwek: ["geen"] },
    period: null,
    hurt: 0.3,
    otherwise: 0.17,
  },
  silence: {
    title: "Achttien dagen stilte",
    kind: "wait",
    from: place("Overstap in behandeling", ""),
    to: place("Gebeld: ben ik nu klant?", "phone"),
    segment: {},
    period: [midnight(2024, 11, 1), IMPROVED],
    hurt: 0.22,
    otherwise: 0.06,
  },
  login: {
    title: "Inloggen in de app blijft mislukken",
    kind: "loop",
    from: place("Inloggen mislukt", "app"),
    to: place("Inloggen mislukt", "app"),
    segment: { toestel: ["Android"] },
    period: BAD_RELEASE,
    hurt: 0.93,
    otherwise: 0.35,
  },
  instalment: {
    title: "Termijnbedrag wijkt af van de offerte",
    kind: "score",
    from: place("Eerste nota ontvangen", "email"),
    to: place("Gebeld: termijnbedrag klopt niet", "phone"),
    segment: { opwek: ["zonnepanelen"] },
    period: null,
    hurt: 0.42,
    otherwise: 0.13,
  },
  letter: {
    title: "Verlenging alleen per brief",
    kind: "leave",
    from: place("Verlengingsbrief verstuurd", "post"),
    to: null,
    segment: { "e-mailtoestemming": ["nee"] },
    period: null,
    hurt: 0.42,
    otherwise: 0.12,
  },
} as const satisfies Record<string, PlantedPain>;

export type PainId = keyof typeof pains;

/** Probability of being hit on reaching the place at this moment. */
export function odds(id: PainId, inSegment: boolean, at: number): number {
  const pain: PlantedPain = pains[id];
  return affects(id, inSegment, at) ? pain.hurt : pain.otherwise;
}

/** Whether segment and period of a pain hold. */
export function affects(id: PainId, inSegment: boolean, at: number): boolean {
  const { period }: PlantedPain = pains[id];
  return inSegment && (period === null || (at >= period[0] && at < period[1]));
}

/** How long a customer waits between signing and the first delivery, in milliseconds. */
export const SILENCE = 18 * DAY;
