import { worded } from "./wording.ts";

/** What is told about erasing, objecting and keeping. */
export const erasureWords = {
  "nobody-to-erase": worded({
    en: () =>
      "Nobody was named. Give a person, or an identifier with its kind, such as an e-mail address.",
    nl: () =>
      "Er is niemand genoemd. Geef een persoon op, of een kenmerk met zijn soort, zoals een e-mailadres.",
    terminal: () => "Nobody was named. Name somebody: spoor erase email=jan@example.com",
  }),
  "only-shared": worded({
    en: () =>
      "This belongs to several people, so it leads to nobody in particular. Give something that is his alone, such as a customer number or an e-mail address. Nothing was erased.",
    nl: () =>
      "Dit kenmerk hoort bij meer mensen en wijst dus niemand aan. Geef iets op dat alleen van hem is, zoals een klantnummer of e-mailadres. Er is niets gewist.",
  }),
  "erasure-runs": worded({
    en: () => "Somebody is being erased in this workspace already. Wait until that is done.",
    nl: () => "In deze werkruimte wordt al iemand gewist. Wacht tot dat klaar is.",
  }),
  "no-erasure": worded({
    en: () => "This erasure is not known here.",
    nl: () => "Dit wissen is hier niet bekend.",
  }),
  "not-erased-here": worded({
    en: () =>
      "None of these identifiers was erased then. Give them as they were, with the same kind.",
    nl: () =>
      "Geen van deze kenmerken is toen gewist. Geef ze op zoals ze waren, met dezelfde soort.",
  }),
  "erasure-cut-short": worded({
    en: () =>
      "The server stopped before the search was done. Everything in the stores was erased after the restart; what was erased is not known any more, so give his identifiers to search again.",
    nl: () =>
      "De server stopte voordat het zoeken klaar was. Na de herstart is alles uit de opslag gewist. Wat er gewist is, is niet meer bekend: geef zijn kenmerken op om opnieuw te zoeken.",
  }),
  "erasure-failed": worded<{ readonly said: string }>({
    en: ({ said }) =>
      `The erasure stopped halfway: ${said} His tombstones stand, so nothing new of him is kept. Erase him again.`,
    nl: ({ said }) =>
      `Het wissen is halverwege gestopt: ${said} Er komt niets nieuws van hem bij. Wis hem opnieuw.`,
  }),
  "no-retention-rule": worded({
    en: () => "This rule is not known here.",
    nl: () => "Deze regel is hier niet bekend.",
  }),
};
