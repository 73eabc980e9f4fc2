import {
  day,
  feeling,
  ids,
  number,
  oneOf,
  persona,
  scale,
  text,
  yes,
  type Scalar,
} from "./scalars.ts";
import {
  channelWords,
  evidenceWords,
  goalWords,
  languageWords,
  laneWords,
  ownershipWords,
  stageWords,
  stateWords,
  statusWords,
  type Words,
} from "./words.ts";

/** A field of an element: where it is kept (`importance.customer`), what it is called, and how it is written. */
export type Field = Words & { readonly field: string; readonly as: Scalar };

function field(name: string, nl: string, en: string, as: Scalar = text, ...also: string[]): Field {
  return { field: name, nl, en, also, as };
}

const id = field("id", "id", "id");
const evidenceFields = (prefix: string): Field[] => [
  field(`${prefix}source`, "bron", "source"),
  field(`${prefix}n`, "n", "n", number),
  field(`${prefix}date`, "datum", "date", day),
  field(`${prefix}link`, "link", "link"),
];
const evidence: Field[] = [
  field("evidence.kind", "bewijs", "evidence", oneOf(evidenceWords)),
  ...evidenceFields("evidence."),
];

/**
 * How one item of a list stands on one line of a cell: its first field, then the others by name.
 * `rests`: an item that says nothing of its evidence is assumed.
 */
export type Item = { readonly fields: readonly Field[]; readonly rests?: true };

const goal: Item = {
  fields: [
    field("title", "doel", "goal"),
    field("kind", "soort", "kind", oneOf(goalWords)),
    field("measure", "maat", "measure"),
    field("baseline", "nu", "now", number, "nulmeting", "baseline"),
    field("target", "streefwaarde", "target", number),
    field("unit", "eenheid", "unit"),
    field("by", "uiterlijk", "by", day),
    field("serves", "dient", "serves", ids),
    field("metric", "metriek", "metric"),
    field("among", "van wie komt bij", "of those who come to", ids),
    field("reach", "komt later bij", "come later to", ids),
    id,
  ],
};

export const items = {
  pains: {
    rests: true,
    fields: [
      field("title", "pijnpunt", "pain point"),
      field("text", "toelichting", "explanation", text, "tekst", "text"),
      field("severity", "ernst", "severity", number),
      ...evidence,
      id,
    ],
  },
  opportunities: {
    fields: [
      field("title", "kans", "opportunity"),
      field("text", "toelichting", "explanation", text, "tekst", "text"),
      ...evidence,
      id,
    ],
  },
  quotes: {
    rests: true,
    fields: [
      field("text", "citaat", "quote"),
      field("by", "door", "said by"),
      field("persona", "persona", "persona", persona),
      ...evidence,
      id,
    ],
  },
  emotions: {
    rests: true,
    fields: [
      field("value", "gevoel", "feeling", feeling),
      field("scale", "gevraagd op", "asked on", scale),
      field("persona", "persona", "persona", persona),
      ...evidence,
      id,
    ],
  },
  pictures: {
    fields: [field("alt", "te zien", "shows"), field("hash", "bestand", "file"), id],
  },
  metrics: {
    fields: [
      field("name", "metriek", "metric"),
      field("measure", "maat", "measure"),
      field("unit", "eenheid", "unit"),
      field("pinned.question", "bewaarde vraag", "saved question"),
      field("pinned.figure", "cijfer", "figure"),
      id,
    ],
  },
  goals: goal,
  actions: {
    fields: [
      field("title", "actie", "action"),
      field("owner", "eigenaar", "owner"),
      field("by", "uiterlijk", "by", day),
      field("status", "stand", "status", oneOf(statusWords)),
      field("solves", "lost op", "solves", ids),
      id,
    ],
  },
  evidence: {
    fields: [field("kind", "bewijs", "evidence", oneOf(evidenceWords)), ...evidenceFields("")],
  },
  events: {
    fields: [field("event", "gebeurtenis", "event"), field("channel", "kanaal", "channel")],
  },
} satisfies Record<string, Item>;

