const cells = (count: number) => (count === 1 ? "1 cell" : `${count} cells`);
const cellen = (count: number) => (count === 1 ? "1 cel" : `${count} cellen`);

const english = {
  copied: (count: number) => `${cells(count)} copied`,
  cleared: (count: number) => `${cells(count)} emptied`,
  removed: (count: number) =>
    count === 1 ? "1 touchpoint deleted" : `${count} touchpoints deleted`,
  pasted: (count: number) => `${cells(count)} pasted`,
  pastedBut: (landed: number, left: number) =>
    `${cells(landed)} pasted. ${cells(left)} found no place on the map:`,
  andMore: (count: number) => `and ${count} more`,
  nothing: "Nothing changed",
  tooLarge: "This is too large to paste on a map.",
  most: "At most 10,000 cells and a million characters fit at a time.",
};

/** The words of copying and pasting several cells. */
export const blockText: { readonly en: typeof english; readonly nl: typeof english } = {
  en: english,
  nl: {
    copied: (count) => `${cellen(count)} gekopieerd`,
    cleared: (count) => `${cellen(count)} leeggemaakt`,
    removed: (count) =>
      count === 1 ? "1 contactmoment verwijderd" : `${count} contactmomenten verwijderd`,
    pasted: (count) => `${cellen(count)} geplakt`,
    pastedBut: (landed, left) =>
      `${cellen(landed)} geplakt. ${cellen(left)} ${left === 1 ? "vond" : "vonden"} geen plek op de kaart:`,
    andMore: (count) => `en nog ${count}`,
    nothing: "Er is niets veranderd",
    tooLarge: "Dit is te groot om op een kaart te plakken.",
    most: "Er passen hooguit 10.000 cellen en een miljoen tekens tegelijk in.",
  },
};
