const english = {
  tray: "From the data",
  unclaimed: "In the data, not on the map",
  unclaimedHint: "Drag one onto its touchpoint, or press it to choose one or draw a new one.",
  allClaimed: "Everything in the data has its place on the map.",
  journeys: (count: string) => `${count} journeys`,
  bindTitle: (label: string) => `Which touchpoint is “${label}”?`,
  bindTo: "Bind to",
  bind: "Bind",
  newTouchpoint: "a new touchpoint at the end",
  draw: "Draw as a touchpoint",
  drawn: (label: string) => `“${label}” drawn`,
  unsupported: "On the map, not in the data",
  unsupportedHint: "No event supports these touchpoints.",
};

/** The words of what the data has beside the map. */
export const trayText: { readonly en: typeof english; readonly nl: typeof english } = {
  en: english,
  nl: {
    tray: "Uit de data",
    unclaimed: "Wel in de data, niet op de kaart",
    unclaimedHint:
      "Sleep er een naar zijn contactmoment, of druk erop om er een te kiezen of op te nemen.",
    allClaimed: "Alles in de data heeft een plek op de kaart.",
    journeys: (count) => `${count} klantreizen`,
    bindTitle: (label) => `Welk contactmoment is “${label}”?`,
    bindTo: "Koppel aan",
    bind: "Koppelen",
    newTouchpoint: "een nieuw contactmoment achteraan",
    draw: "Neem op als contactmoment",
    drawn: (label) => `“${label}” opgenomen`,
    unsupported: "Wel op de kaart, niet in de data",
    unsupportedHint: "In de data hoort geen gebeurtenis bij deze contactmomenten.",
  },
};
