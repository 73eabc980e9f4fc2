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
  "no-key": worded({
    en: () =>
      "The key of this data is missing: vault.key does not stand in the data folder, and SPOOR_VAULT_KEY is not set. Put the file back, from a backup or from the machine that Spoor ran on, or set SPOOR_VAULT_KEY to what stood in it. Nothing was changed. Without the key nobody can read the identifiers in this data any more.",
    nl: () =>
      "De sleutel van deze data ontbreekt: vault.key staat niet in de datamap en SPOOR_VAULT_KEY is niet ingesteld. Zet het bestand terug, uit een back-up of van de computer waarop Spoor draaide, of stel SPOOR_VAULT_KEY in op wat erin stond. Er is niets veranderd. Zonder de sleutel kan niemand de herkenningsgegevens in deze data nog lezen.",
  }),
  "other-key": worded({
    en: () =>
      "This data was written under another key than the one in vault.key or SPOOR_VAULT_KEY. Put the file back that belongs to it, or point SPOOR_DATA or SPOOR_CLICKHOUSE_URL to the data of this key. All servers on one ClickHouse need the same key. Nothing was changed.",
    nl: () =>
      "Deze data is geschreven met een andere sleutel dan die in vault.key of SPOOR_VAULT_KEY. Zet het bestand terug dat erbij hoort, of laat SPOOR_DATA of SPOOR_CLICKHOUSE_URL verwijzen naar de data van deze sleutel. Alle servers op één ClickHouse hebben dezelfde sleutel nodig. Er is niets veranderd.",
  }),
  "bad-key": worded<{ readonly path: string }>({
    en: ({ path }) =>
      `${path} does not hold a key: 64 hexadecimal digits. Put the file back from a backup. Nothing was changed.`,
    nl: ({ path }) =>
      `In ${path} staat geen sleutel van 64 hexadecimale tekens. Zet het bestand terug uit een back-up. Er is niets veranderd.`,
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
