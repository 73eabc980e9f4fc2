import { appText } from "../app/text.ts";
import { importText } from "../event/text.ts";
import { timelineText } from "../identity/text.ts";
import { inspectText } from "../map/edit/inspect/text.ts";
import { exportText } from "../map/export/text.ts";
import { mapFileText } from "../map/exchange/text.ts";
import { newMapText } from "../map/new/text.ts";
import { mapText } from "../map/text.ts";
import { contrastText } from "../question/contrast/text.ts";
import { alertsText } from "../question/alerts/text.ts";
import { driftText } from "../question/drift/text.ts";
import { gapsText } from "../question/gaps/text.ts";
import { archetypesText } from "../question/archetypes/text.ts";
import { segmentsText } from "../question/segments/text.ts";
import { driversText } from "../question/drivers/text.ts";
import { scoresText } from "../question/scores/text.ts";
import { goalsText } from "../question/goals/text.ts";
import { perceptionText } from "../question/perception/text.ts";
import { themesText } from "../question/themes/text.ts";
import { cohortsText } from "../question/cohorts/text.ts";
import { loyaltyText } from "../question/loyalty/text.ts";
import { patternText } from "../question/pattern/text.ts";
import { questionText } from "../question/text.ts";
import { towardsText } from "../question/towards-text.ts";
import type { Language } from "./language.ts";
import { useLanguage } from "./language.ts";

/** Every word that Spoor says, per language; each room of the app keeps its own part beside it. */
const catalogue = {
  en: {
    app: appText.en,
    map: mapText.en,
    newMap: newMapText.en,
    mapFile: mapFileText.en,
    inspect: inspectText.en,
    export: exportText.en,
    question: questionText.en,
    towards: towardsText.en,
    gaps: gapsText.en,
    contrast: contrastText.en,
    segments: segmentsText.en,
    drift: driftText.en,
    alerts: alertsText.en,
    archetypes: archetypesText.en,
    scores: scoresText.en,
    themes: themesText.en,
    drivers: driversText.en,
    goals: goalsText.en,
    perception: perceptionText.en,
    cohorts: cohortsText.en,
    pattern: patternText.en,
    loyalty: loyaltyText.en,
    timeline: timelineText.en,
    import: importText.en,
  },
  nl: {
    app: appText.nl,
    map: mapText.nl,
    newMap: newMapText.nl,
    mapFile: mapFileText.nl,
    inspect: inspectText.nl,
    export: exportText.nl,
    question: questionText.nl,
    towards: towardsText.nl,
    gaps: gapsText.nl,
    contrast: contrastText.nl,
    segments: segmentsText.nl,
    drift: driftText.nl,
    alerts: alertsText.nl,
    archetypes: archetypesText.nl,
    scores: scoresText.nl,
    themes: themesText.nl,
    drivers: driversText.nl,
    goals: goalsText.nl,
    perception: perceptionText.nl,
    cohorts: cohortsText.nl,
    pattern: patternText.nl,
    loyalty: loyaltyText.nl,
    timeline: timelineText.nl,
    import: importText.nl,
  },
};

export type Text = (typeof catalogue)["en"];

export function textIn(language: Language): Text {
  return catalogue[language];
}

/** The words of the language on the screen: `t.app.menu`, `t.question.shown(12, 20)`. */
export function useText(): Text {
  return textIn(useLanguage());
}
