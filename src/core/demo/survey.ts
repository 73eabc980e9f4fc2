import type { SurveyAnswer, SurveyDraft } from "../evidence/survey.ts";
import { DAY, TO } from "./calendar.ts";
import { Chance } from "./chance.ts";

/** A survey that was held among three departments, and what they answered. */
export type HeldSurvey = SurveyDraft & {
  readonly at: string;
  readonly answers: readonly SurveyAnswer[];
};

const departments = ["Klantenservice", "Contractbeheer", "Marketing"] as const;
type Department = (typeof departments)[number];

/** How many of each answer. */
const colleagues: Readonly<Record<Department, number>> = {
  Klantenservice: 15,
  Contractbeheer: 13,
  Marketing: 12,
};

/** What customers feel in this demo, −1 … +1, and what every department believes where nothing is planted. */
const known = {
  tp_jaarrekening: -0.55,
  tp_tarieven: 0.16,
  tp_chat: 0.14,
  tp_meterstand: -0.67,
  tp_contract: 0.57,
  tp_stilte: -0.35,
  tp_ben_ik_klant: -0.23,
  tp_welkom: 0.55,
  tp_app: 0.09,
  tp_termijnbedrag: -0.45,
  tp_brief: -0.2,
  tp_verlengen: 0.64,
} as const;

/**
 * The planted gap: for who handles the contract or sends the letters all is well while customers hear
 * nothing. Who answers the telephone knows better.
 */
export const tooRosy: {
  readonly touchpoint: keyof typeof known;
  readonly believed: Partial<Record<Department, number>>;
} = { touchpoint: "tp_stilte", believed: { Contractbeheer: 0.35, Marketing: 0.25 } };

/** In the order of the departments. */
const remarks = [
  [
    "De eerste nota. Daar bellen mensen het meest over.",
    "Mensen horen na het tekenen drie weken niets en denken dat het mis is.",
    "Wie belt over zijn termijnbedrag, is al boos.",
    "’s Avonds is de chat te dun bezet.",
  ],
  [
    "Volgens mij loopt het wachten op de start prima, de netbeheerder doet de rest.",
    "Niemand weet zijn meterstand uit het hoofd.",
    "Het termijnbedrag klopt niet met de offerte.",
  ],
  ["De brief over verlengen leest niemand.", "De tarieven zijn niet te vergelijken."],
] as const;

const WHO_KNOWS = 0.9;

/** The survey of the demo; the same seed gives the same answers. */
export function heldSurvey(seed: number): HeldSurvey {
  const answers = departments.flatMap((department, of) =>
    Array.from({ length: colleagues[department] }, (_, nth): SurveyAnswer => {
      const chance = new Chance(seed, 71, of, nth);
      const scores = Object.entries(known).flatMap(([id, felt]): [string, number][] => {
        const planted = id === tooRosy.touchpoint ? tooRosy.believed[department] : undefined;
        const face = faceOf(planted ?? felt, chance);
        return chance.hit(WHO_KNOWS) ? [[id, face]] : [];
      });
      // Every third writes something, and nobody the same.
      const remark =
        nth % 3 === 0 ? ((remarks[of] as readonly string[] | undefined)?.[nth / 3] ?? null) : null;
      return { department, scores: Object.fromEntries(scores), remark };
    }),
  );
  return {
    map: "jo_overstappen",
    question: "Wat denken wij dat klanten ervaren?",
    touchpoints: Object.keys(known),
    departments: [...departments],
    at: new Date(TO - 21 * DAY).toISOString(),
    ends: new Date(TO - 7 * DAY).toISOString(),
    answers,
  };
}

/** One of the five faces, −2 … +2, around a feeling of −1 … +1: above and below it so that the mean is kept. */
function faceOf(felt: number, chance: Chance): number {
  const exact = 2 * felt + chance.between(-0.6, 0.6);
  const below = Math.floor(exact);
  return Math.min(2, Math.max(-2, below + Number(chance.hit(exact - below))));
}
