const english = {
  pinFigure: "Pin a figure of a saved question",
  toMap: "Pin to a map",
  pin: "Pin",
  question: "Saved question",
  figure: "Figure",
  map: "Map",
  place: "Where",
  wholeJourney: "The whole journey",
  episode: (title: string) => `The episode “${title}”`,
  reading: "One moment, the figures are being read",
  noFigures:
    "The last answer has no figure that stands on its own. Refresh the question, or open it to see its answer.",
  noQuestions:
    "No question has been saved yet. Ask one on any page and press Save; its figures can then be pinned here.",
  noMaps: "There is no map yet to pin it to. Draw one first.",
  someone: "someone",
  done: "Pinned.",
  takenBack: "Taken off the map again.",
  showMap: "To the map",
  undo: "Undo",
  pinned: (name: string) => `Pinned: ${name}`,
  toQuestion: (name: string) => `Open “${name}”`,
  refresh: "Refresh",
  refreshing: "Being computed",
};

const dutch: typeof english = {
  pinFigure: "Een cijfer van een bewaarde vraag vastzetten",
  toMap: "Op een kaart vastzetten",
  pin: "Vastzetten",
  question: "Bewaarde vraag",
  figure: "Cijfer",
  map: "Kaart",
  place: "Waar",
  wholeJourney: "De hele klantreis",
  episode: (title) => `De episode ‘${title}’`,
  reading: "Een ogenblik, de cijfers worden opgehaald",
  noFigures:
    "Het laatste antwoord heeft geen cijfer dat op zichzelf staat. Ververs de vraag, of open haar om het antwoord te zien.",
  noQuestions:
    "Er is nog geen vraag bewaard. Stel er een op een van de pagina’s en kies Bewaren; daarna kun je de cijfers hier vastzetten.",
  noMaps: "Er is nog geen kaart om het op vast te zetten. Teken er eerst een.",
  someone: "iemand",
  done: "Vastgezet.",
  takenBack: "Weer van de kaart gehaald.",
  showMap: "Naar de kaart",
  undo: "Ongedaan maken",
  pinned: (name) => `Vastgezet: ${name}`,
  toQuestion: (name) => `‘${name}’ openen`,
  refresh: "Verversen",
  refreshing: "Wordt berekend",
};

export const pinText = { en: english, nl: dutch };
