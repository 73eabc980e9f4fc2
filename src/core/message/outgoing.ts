import { worded } from "./wording.ts";

type Host = { readonly host: string };
type Said = Host & { readonly said: string };

/** What calling another machine can run into. */
export const outgoingWords = {
  "host-refused": worded<Host>({
    en: ({ host }) =>
      `${host} is on an own network, and Spoor calls such machines only when whoever runs it allows that. Ask them to name ${host} in the setting SPOOR_ALLOW_HOSTS and to start Spoor again.`,
    nl: ({ host }) =>
      `${host} staat in een eigen netwerk, en zulke machines roept Spoor alleen aan als de beheerder dat toestaat. Vraag de beheerder om ${host} op te nemen in de instelling SPOOR_ALLOW_HOSTS en Spoor opnieuw te starten.`,
  }),
  "host-unknown": worded<Host>({
    en: ({ host }) => `There is no machine called ${host}. Check how the name is spelled.`,
    nl: ({ host }) =>
      `Er is geen machine met de naam ${host}. Controleer of de naam goed gespeld is.`,
  }),
  "call-refused": worded<Host & { readonly port: number }>({
    en: ({ host, port }) =>
      `Nothing answers at ${host} on port ${port}. Check the port, and whether a firewall lets this machine through.`,
    nl: ({ host, port }) =>
      `Op poort ${port} van ${host} antwoordt niets. Controleer de poort, en of een firewall deze machine doorlaat.`,
  }),
  "call-timed-out": worded<Host>({
    en: ({ host }) =>
      `${host} did not answer in time. Check the address, and whether a firewall lets this machine through.`,
    nl: ({ host }) =>
      `${host} antwoordde niet op tijd. Controleer het adres, en of een firewall deze machine doorlaat.`,
  }),
  "call-certificate": worded<Said>({
    en: ({ host, said }) =>
      `The certificate of ${host} cannot be trusted: ${said}. Have it renewed, or call the machine by the name that is on it.`,
    nl: ({ host, said }) =>
      `Het certificaat van ${host} is niet te vertrouwen: ${said}. Laat het vernieuwen, of gebruik de naam die op het certificaat staat.`,
  }),
  "call-redirected": worded<Host>({
    en: ({ host }) =>
      `${host} points to another address, and Spoor does not follow. Fill in the address where the file itself is.`,
    nl: ({ host }) =>
      `${host} verwijst door naar een ander adres, en dat volgt Spoor niet. Vul het adres in waar het bestand zelf staat.`,
  }),
  "call-answered": worded<Host & { readonly status: number }>({
    en: ({ host, status }) =>
      `${host} answered ${status} instead of the file. Check the address${status === 401 || status === 403 ? " and the password or token" : ""}.`,
    nl: ({ host, status }) =>
      `${host} antwoordde ${status} in plaats van met het bestand. Controleer het adres${status === 401 || status === 403 ? " en het wachtwoord of token" : ""}.`,
  }),
  "address-unfit": worded({
    en: () =>
      "This address cannot be called: it begins with http:// or https://, and a user or password stands in a field of its own.",
    nl: () =>
      "Dit adres is niet aan te roepen: het begint met http:// of https://, en een gebruiker of wachtwoord hoort in een eigen veld.",
  }),
  "call-failed": worded<Said>({
    en: ({ host, said }) => `The connection with ${host} broke: ${said}. It is tried again later.`,
    nl: ({ host, said }) =>
      `De verbinding met ${host} brak af: ${said}. Later wordt het opnieuw geprobeerd.`,
  }),
};
