import { formatIn } from "../language/format.ts";

const en = formatIn("en");
const nl = formatIn("nl");

const english = {
  name: "Spoor",
  skip: "Skip to the content",
  navigation: "Pages",
  menu: "Menu",
  close: "Close",
  cancel: "Cancel",
  copy: "Copy",
  copied: "Copied",
  pages: {
    map: "Map",
    maps: "Maps",
    overview: "Overview",
    flow: "Flow",
    routes: "Routes",
    touchpoints: "Touchpoints",
    journeys: "Journeys",
    sources: "Sources",
    import: "Import",
    privacy: "Privacy",
    new: "New map",
  },
  workspace: "Workspace",
  ownWorkspace: "My data",
  newWorkspace: "New workspace",
  workspaceName: "Name of the workspace",
  make: "Make",
  language: "Language",
  languages: { en: "English", nl: "Nederlands" },
  theme: "Appearance",
  themes: { system: "As the device", light: "Light", dark: "Dark" },
  loading: "One moment",
  again: "Try again",
  notFound: "This page does not exist",
  notFoundHint: "The address leads nowhere. The map is a good place to go on from.",
  toMap: "To the map",
  trouble: {
    title: "That did not work",
    unreachable: "Spoor's server does not answer. Check that it still runs, then try again.",
    unreadable: (said: string) =>
      `The server answered in a way this page does not understand. Reload the page; if it stays, restart Spoor. It said: ${said}`,
    unexpected: (said: string) => `Something broke in this page: ${said}. Reload it to go on.`,
  },
  why: "Why do I see this?",
  firstRun: {
    title: "The demo is being made",
    lead: "An energy supplier's customers over two years, as its systems would export them. It takes about a minute; the map opens by itself.",
    steps: {
      generate: "Write the files of eleven systems",
      import: "Read them in",
      link: "Find who is who, and their journeys",
      map: "Draw the map",
    },
    done: "done",
    share: (share: number) => en.percent(share),
    ownTitle: "Or begin with your own data",
    own: "A workspace of your own is ready and empty.",
  },
  empty: {
    title: "Nothing has come in yet",
    lines: [
      "Take an export of any system that knows what customers did: a row per event, with a customer, an event and a time.",
      "Drop it on the import page. Spoor guesses what each column means and shows what the rows become; you correct it.",
      "Then draw a first map, and put every question to it.",
    ],
  },
  importMine: "Import my data",
};

export type AppText = typeof english;

const dutch: AppText = {
  name: "Spoor",
  skip: "Naar de inhoud",
  navigation: "Pagina’s",
  menu: "Menu",
  close: "Sluiten",
  cancel: "Annuleren",
  copy: "Kopieer",
  copied: "Gekopieerd",
  pages: {
    map: "Kaart",
    maps: "Kaarten",
    overview: "Overzicht",
    flow: "Stroom",
    routes: "Routes",
    touchpoints: "Contactmomenten",
    journeys: "Klantreizen",
    sources: "Bronnen",
    import: "Importeren",
    privacy: "Privacy",
    new: "Nieuwe kaart",
  },
  workspace: "Werkruimte",
  ownWorkspace: "Mijn data",
  newWorkspace: "Nieuwe werkruimte",
  workspaceName: "Naam van de werkruimte",
  make: "Aanmaken",
  language: "Taal",
  languages: { en: "English", nl: "Nederlands" },
  theme: "Weergave",
  themes: { system: "Zoals het apparaat", light: "Licht", dark: "Donker" },
  loading: "Een ogenblik",
  again: "Opnieuw proberen",
  notFound: "Deze pagina bestaat niet",
  notFoundHint: "Dit adres leidt nergens heen. Vanaf de kaart kun je verder.",
  toMap: "Naar de kaart",
  trouble: {
    title: "Dat lukte niet",
    unreachable:
      "De server van Spoor geeft geen antwoord. Kijk of hij nog draait en probeer het opnieuw.",
    unreadable: (said: string) =>
      `De server gaf een antwoord dat deze pagina niet begrijpt. Herlaad de pagina; blijft het zo, herstart dan Spoor. Het antwoord was: ${said}`,
    unexpected: (said: string) =>
      `Er ging iets stuk in deze pagina: ${said}. Herlaad haar om verder te gaan.`,
  },
  why: "Waarom zie ik dit?",
  firstRun: {
    title: "De demo wordt gemaakt",
    lead: "Twee jaar klanten van een energieleverancier, zoals zijn systemen ze zouden exporteren. Het duurt ongeveer een minuut; de kaart gaat vanzelf open.",
    steps: {
      generate: "De bestanden van elf systemen schrijven",
      import: "Ze inlezen",
      link: "Uitzoeken wie wie is, en welke klantreizen er zijn",
      map: "De kaart tekenen",
    },
    done: "klaar",
    share: (share: number) => nl.percent(share),
    ownTitle: "Of begin met je eigen data",
    own: "Er staat een lege werkruimte voor je klaar.",
  },
  empty: {
    title: "Er is nog niets binnen",
    lines: [
      "Neem een export van een systeem dat weet wat klanten deden: een rij per gebeurtenis, met een klant, een gebeurtenis en een tijd.",
      "Sleep hem naar de importpagina. Spoor raadt wat elke kolom betekent en laat zien wat de rijen worden; jij verbetert het.",
      "Teken dan een eerste kaart en stel er elke vraag aan.",
    ],
  },
  importMine: "Mijn data importeren",
};

export const appText = { en: english, nl: dutch };
