const english = {
  title: "Privacy",
  counts: "This customer counts in all numbers.",
  objects:
    "This customer objects: his journeys are in no number, segment or decision. His events stay.",
  object: "He objects: count him no more",
  withdraw: "Count him again",
  working: "His journeys are being built anew …",
};
export type PersonText = typeof english;

const dutch: PersonText = {
  title: "Privacy",
  counts: "Deze klant telt mee in alle cijfers.",
  objects:
    "Deze klant heeft bezwaar gemaakt: de klantreizen tellen mee in geen enkel cijfer, segment of besluit. De gebeurtenissen blijven bewaard.",
  object: "Bezwaar: niet meer meetellen",
  withdraw: "Weer meetellen",
  working: "De klantreizen worden opnieuw opgebouwd …",
};

export const personText = { en: english, nl: dutch };
