import { numeral, worded } from "./wording.ts";

/** What cannot be found, asked or changed, and what is called by itself. */
export const requestWords = {
  "no-workspace": worded<{ readonly workspace: string }>({
    en: ({ workspace }) => `There is no workspace called ${workspace}.`,
    nl: ({ workspace }) => `Er is geen werkruimte ${workspace}.`,
  }),
  "no-map": worded<{ readonly map: string }>({
    en: ({ map }) => `There is no map ${map} in this workspace.`,
    nl: ({ map }) => `In deze werkruimte is geen kaart ${map}.`,
  }),
  "other-map": worded<{ readonly own: string; readonly address: string }>({
    en: ({ own, address }) =>
      `The map's own id is ${own}, and the address says ${address}. Make them the same.`,
    nl: ({ own, address }) =>
      `De kaart zelf heeft id ${own}, en het adres zegt ${address}. Maak ze gelijk.`,
  }),
  "no-touchpoint": worded<{ readonly map: string; readonly touchpoint: string }>({
    en: ({ map, touchpoint }) =>
      `The map "${map}" has no touchpoint ${touchpoint}. Load the map again: it may have changed.`,
    nl: ({ map, touchpoint }) =>
      `De kaart "${map}" heeft geen contactmoment ${touchpoint}. Laad de kaart opnieuw: misschien is hij veranderd.`,
  }),
  "no-person": worded({
    en: () =>
      "This customer is not in the workspace any more. People change when their data is linked: open the journey again.",
    nl: () =>
      "Deze klant staat niet meer in de werkruimte. Klanten veranderen als hun gegevens worden gekoppeld: open de klantreis opnieuw.",
  }),
  "no-segment": worded<{ readonly segment: string; readonly known: string }>({
    en: ({ segment, known }) =>
      `There is no segment ${segment} in this workspace. ${known === "" ? "It has none." : `It has ${known}.`}`,
    nl: ({ segment, known }) =>
      `Er is geen segment ${segment} in deze werkruimte. ${known === "" ? "Er is er nog geen." : `Wel: ${known}.`}`,
  }),
  "no-journeys": worded({
    en: () => "There are no journeys to draw a map from. Import data first, or widen the filter.",
    nl: () =>
      "Er zijn geen klantreizen om een kaart van te tekenen. Importeer eerst data, of maak het filter ruimer.",
  }),
  "new-map": worded({
    en: () => "New map",
    nl: () => "Nieuwe kaart",
  }),
  "no-template": worded<{ readonly template: string }>({
    en: ({ template }) => `There is no template ${template}. Ask for the list of templates.`,
    nl: ({ template }) => `Er is geen sjabloon ${template}. Vraag de lijst met sjablonen op.`,
  }),
  "first-map": worded({
    en: () => "First map",
    nl: () => "Eerste kaart",
  }),
  "body-too-large": worded<{ readonly bytes: number }>({
    en: ({ bytes }) => `The body is larger than ${bytes} bytes.`,
    nl: ({ bytes }) => `Wat je verstuurt is groter dan ${numeral(bytes, "nl")} bytes.`,
  }),
  "other-host": worded<{ readonly host: string }>({
    en: ({ host }) =>
      `This Spoor answers to localhost only, not to ${host}. Set HOST to let others in.`,
    nl: ({ host }) =>
      `Deze Spoor antwoordt alleen op localhost, niet op ${host}. Stel HOST in om anderen toe te laten.`,
  }),
  "other-page": worded({
    en: () => "Changes are taken from Spoor's own page only.",
    nl: () => "Wijzigingen kunnen alleen vanaf de eigen pagina van Spoor.",
  }),
  "failed-inside": worded<{ readonly method: string; readonly path: string }>({
    en: ({ method, path }) => `${method} ${path} failed inside Spoor. The server's log says why.`,
    nl: ({ method, path }) =>
      `Er ging iets mis in Spoor, bij ${method} ${path}. In het logboek van de server staat waarom.`,
  }),
};