/** A column of a sheet: one value, a list of items, plain lines, or a record of lists. */
export type Column = Words & {
  readonly field: string;
  readonly as: Scalar | { readonly items: Item } | "lines" | "predicate";
  /** Characters that the column is wide. */
  readonly wide?: number;
};

const list = (name: keyof typeof items, nl: string, en: string, ...also: string[]): Column => ({
  field: name,
  nl,
  en,
  also,
  as: { items: items[name] },
  wide: 40,
});
const column = (
  name: string,
  nl: string,
  en: string,
  as: Column["as"] = text,
  also: readonly string[] = [],
  wide = 18,
): Column => ({ field: name, nl, en, as, also, wide });

const evidenceList = list("evidence", "Bewijs", "Evidence");
const idColumn = column("id", "Id", "Id");
const pains = list(
  "pains",
  "Pijnpunten",
  "Pain points",
  "pijnpunt",
  "pains",
  "friction",
  "problems",
);
const opportunities = list(
  "opportunities",
  "Kansen",
  "Opportunities",
  "kans",
  "ideas",
  "ideeën",
  "verbeteringen",
);

/** The columns of a touchpoint; the episode and rows of the team's own stand around them. */
export const touchpointColumns: readonly Column[] = [
  column(
    "title",
    "Contactmoment",
    "Touchpoint",
    text,
    ["contactmomenten", "touchpoints", "stap", "step", "taak", "task", "activity", "activiteit"],
    34,
  ),
  column("channel", "Kanaal", "Channel", oneOf(channelWords), ["kanalen", "channels", "medium"]),
  column("ownership", "Eigenaarschap", "Ownership", oneOf(ownershipWords)),
  column("stage", "Relatie", "Relation", oneOf(stageWords)),
  column("importance.customer", "Belang voor de klant", "Importance to the customer", number, [
    "belang klant",
    "belang",
    "importance",
  ]),
  column("importance.organisation", "Belang voor ons", "Importance to us", number, [
    "belang organisatie",
  ]),
  column("momentOfTruth", "Moment of truth", "Moment of truth", yes, ["mot"]),
  column("optional", "Mag je overslaan", "May be left out", yes),
  column("repeats", "Mag vaker voorkomen", "May come again", yes),
  column(
    "doing",
    "Wat de klant doet",
    "What the customer does",
    text,
    [
      "doet",
      "doing",
      "action",
      "customer actions",
      "user actions",
      "klantactie",
      "beschrijving",
      "description",
    ],
    40,
  ),
  list("emotions", "Gevoel", "Feeling", "emotie", "emotion", "emoties", "emotions", "sentiment"),
  list("quotes", "Citaten", "Quotes", "citaat", "quote", "thoughts", "gedachten"),
  pains,
  opportunities,
  column("questions.who", "Wie", "Who", text, [], 24),
  column("questions.what", "Wat", "What", text, [], 24),
  column("questions.why", "Waarom", "Why", text, [], 24),
  column("questions.where", "Waar", "Where", text, [], 24),
  column("questions.when", "Wanneer", "When", text, [], 24),
  column("questions.how", "Hoe", "How", text, [], 24),
  column("backstage.frontstage", "Voor de schermen", "Front line", "lines", ["frontstage"], 30),
  column("backstage.process", "Proces", "Process", text, ["backstage", "processen"], 24),
  column("backstage.system", "Systeem", "System", text, ["systemen", "systems"], 24),
  column(
    "backstage.unit",
    "Afdeling",
    "Department",
    text,
    ["unit", "team", "eigenaar", "owner"],
    24,
  ),
  list("metrics", "Metrieken", "Measures", "kpi", "kpis", "metrics"),
  list("goals", "Doelen", "Goals"),
  list("actions", "Acties", "Actions"),
  evidenceList,
  list("pictures", "Afbeeldingen", "Pictures"),
  list("events", "Gebeurtenissen", "Events"),
  column("opens", "Opent kaart", "Opens map"),
  column("notes", "Notities", "Notes", text, ["notitie", "opmerkingen", "comments", "remarks"], 40),
  idColumn,
];

