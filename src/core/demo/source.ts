import { DAY, FROM, TO, midnight } from "./calendar.ts";

/** A file that a system exports: the rows from [from, to), each line ending in a newline. */
export type DemoFile = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
};

/** A system and its exports. The windows of two exports of one system may overlap, as they do in life. */
export type DemoSource = {
  /** Name of the source in the mapping. */
  readonly name: string;
  readonly encoding: "utf-8" | "windows-1252";
  /** First line of each file; absent in JSON lines. */
  readonly header: string | null;
  readonly files: readonly DemoFile[];
};

const halfway = midnight(2025, 11, 1);
const newYear = midnight(2026, 1, 1);

function one(name: string): readonly DemoFile[] {
  return [{ name, from: FROM, to: TO }];
}

export const sources = {
  web: {
    name: "Webanalyse",
    encoding: "utf-8",
    header: null,
    files: [
      { name: "web-analyse-1.jsonl", from: FROM, to: halfway + 2 * DAY },
      { name: "web-analyse-2.jsonl", from: halfway, to: TO },
    ],
  },
  app: { name: "App", encoding: "utf-8", header: null, files: one("app-events.jsonl") },
  customers: {
    name: "CRM klanten",
    encoding: "windows-1252",
    header:
      "klantnummer;voornaam;achternaam;e-mail;telefoon;postcode;plaats;aanleiding;opwek;ervaring;huishouden;e-mailtoestemming;laatst gewijzigd",
    files: one("crm-klanten.csv"),
  },
  contracts: {
    name: "CRM contracten",
    encoding: "windows-1252",
    header: "klantnummer;contract;status;via;datum",
    files: one("crm-contracten.csv"),
  },
  calls: {
    name: "Klantenservice",
    encoding: "utf-8",
    header: "gesprek_id,begonnen,telefoonnummer,klantnummer,reden,wachttijd_s,gesprekstijd_s",
    files: one("klantenservice.csv"),
  },
  mail: {
    name: "E-mailtool",
    encoding: "utf-8",
    header: "message_id,email,campaign,action,occurred_at",
    files: one("e-mails.csv"),
  },
  chat: { name: "Chat", encoding: "utf-8", header: null, files: one("chat.jsonl") },
  whatsapp: { name: "WhatsApp", encoding: "utf-8", header: null, files: one("whatsapp.jsonl") },
  shop: {
    name: "Winkels",
    encoding: "utf-8",
    header: "winkel,tijd,onderwerp,e-mail,klantnummer",
    files: one("winkelbezoeken.csv"),
  },
  invoices: {
    name: "Facturatie",
    encoding: "utf-8",
    header: "factuurnummer;klantnummer;datum;soort;bedrag;volgens offerte;munt",
    files: [
      { name: "facturen-t-m-2025.csv", from: FROM, to: newYear },
      { name: "facturen-2026.csv", from: newYear - 7 * DAY, to: TO },
    ],
  },
  payments: {
    name: "Betalingen",
    encoding: "utf-8",
    header: "betaling;klantnummer;datum;bedrag;munt;status",
    files: one("betalingen.csv"),
  },
  surveys: {
    name: "Enquêtes",
    encoding: "utf-8",
    header: "respons,soort,over,score,toelichting,ingevuld,klantnummer,e-mail,bezoeker",
    files: one("enquetes.csv"),
  },
  forum: { name: "Forum", encoding: "utf-8", header: null, files: one("forum.jsonl") },
  letters: {
    name: "Brieven",
    encoding: "utf-8",
    header: "brief;klantnummer;soort;verzonden",
    files: one("brieven.csv"),
  },
  interviews: {
    name: "Interviews",
    encoding: "utf-8",
    header: "gesprek,datum,klantnummer,over,citaat",
    files: one("interviews.csv"),
  },
} as const satisfies Record<string, DemoSource>;

export type SourceId = keyof typeof sources;
export const sourceIds = Object.keys(sources) as SourceId[];
