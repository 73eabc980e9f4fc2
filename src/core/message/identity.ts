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
  "links-being-sought": worded({
    en: () => "Probable links of this workspace are being sought already. Ask again in a while.",
    nl: () =>
      "In deze werkruimte wordt al naar waarschijnlijke koppelingen gezocht. Probeer het zo nog eens.",
  }),
};
