import { worded } from "./wording.ts";

/** What cannot be asked. */
export const questionWords = {
  "no-such-touchpoint": worded<{ readonly code: number }>({
    en: ({ code }) =>
      `The data has no touchpoint ${code}. Choose one from the list: it may have gone since the page was opened.`,
    nl: ({ code }) =>
      `In de data is geen contactmoment ${code}. Kies er een uit de lijst: het kan verdwenen zijn sinds je de pagina opende.`,
  }),
};
