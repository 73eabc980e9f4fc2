import { worded } from "./wording.ts";

/** What is told about who is who. */
export const identityWords = {
  "no-person-columns": worded({
    en: () =>
      "Nothing in this workspace tells a name, birth date, address, telephone number or e-mail address by its own name. Name the columns that do.",
    nl: () =>
      "Niets in deze werkruimte heet naar een naam, geboortedatum, adres, telefoonnummer of e-mailadres. Geef aan in welke kolommen die staan.",
    terminal: () =>
      "Nothing in this workspace tells a name, birth date, address, telephone number or e-mail address by its own name. Name the columns: --column surname=Naam",
  }),
  "no-decision": worded({
    en: () => "This decision is not in the workspace. Load the page again.",
    nl: () => "Deze beslissing staat niet in de werkruimte. Laad de pagina opnieuw.",
  }),
  "same-person": worded({
    en: () => "These are the same person already. Choose two different people.",
    nl: () => "Dit is al dezelfde persoon. Kies twee verschillende personen.",
  }),
  "too-many-ties": worded<{ readonly most: number }>({
    en: ({ most }) =>
      `More than ${most} identifiers are tied together here, too many to show. Set a limit for the kind that ties them on the page Who is who.`,
    nl: ({ most }) =>
      `Hier zijn meer dan ${most} herkenningsgegevens aan elkaar geknoopt, te veel om te tonen. Stel op de pagina Wie is wie een grens in voor de soort die ze verbindt.`,
  }),
  "links-being-sought": worded({
    en: () => "Probable links of this workspace are being sought already. Ask again in a while.",
    nl: () =>
      "In deze werkruimte wordt al naar waarschijnlijke koppelingen gezocht. Probeer het zo nog eens.",
  }),
};
