import { worded } from "./wording.ts";

type Said = { readonly said: string };

/** What the stores of events and documents could not do, with their own words. */
export const storeWords = {
  "engine-in-use": worded<Said>({
    en: ({ said }) =>
      `The data folder is in use by another Spoor. Stop that one, or set SPOOR_DATA to another folder. (${said})`,
    nl: ({ said }) =>
      `De datamap is in gebruik bij een andere Spoor. Stop die, of stel SPOOR_DATA in op een andere map. (${said})`,
  }),
  "engine-timeout": worded<Said>({
    en: ({ said }) =>
      `It took longer than it may. Narrow the question with a filter or a shorter period. (${said})`,
    nl: ({ said }) =>
      `Dit duurde langer dan is toegestaan. Beperk de vraag met een filter of een kortere periode. (${said})`,
  }),
  "engine-too-much": worded<Said>({
    en: ({ said }) =>
      `It needs more memory than it may have. Narrow the question with a filter. (${said})`,
    nl: ({ said }) =>
      `Dit vraagt meer geheugen dan is toegestaan. Beperk de vraag met een filter. (${said})`,
  }),
  "engine-disk-full": worded<Said>({
    en: ({ said }) =>
      `The disk is full. Make room where Spoor keeps its data, then do it again. (${said})`,
    nl: ({ said }) =>
      `De schijf is vol. Maak ruimte waar Spoor zijn data bewaart en probeer het opnieuw. (${said})`,
  }),
  "engine-cancelled": worded<Said>({
    en: ({ said }) => `It was cancelled. (${said})`,
    nl: ({ said }) => `Het is geannuleerd. (${said})`,
  }),
  "engine-unavailable": worded<Said>({
    en: ({ said }) =>
      `The ClickHouse server does not answer. Check SPOOR_CLICKHOUSE_URL and the server. (${said})`,
    nl: ({ said }) =>
      `De ClickHouse-server geeft geen antwoord. Controleer SPOOR_CLICKHOUSE_URL en de server. (${said})`,
  }),
  "engine-refused": worded<Said>({
    en: ({ said }) => `The engine refused. (${said})`,
    nl: ({ said }) => `De database weigerde dit. (${said})`,
  }),
  "documents-conflict": worded<Said>({
    en: ({ said }) => `There is already one with this name. (${said})`,
    nl: ({ said }) => `Er is er al een met deze naam. (${said})`,
  }),
  "documents-disk-full": worded<Said>({
    en: ({ said }) => `The disk of the document store is full. Make room there. (${said})`,
    nl: ({ said }) => `De schijf met de documenten is vol. Maak daar ruimte. (${said})`,
  }),
  "documents-cancelled": worded<Said>({
    en: ({ said }) => `It was cancelled. (${said})`,
    nl: ({ said }) => `Het is geannuleerd. (${said})`,
  }),
  "documents-stopped": worded<Said>({
    en: ({ said }) => `The PostgreSQL server stopped. Try again. (${said})`,
    nl: ({ said }) => `De PostgreSQL-server is gestopt. Probeer het opnieuw. (${said})`,
  }),
  "documents-unavailable": worded<Said>({
    en: ({ said }) =>
      `The PostgreSQL server cannot be used. Check SPOOR_POSTGRES_URL and the server. (${said})`,
    nl: ({ said }) =>
      `De PostgreSQL-server is niet te gebruiken. Controleer SPOOR_POSTGRES_URL en de server. (${said})`,
  }),
};
