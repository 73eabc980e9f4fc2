import type { Adoption } from "../../../core/question/fit/adopt.ts";

type Kind = Adoption["do"];

const english = {
  onMap: "The map, as customers go it",
  onMapLead:
    "Each bar is all journeys: how many do at the touchpoint what the map says, and what the others do.",
  parts: {
    drawn: "as the map says",
    repeated: "again",
    otherOrder: "elsewhere",
    skipped: "gone past",
    notReached: "not reached",
  },
  optional: "may be gone past",
  repeats: "may come again",
  undrawn: "seen, not drawn",
  unseen: "never seen",
  cannotKnow: "the data can’t say",
  adopt: "Take over",
  adoptOf: (deed: string, what: string) => `${deed}: ${what}`,
  deeds: {
    draw: "Draw it",
    optional: "May be gone past",
    repeats: "May come again",
    anyOrder: "Order is free",
    remove: "Take off the map",
  } satisfies Record<Kind, string>,
  adopted: {
    draw: (what: string) => `“${what}” drawn on the map`,
    optional: (what: string) => `“${what}” may be gone past`,
    repeats: (what: string) => `“${what}” may come again`,
    anyOrder: (what: string) => `The order around “${what}” is free`,
    remove: (what: string) => `“${what}” taken off the map`,
  } satisfies Record<Kind, (what: string) => string>,
};

export const fitText: { readonly en: typeof english; readonly nl: typeof english } = {
  en: english,
  nl: {
    onMap: "De kaart, zoals klanten hem lopen",
    onMapLead:
      "Elke balk is alle klantreizen: hoeveel er doen wat de kaart zegt, en wat de andere doen.",
    parts: {
      drawn: "zoals de kaart zegt",
      repeated: "opnieuw",
      otherOrder: "ergens anders",
      skipped: "overgeslagen",
      notReached: "niet bereikt",
    },
    optional: "mag overgeslagen worden",
    repeats: "mag vaker voorkomen",
    undrawn: "gezien, niet getekend",
    unseen: "nooit gezien",
    cannotKnow: "de data zegt hier niets over",
    adopt: "Overnemen",
    adoptOf: (deed, what) => `${deed}: ${what}`,
    deeds: {
      draw: "Teken het",
      optional: "Mag overgeslagen worden",
      repeats: "Mag vaker voorkomen",
      anyOrder: "Volgorde is vrij",
      remove: "Haal van de kaart",
    },
    adopted: {
      draw: (what) => `“${what}” op de kaart getekend`,
      optional: (what) => `“${what}” mag overgeslagen worden`,
      repeats: (what) => `“${what}” mag vaker voorkomen`,
      anyOrder: (what) => `De volgorde rond “${what}” is vrij`,
      remove: (what) => `“${what}” van de kaart gehaald`,
    },
  },
};
