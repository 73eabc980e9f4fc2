import { worded } from "./wording.ts";

/** What cannot be asked. */
export const questionWords = {
  "no-mail": worded({
    en: () =>
      "Spoor has no mail server. Whoever runs it sets SPOOR_SMTP_URL and SPOOR_MAIL_FROM, and starts it again.",
    nl: () =>
      "Spoor heeft geen mailserver. De beheerder stelt SPOOR_SMTP_URL en SPOOR_MAIL_FROM in en start Spoor opnieuw.",
  }),
  "no-alert-channel": worded({
    en: () => "This receiver is not there any more. Open the page again to see which are.",
    nl: () => "Deze ontvanger is er niet meer. Open de pagina opnieuw.",
  }),
  "no-alert": worded({
    en: () => "This odd day is not in the inbox any more. Open the page again to see what is.",
    nl: () => "Deze afwijkende dag staat niet meer in de lijst. Open de pagina opnieuw.",
  }),
  "one-period": worded({
    en: () => "There is only one period. Give both, before and after, or none.",
    nl: () => "Er is maar één periode gegeven. Geef er twee, ervoor en erna, of geen.",
  }),
  "periods-overlap": worded({
    en: () => "The first period ends after the second begins. Choose periods that do not overlap.",
    nl: () =>
      "De eerste periode eindigt nadat de tweede begint. Kies periodes die elkaar niet overlappen.",
  }),
  "no-such-outcome": worded<{ readonly outcome: string }>({
    en: ({ outcome }) =>
      `The data has no outcome ${outcome}. Choose a score or an amount from the list, “goal” or “again”.`,
    nl: ({ outcome }) =>
      `In de data is geen uitkomst ${outcome}. Kies een score of een bedrag uit de lijst, ‘goal’ of ‘again’.`,
  }),
  "no-such-touchpoint": worded<{ readonly code: number }>({
    en: ({ code }) =>
      `The data has no touchpoint ${code}. Choose one from the list: it may have gone since the page was opened.`,
    nl: ({ code }) =>
      `In de data is geen contactmoment ${code}. Kies er een uit de lijst: het kan verdwenen zijn sinds je de pagina opende.`,
  }),
  "no-such-question": worded<{ readonly name: string }>({
    en: ({ name }) => `Spoor knows no question "${name}". docs/openapi.json lists them.`,
    nl: ({ name }) => `Spoor kent geen vraag "${name}". In docs/openapi.json staan ze allemaal.`,
  }),
  "no-saved-question": worded({
    en: () =>
      "This saved question is not there any more. Look in the bin on the page Saved questions, or ask and save it again.",
    nl: () =>
      "Deze bewaarde vraag is er niet meer. Kijk in de prullenbak op de pagina Bewaarde vragen, of stel en bewaar haar opnieuw.",
  }),
  "no-report": worded({
    en: () =>
      "This report is not there any more. Look in the bin on the page Reports, where it is kept for thirty days.",
    nl: () =>
      "Dit rapport is er niet meer. Kijk in de prullenbak op de pagina Rapporten; daar wordt het dertig dagen bewaard.",
  }),
  "report-changed": worded({
    en: () =>
      "Somebody else changed this report meanwhile. It is shown as it is now; make your change again.",
    nl: () =>
      "Iemand anders heeft dit rapport intussen gewijzigd. Je ziet het zoals het nu is; breng je wijziging opnieuw aan.",
  }),
  "report-share-too-long": worded({
    en: () => "A link to a report works until a day in the coming year. Choose one.",
    nl: () => "Een link naar een rapport werkt tot een dag in het komende jaar. Kies er een.",
  }),
  "answer-of-older": worded({
    en: () =>
      "This answer was kept by an older version of Spoor. It can be seen when the report is refreshed.",
    nl: () =>
      "Dit antwoord is door een oudere versie van Spoor bewaard. Het is te zien zodra het rapport wordt ververst.",
  }),
  "too-few-to-show": worded<{ readonly floor: number }>({
    en: ({ floor }) => `This is about fewer than ${floor} journeys, which are not shown outside.`,
    nl: ({ floor }) =>
      `Dit gaat over minder dan ${floor} klantreizen; die zijn buiten het team niet te zien.`,
  }),
  "saved-touchpoint-gone": worded<{ readonly name: string }>({
    en: ({ name }) =>
      `The touchpoint "${name}" is not in the data any more. Open the question and choose another, then save it again.`,
    nl: ({ name }) =>
      `Het contactmoment "${name}" zit niet meer in de data. Open de vraag, kies een ander en bewaar haar opnieuw.`,
  }),
};
