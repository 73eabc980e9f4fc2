import { formatIn } from "../language/format.ts";

const en = formatIn("en");
const nl = formatIn("nl");

const english = {
  title: "Privacy",
  lead: "What people ask about their data and by when they must hear, what they agreed to, and what is held on them.",
  nothingDue: "Nothing is due: no request is open.",
  due: (open: number, soon: number, next: string) =>
    `${en.number(open)} ${open === 1 ? "request" : "requests"} open, ${soon === 0 ? "none" : en.number(soon)} due within a week. The first answer is due on ${next}.`,
  overdue: (overdue: number, open: number) =>
    `${en.number(overdue)} of ${en.number(open)} open ${open === 1 ? "request" : "requests"} ${overdue === 1 ? "is" : "are"} past the legal term.`,
  access: {
    title: "Access export",
    formats: { pdf: "PDF", html: "Page", csv: "CSV", json: "JSON" },
  },
  find: {
    label: "Identifier",
    hint: "An e-mail address, telephone number, customer number or cookie, as he writes it himself.",
    seek: "Find",
    none: "Nothing is held under this identifier. That is an answer too: the request can be noted without it.",
    shared: "Several people share this identifier. Choose who it is about.",
    more: "More people have this identifier than are listed. Use one that is his alone.",
    seen: (events: number, sources: string) =>
      `${en.number(events)} ${events === 1 ? "row" : "rows"} from ${sources}`,
    span: (first: string, last: string) => `${first} to ${last}`,
    choose: "This is him or her",
  },
};

export type PrivacyText = typeof english;

const dutch: PrivacyText = {
  title: "Privacy",
  lead: "Wat mensen over hun gegevens vragen en wanneer ze antwoord moeten hebben, waarvoor ze toestemming gaven, en wat er van hen is vastgelegd.",
  nothingDue: "Er staat niets open: geen enkel verzoek wacht op antwoord.",
  due: (open: number, soon: number, next: string) =>
    `${nl.number(open)} ${open === 1 ? "verzoek" : "verzoeken"} open, waarvan ${soon === 0 ? "geen" : nl.number(soon)} binnen een week. Het eerste antwoord moet er op ${next} zijn.`,
  overdue: (overdue: number, open: number) =>
    `Van ${nl.number(open)} open ${open === 1 ? "verzoek" : "verzoeken"} ${overdue === 1 ? "is" : "zijn"} er ${nl.number(overdue)} over de wettelijke termijn.`,
  access: {
    title: "Inzage-export",
    formats: { pdf: "PDF", html: "Pagina", csv: "CSV", json: "JSON" },
  },
  find: {
    label: "Herkenningsgegeven",
    hint: "Een e-mailadres, telefoonnummer, klantnummer of cookie, zoals de betrokkene het zelf schrijft.",
    seek: "Zoek",
    none: "Onder dit gegeven is niets vastgelegd. Ook dat is een antwoord: je kunt het verzoek zonder gevonden persoon noteren.",
    shared: "Meerdere mensen delen dit gegeven. Kies over wie het gaat.",
    more: "Meer mensen hebben dit gegeven dan hier staan. Neem er een dat alleen van de betrokkene is.",
    seen: (events: number, sources: string) =>
      `${nl.number(events)} ${events === 1 ? "rij" : "rijen"} uit ${sources}`,
    span: (first: string, last: string) => `${first} tot ${last}`,
    choose: "Over deze persoon",
  },
};

export const privacyText = { en: english, nl: dutch };
