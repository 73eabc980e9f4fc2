import { worded } from "./wording.ts";

/** What is told about people's data: requests, consent, what is held. */
export const peopleWords = {
  "no-privacy-request": worded({
    en: () => "There is no such request in the register of this workspace.",
    nl: () => "Dit verzoek staat niet in het register van deze werkruimte.",
  }),
  "request-not-received-yet": worded({
    en: () => "A request cannot have been received after today. Check the date.",
    nl: () => "Een verzoek kan niet na vandaag zijn ontvangen. Controleer de datum.",
  }),
  "request-closed": worded<{ readonly number: number }>({
    en: ({ number }) => `Request ${number} is closed. Open it again to go on with it.`,
    nl: ({ number }) => `Verzoek ${number} is afgesloten. Heropen het om ermee verder te gaan.`,
  }),
  "request-open": worded({
    en: () => "This request is open already.",
    nl: () => "Dit verzoek staat al open.",
  }),
  "request-extended-already": worded({
    en: () => "The term was extended already; the law allows that once.",
    nl: () => "De termijn is al verlengd; de wet staat dat één keer toe.",
  }),
  "request-extended-late": worded({
    en: () =>
      "The person must be told of an extension within the first month. Enter the day on which that was done.",
    nl: () =>
      "De betrokkene moet binnen de eerste maand horen dat de termijn wordt verlengd. Vul de dag in waarop dat is gebeurd.",
  }),
  "refusal-without-reason": worded({
    en: () => "A refusal needs its reason: the person has a right to hear it.",
    nl: () => "Bij een weigering hoort een reden: de betrokkene heeft er recht op die te horen.",
  }),
};
