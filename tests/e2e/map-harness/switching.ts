import { fill } from "../../../src/core/map/fill.ts";
import { Journey } from "../../../src/core/map/journey.ts";
import { figuresOver } from "./figures.ts";

const measured = { kind: "measured" } as const;
const research = { kind: "research", source: "14 interviews", n: 14, date: "2026-03-10" } as const;
const assumed = { kind: "assumed" } as const;

/** A map as a team would draw it: switching energy supplier, 6 episodes, 16 touchpoints. */
export const switching = Journey.parse(
  fill({
    spoor: "journey/1",
    id: "jo_switching",
    title: "Overstappen van energieleverancier",
    language: "nl",
    personas: [{ id: "pe_family", name: "Gezin dat voor het eerst overstapt" }],
    episodes: [
      {
        id: "ep_notice",
        title: "Ik merk dat het anders kan",
        goal: "Begrijpen waarom het zo duur is, en of dat moet",
        evidence: [research],
        touchpoints: [
          {
            id: "tp_bill",
            title: "Ik krijg een hoge jaarrekening",
            channel: "post",
            importance: { customer: 4, organisation: 2 },
            doing: "Schrikt van het bedrag en legt de rekening opzij",
            emotions: [{ value: -0.55, evidence: research }],
            quotes: [
              { text: "Weer bijbetalen. Klopt dit wel?", by: "klant, 34", evidence: research },
            ],
            backstage: { process: "Jaarafrekening", system: "SAP IS-U", unit: "Facturatie" },
            evidence: [research],
          },
          {
            id: "tp_friend",
            title: "Ik hoor het van een vriend",
            channel: "word-of-mouth",
            ownership: "customer",
            importance: { customer: 4, organisation: 1 },
            emotions: [{ value: 0.25, evidence: assumed }],
          },
        ],
      },
      {
        id: "ep_search",
        title: "Ik zoek en vergelijk",
        goal: "Het beste aanbod vinden zonder er een avond aan kwijt te zijn",
        evidence: [research],
        touchpoints: [
          {
            id: "tp_compare",
            title: "Ik zoek op vergelijkers",
            channel: "partner",
            ownership: "partner",
            importance: { customer: 4, organisation: 4 },
            doing: "Vult verbruik in op twee of drie vergelijkers",
            backstage: { process: "Tarieven aanleveren", unit: "Partnerbeheer" },
          },
          {
            id: "tp_rates",
            title: "Ik bekijk tarieven",
            channel: "web",
            importance: { customer: 5, organisation: 5 },
            doing: "Zoekt wat hij per maand gaat betalen",
            backstage: { process: "Prijsmodule", unit: "Webteam" },
          },
          {
            id: "tp_chat",
            title: "Ik vraag iets in de chat",
            channel: "chat",
            importance: { customer: 2, organisation: 3 },
            backstage: { process: "Chatteam, 9–21 uur", unit: "Service" },
          },
        ],
      },
      {
        id: "ep_switch",
        title: "Ik stap over",
        goal: "Snel en zonder fouten overstappen",
        evidence: [assumed],
        touchpoints: [
          {
            id: "tp_form",
            title: "Ik vul mijn gegevens in",
            channel: "web",
            importance: { customer: 3, organisation: 5 },
            doing: "Vult het formulier in op zijn telefoon",
            backstage: { process: "Aanvraag", system: "Webformulier", unit: "Webteam" },
          },
          {
            id: "tp_meter",
            title: "Ik zoek mijn meterstand",
            channel: "home",
            ownership: "customer",
            momentOfTruth: true,
            importance: { customer: 5, organisation: 2 },
            doing: "Loopt naar de meterkast, of stelt het uit",
            pains: [
              {
                title: "Meterstand niet bij de hand",
                text: "9,4% haakt hier af; de meesten zijn op hun werk",
                severity: 5,
                evidence: measured,
              },
            ],
            opportunities: [{ title: "Foto van de meter achteraf", evidence: assumed }],
            actions: [
              {
                title: "Meterstand mag later",
                owner: "Webteam",
                by: "2027-02-01",
                status: "doing",
              },
            ],
            backstage: { process: "Meterdata", system: "EDSN", unit: "Netbeheer" },
          },
          {
            id: "tp_sign",
            title: "Ik teken het contract",
            channel: "email",
            importance: { customer: 4, organisation: 5 },
            backstage: { process: "Contract", system: "DocuFlow", unit: "Contractbeheer" },
          },
        ],
      },
      {
        id: "ep_wait",
        title: "Ik wacht op de start",
        goal: "Zeker weten dat het goed komt",
        evidence: [research],
        touchpoints: [
          {
            id: "tp_silence",
            title: "Ik hoor niets",
            channel: "none",
            momentOfTruth: true,
            importance: { customer: 5, organisation: 1 },
            quotes: [{ text: "Ben ik nu klant of niet?", evidence: research }],
            pains: [
              {
                title: "18 dagen stilte",
                text: "1 op 5 belt: “ben ik nu klant?”",
                severity: 4,
                evidence: measured,
              },
            ],
            opportunities: [{ title: "Bericht op dag 3, 10 en 17", evidence: research }],
            actions: [{ title: "Berichten in de wachttijd", owner: "Marketing", by: "2026-12-01" }],
            backstage: { process: "Switchproces", unit: "Contractbeheer" },
          },
          {
            id: "tp_welcome",
            title: "Ik word verwelkomd",
            channel: "email",
            importance: { customer: 3, organisation: 4 },
            backstage: { process: "Welkomstreeks", system: "E-mailtool", unit: "Marketing" },
          },
        ],
      },
      {
        id: "ep_bill",
        title: "Ik krijg mijn eerste rekening",
        goal: "Betalen wat beloofd was",
        evidence: [research],
        touchpoints: [
          {
            id: "tp_instalment",
            title: "Ik schrik van het termijnbedrag",
            channel: "app",
            momentOfTruth: true,
            importance: { customer: 5, organisation: 4 },
            pains: [
              {
                title: "Termijnbedrag wijkt af van belofte",
                text: "veroorzaakt 62% van de telefoontjes",
                severity: 5,
                evidence: measured,
              },
            ],
            opportunities: [{ title: "Zelfde bedrag als in de offerte", evidence: research }],
            backstage: { process: "Facturatie", system: "SAP IS-U", unit: "Facturatie" },
          },
          {
            id: "tp_call",
            title: "Ik bel de klantenservice",
            channel: "phone",
            importance: { customer: 4, organisation: 4 },
            doing: "Wacht elf minuten en legt het uit",
            backstage: { process: "Telefoonteam", system: "CRM", unit: "Service" },
          },
          {
            id: "tp_understand",
            title: "Ik begrijp mijn rekening",
            channel: "app",
            importance: { customer: 4, organisation: 3 },
            backstage: { process: "Uitleg in de app", unit: "Facturatie" },
          },
        ],
      },
      {
        id: "ep_stay",
        title: "Ik blijf en vertel het door",
        goal: "Er geen omkijken meer naar hebben",
        touchpoints: [
          {
            id: "tp_renew",
            title: "Ik verleng",
            channel: "web",
            importance: { customer: 3, organisation: 5 },
            quotes: [{ text: "Fijn, geen gedoe.", evidence: research }],
            backstage: { process: "Verlenging", unit: "Marketing" },
          },
          {
            id: "tp_forum",
            title: "Ik lees mee op het forum",
            channel: "forum",
            importance: { customer: 1, organisation: 1 },
          },
          {
            id: "tp_recommend",
            title: "Ik raad het aan",
            channel: "word-of-mouth",
            ownership: "customer",
            importance: { customer: 3, organisation: 5 },
            emotions: [{ value: 0.75, evidence: assumed }],
          },
        ],
      },
    ],
  }),
);

