const english = {
  title: "New map",
  lead: "Begin with an empty sheet, with what the data knows, or with a map that a group can talk about at once.",
  blank: {
    title: "An empty sheet",
    about: "You know the journey and want to draw it yourselves.",
    name: "What is the journey about?",
    example: "Taking out a mortgage",
    begin: "Begin",
  },
  data: {
    title: "From the data",
    about:
      "Spoor draws the touchpoints that most customers pass, in the order in which they pass them. Everything on it is measured.",
    draw: "Draw from the data",
    none: "There is no data in this workspace yet.",
  },
  templates: {
    title: "Templates",
    about:
      "Whole maps, in the customer’s voice: touchpoints, feelings, pains, what happens behind the scenes. All of it is assumed, until you have tested it.",
    begin: "Begin with this map",
    beginWith: (title: string) => `Begin with this map: ${title}`,
    size: (episodes: number, touchpoints: number) =>
      `${episodes} episodes, ${touchpoints} touchpoints`,
    curve: "The feelings that the template supposes, from touchpoint to touchpoint",
  },
  making: "Being made",
  or: "Or draw a map first",
};

export type NewMapText = typeof english;

const dutch: NewMapText = {
  title: "Nieuwe kaart",
  lead: "Begin met een leeg vel, met wat de data al weet, of met een kaart waarover een groep meteen in gesprek kan.",
  blank: {
    title: "Een leeg vel",
    about: "Jullie kennen de klantreis en willen hem zelf tekenen.",
    name: "Waar gaat de klantreis over?",
    example: "Een hypotheek afsluiten",
    begin: "Beginnen",
  },
  data: {
    title: "Uit de data",
    about:
      "Spoor tekent de contactmomenten waar de meeste klanten langskomen, in de volgorde waarin ze er langskomen. Alles erop is gemeten.",
    draw: "Tekenen uit de data",
    none: "In deze werkruimte is nog geen data.",
  },
  templates: {
    title: "Sjablonen",
    about:
      "Hele kaarten, in de stem van de klant: contactmomenten, gevoelens, pijnpunten, en wat er achter de schermen gebeurt. Alles erop is een aanname, tot jullie het hebben getoetst.",
    begin: "Begin met deze kaart",
    beginWith: (title: string) => `Begin met deze kaart: ${title}`,
    size: (episodes: number, touchpoints: number) =>
      `${episodes} episodes, ${touchpoints} contactmomenten`,
    curve: "De gevoelens die het sjabloon veronderstelt, van contactmoment naar contactmoment",
  },
  making: "Wordt gemaakt",
  or: "Of teken eerst een kaart",
};

/** The words of the page on which a map begins. */
export const newMapText = { en: english, nl: dutch };