/** The fields of the journey itself, one on each row of its sheet. */
export const journeyRows: readonly Column[] = [
  column("title", "Titel", "Title"),
  column("state", "Soort reis", "State", oneOf(stateWords)),
  column("language", "Taal", "Language", oneOf(languageWords)),
  column("scenario", "Scenario", "Scenario"),
  column("scope", "Reikwijdte", "Scope"),
  column("owner", "Eigenaar", "Owner"),
  column("reviewBy", "Opnieuw bekijken", "Review by", day),
  column("basedOn", "Gebaseerd op", "Based on"),
  evidenceList,
  idColumn,
];

export type SheetKind = Words & { readonly list: string; readonly columns: readonly Column[] };

const asColumns = ({ fields }: Item): Column[] =>
  fields.map(({ field: name, nl, en, also = [], as }, at) =>
    column(name, capital(nl), capital(en), as, also, at === 0 ? 40 : 18),
  );

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

/** The sheets beside that of the touchpoints: one row for each item of a list of the journey. */
export const sheetKinds: readonly SheetKind[] = [
  {
    list: "episodes",
    nl: "Episodes",
    en: "Episodes",
    columns: [
      column("title", "Episode", "Episode", text, [], 34),
      column("goal", "Doel van de klant", "Goal of the customer", text, [], 40),
      column("anyOrder", "Vrije volgorde", "Free order", yes),
      pains,
      opportunities,
      list("goals", "Doelen", "Goals"),
      list("metrics", "Metrieken", "Measures"),
      evidenceList,
      idColumn,
    ],
  },
  {
    list: "personas",
    nl: "Persona's",
    en: "Personas",
    columns: [
      column("name", "Naam", "Name", text, [], 30),
      column("text", "Omschrijving", "Description", text, [], 50),
      column("predicate", "Wie erbij hoort", "Who belongs to it", "predicate", [], 34),
      column("goals", "Wil", "Wants", "lines", [], 40),
      evidenceList,
      idColumn,
    ],
  },
  { list: "goals", nl: "Doelen", en: "Goals", columns: asColumns(goal) },
  {
    list: "metrics",
    nl: "Metrieken van de reis",
    en: "Measures of the journey",
    columns: asColumns(items.metrics),
  },
  {
    list: "team",
    nl: "Team",
    en: "Team",
    columns: [
      column("name", "Naam", "Name", text, [], 30),
      column("unit", "Afdeling", "Department"),
      column("role", "Rol", "Role", text, [], 30),
      column("accountable", "Eindverantwoordelijk", "Accountable", yes),
      column("signed", "Akkoord op", "Agreed on", day),
      idColumn,
    ],
  },
  {
    list: "transitions",
    nl: "Overgangen",
    en: "Transitions",
    columns: [
      column("from", "Van", "From"),
      column("to", "Naar", "To"),
      pains,
      opportunities,
      idColumn,
    ],
  },
  {
    list: "lanes",
    nl: "Rijen",
    en: "Rows",
    columns: [
      column("kind", "Toont", "Shows", oneOf(laneWords)),
      column("title", "Titel", "Title", text, [], 30),
      column("hidden", "Verborgen", "Hidden", yes),
      idColumn,
    ],
  },
  {
    list: "exceptions",
    nl: "Uitzonderingen",
    en: "Exceptions",
    columns: [
      column("rule", "Regel", "Rule"),
      column("at", "Bij", "At"),
      column("reason", "Reden", "Reason", text, [], 50),
      idColumn,
    ],
  },
];