export const switchingFigures = figuresOver(
  switching,
  [
    { still: 100, unseen: true },
    { still: 100, unseen: true },
    { still: 100, reach: 71, waitHours: 0.08, csat: [3.1, 611] },
    { still: 78, reach: 74, waitHours: 0.05, csat: [3.4, 1840] },
    { still: 74, reach: 21, waitHours: 0.033, csat: [3.9, 402] },
    { still: 70, reach: 64, waitHours: 0.15, csat: [2.7, 980] },
    {
      still: 60,
      reach: 58,
      waitHours: 29,
      csat: [1.5, 1204],
      quotes: ["Waar staat die meter? Ik ben op mijn werk.", "Waarom moet dit nu?"],
    },
    { still: 54, reach: 43, waitHours: 4, csat: [3.6, 870] },
    { still: 42, reach: 42, waitHours: 432, csat: [2.1, 210] },
    { still: 41, reach: 41, waitHours: 52, csat: [3.8, 1530] },
    {
      still: 40,
      reach: 40,
      waitHours: 3,
      csat: [1.65, 702],
      quotes: ["Er was me iets heel anders beloofd."],
    },
    { still: 38, reach: 19, waitHours: 0.18, csat: [2.4, 655] },
    { still: 36, reach: 22, waitHours: 900, csat: [3.5, 18] },
    { still: 27, reach: 25, waitHours: 200, csat: [4.2, 1120] },
    { still: 27, reach: 2, waitHours: 20 },
    { still: 27, unseen: true },
  ],
  [
    { from: "tp_call", to: "tp_silence", journeys: 2100 },
    { from: "tp_chat", to: "tp_compare", journeys: 1300 },
    { from: "tp_understand", to: "tp_call", journeys: 820 },
  ],
);
