import type { Language } from "../message/wording.ts";

/** A part of an access export as it is read: what it is called, what it means, its columns. */
type Part = { readonly title: string; readonly about: string; readonly columns: readonly string[] };

const parts = [
  "identities",
  "links",
  "events",
  "traits",
  "journeys",
  "segments",
  "consents",
  "objection",
  "requests",
  "notes",
  "decisions",
  "kept",
  "sources",
] as const;
export type AccessPart = (typeof parts)[number];

type Words = {
  readonly title: string;
  readonly lead: (workspace: string, made: string) => string;
  readonly nothing: string;
  readonly objects: string;
  readonly keepsQuiet: string;
  readonly everything: string;
  readonly days: (days: number) => string;
  readonly yes: string;
  readonly no: string;
  readonly shared: (kind: string) => string;
  readonly sharedAbout: string;
  readonly parts: Readonly<Record<AccessPart, Part>>;
};

/** The words of an access export, for the person whom it is about. */
export const accessWords: Readonly<Record<Language, Words>> = {
  en: {
    title: "What is held about you",
    lead: (workspace, made) =>
      `A copy of all that ${workspace} holds about you in Spoor, made on ${made}. You have a right to it under articles 15 and 20 of the General Data Protection Regulation. Times are in UTC.`,
    nothing: "Nothing is held here.",
    objects: "yes",
    keepsQuiet: "no",
    everything: "everything",
    days: (days) => `${days} days after it happened`,
    yes: "agrees",
    no: "does not agree",
    shared: (kind) => `a ${kind} that other people use too`,
    sharedAbout: "Joins nobody, and is left out here because it is also somebody else's.",
    parts: {
      identities: {
        title: "By what you are recognised",
        about: "Everything that stands for you in the systems below.",
        columns: ["Kind", "Value", "Remark"],
      },
      links: {
        title: "Why these are one person",
        about: "Two of them are taken to be one person's when a source told them together.",
        columns: ["One", "Other", "Source", "First time", "Times"],
      },
      events: {
        title: "What happened",
        about: "Everything that the systems told about you, oldest first.",
        columns: [
          "Time",
          "Kind",
          "What",
          "Channel",
          "Place",
          "Why",
          "How",
          "Source",
          "Particulars",
          "Figures",
          "In your words",
        ],
      },
      traits: {
        title: "What is known of you",
        about: "Of each particular, what was told last.",
        columns: ["Particular", "Value", "Source", "Since"],
      },
      journeys: {
        title: "Your journeys",
        about: "What happened, taken together from a beginning to an end.",
        columns: ["Begin", "End", "Steps"],
      },
      segments: {
        title: "Groups that you fall in",
        about:
          "Groups that the company describes on its journey maps, with the rule of each and how many of your journeys fit it. No decision follows from being in one by itself.",
        columns: ["Group", "Rule", "Journeys"],
      },
      consents: {
        title: "What you agreed to",
        about:
          "Everything that was said about your consent, newest first. The newest word per purpose counts.",
        columns: ["Purpose", "Word", "Time", "Text", "How", "Source"],
      },
      objection: {
        title: "Your objection",
        about: "Who objects is in no figure, group or decision.",
        columns: ["Do you object?"],
      },
      requests: {
        title: "What you asked",
        about: "Requests and objections of yours in the register.",
        columns: ["Number", "What", "Received", "Answer by", "Outcome"],
      },
      notes: {
        title: "What was noted about you",
        about: "Notes that people who work here made about a contact with you.",
        columns: ["Day", "Kind", "Text", "Quotes", "Pain", "Opportunity"],
      },
      decisions: {
        title: "Decisions about you",
        about:
          "Spoor takes no decisions about people by itself: there is no automated decision-making or profiling with consequences for you, and so no logic to explain.",
        columns: ["Time", "Decision", "Logic"],
      },
      kept: {
        title: "How long it is kept",
        about:
          "What no term below is about is kept until it is erased, because you ask for it or because the company needs it no longer. What you agreed to and asked is kept as proof.",
        columns: ["What", "How long"],
      },
      sources: {
        title: "Where it came from",
        about: "The systems and files that told about you.",
        columns: ["Source", "Rows", "First", "Last"],
      },
    },
  },
  nl: {
    title: "Wat er over je is vastgelegd",
    lead: (workspace, made) =>
      `Een kopie van alles wat ${workspace} in Spoor over je heeft vastgelegd, gemaakt op ${made}. Je hebt hier recht op volgens artikel 15 en 20 van de Algemene verordening gegevensbescherming (AVG). Tijden zijn in UTC.`,
    nothing: "Hier is niets vastgelegd.",
    objects: "ja",
    keepsQuiet: "nee",
    everything: "alles",
    days: (days) => `${days} dagen nadat het gebeurde`,
    yes: "geeft toestemming",
    no: "geeft geen toestemming",
    shared: (kind) => `een ${kind} die ook anderen gebruiken`,
    sharedAbout: "Koppelt niemand, en staat hier niet omdat het ook van een ander is.",
    parts: {
      identities: {
        title: "Waaraan je wordt herkend",
        about: "Alles wat in de systemen hieronder voor jou staat.",
        columns: ["Soort", "Waarde", "Opmerking"],
      },
      links: {
        title: "Waarom dit één persoon is",
        about: "Twee gegevens gelden als van één persoon wanneer een bron ze samen noemde.",
        columns: ["Eén", "Ander", "Bron", "Eerste keer", "Aantal keren"],
      },
      events: {
        title: "Wat er gebeurde",
        about: "Alles wat de systemen over je vertelden, het oudste eerst.",
        columns: [
          "Tijd",
          "Soort",
          "Wat",
          "Kanaal",
          "Plaats",
          "Waarom",
          "Hoe",
          "Bron",
          "Bijzonderheden",
          "Cijfers",
          "In je eigen woorden",
        ],
      },
      traits: {
        title: "Wat er van je bekend is",
        about: "Van elk kenmerk wat het laatst is verteld.",
        columns: ["Kenmerk", "Waarde", "Bron", "Sinds"],
      },
      journeys: {
        title: "Je klantreizen",
        about: "Wat er gebeurde, samengenomen van een begin tot een eind.",
        columns: ["Begin", "Eind", "Stappen"],
      },
      segments: {
        title: "Groepen waar je in valt",
        about:
          "Groepen die het bedrijf op zijn klantreiskaarten beschrijft, met de regel van elke groep en hoeveel van je klantreizen daaraan voldoen. Alleen al in een groep vallen leidt tot geen enkel besluit.",
        columns: ["Groep", "Regel", "Klantreizen"],
      },
      consents: {
        title: "Waar je toestemming voor gaf",
        about:
          "Alles wat over je toestemming is gezegd, het nieuwste eerst. Per doel telt het nieuwste woord.",
        columns: ["Doel", "Woord", "Tijd", "Tekst", "Hoe", "Bron"],
      },
      objection: {
        title: "Je bezwaar",
        about: "Wie bezwaar maakt, telt in geen cijfer, groep of besluit mee.",
        columns: ["Maak je bezwaar?"],
      },
      requests: {
        title: "Wat je hebt gevraagd",
        about: "Verzoeken en bezwaren van jou in het register.",
        columns: ["Nummer", "Wat", "Ontvangen", "Antwoord uiterlijk", "Uitkomst"],
      },
      notes: {
        title: "Wat er over je is genoteerd",
        about: "Notities die medewerkers over een contact met jou maakten.",
        columns: ["Dag", "Soort", "Tekst", "Citaten", "Pijnpunt", "Kans"],
      },
      decisions: {
        title: "Besluiten over jou",
        about:
          "Spoor neemt zelf geen besluiten over mensen: er is geen geautomatiseerde besluitvorming en geen profilering met gevolgen voor jou, en dus ook geen logica om uit te leggen.",
        columns: ["Tijd", "Besluit", "Logica"],
      },
      kept: {
        title: "Hoe lang het wordt bewaard",
        about:
          "Waar geen termijn hieronder over gaat, wordt bewaard tot het wordt verwijderd: omdat je erom vraagt of omdat het bedrijf het niet meer nodig heeft. Je toestemmingen en verzoeken worden als bewijs bewaard.",
        columns: ["Wat", "Hoe lang"],
      },
      sources: {
        title: "Waar het vandaan komt",
        about: "De systemen en bestanden die over je vertelden.",
        columns: ["Bron", "Rijen", "Eerste", "Laatste"],
      },
    },
  },
};
