const english = {
  title: "From a file",
  about: "A map that you have already: in Excel, CSV, OpenJourney, CJML, Mermaid, or from Spoor.",
  drop: "Drop a file here, or",
  choose: "Choose a file",
  reading: "Being read",
  refused: "This file could not become a map",
  stored: (title: string) => `“${title}” has come in`,
  remarks:
    "This is what was not understood, had to be guessed, or was left out. Nothing else was changed.",
  open: "Open the map",
  another: "Another file",
};

export type MapFileText = typeof english;

const dutch: MapFileText = {
  title: "Uit een bestand",
  about: "Een kaart die je al hebt: in Excel, CSV, OpenJourney, CJML, Mermaid, of uit Spoor.",
  drop: "Sleep een bestand hierheen, of",
  choose: "Kies een bestand",
  reading: "Wordt gelezen",
  refused: "Van dit bestand kon geen kaart worden gemaakt",
  stored: (title: string) => `“${title}” is binnen`,
  remarks:
    "Dit is niet begrepen, moest worden geraden of is weggelaten. Verder is er niets veranderd.",
  open: "Kaart openen",
  another: "Ander bestand",
};

/** The words of bringing in a map as a file. */
export const mapFileText = { en: english, nl: dutch };
