const english = {
  open: "Versions",
  title: "Versions of this map",
  close: "Close",
  about:
    "Spoor keeps a version by itself now and then. Give a name to the moments that you want to find again.",
  nameNow: "Name for the map as it is now",
  keep: "Keep",
  automatic: "Kept by Spoor",
  by: (when: string, author: string) => `${when}, ${author}`,
  name: "Name",
  nameOf: (which: string) => `Name for ${which}`,
  cancel: "Cancel",
  restore: "Restore",
  sure: "Make the map what it was then? What it is now is kept as a version first.",
  restored:
    "The map is again what it was. What it was before this is the newest version; Ctrl+Z takes it back too.",
  restoredFrom: (version: string) => `Map restored to ${version}`,
  notRestored:
    "The map could not be made what it was. Nothing has changed; reload the page and try again.",
  none: "No version has been kept yet.",
  someone: "Someone",
  since: "What changed since",
  compare: "Compare two moments",
  from: "From",
  to: "To",
  now: "As it is now",
  show: "Compare",
};

export const versionsText: { readonly en: typeof english; readonly nl: typeof english } = {
  en: english,
  nl: {
    open: "Versies",
    title: "Versies van deze kaart",
    close: "Sluiten",
    about:
      "Spoor bewaart af en toe zelf een versie. Geef een naam aan de momenten die je terug wilt kunnen vinden.",
    nameNow: "Naam voor de kaart zoals hij nu is",
    keep: "Bewaar",
    automatic: "Bewaard door Spoor",
    by: (when, author) => `${when}, ${author}`,
    name: "Geef een naam",
    nameOf: (which) => `Naam voor ${which}`,
    cancel: "Annuleren",
    restore: "Herstel",
    sure: "De kaart weer maken zoals hij toen was? Hoe hij nu is, wordt eerst als versie bewaard.",
    restored:
      "De kaart is weer zoals hij was. Hoe hij hiervoor was, is de nieuwste versie; met Ctrl+Z draai je het ook terug.",
    restoredFrom: (version) => `Kaart hersteld naar ${version}`,
    notRestored:
      "De kaart kon niet worden hersteld. Er is niets veranderd; laad de pagina opnieuw en probeer het nog eens.",
    none: "Er is nog geen versie bewaard.",
    someone: "Iemand",
    since: "Wat is er sindsdien veranderd",
    compare: "Vergelijk twee momenten",
    from: "Van",
    to: "Naar",
    now: "Zoals hij nu is",
    show: "Vergelijk",
  },
};
