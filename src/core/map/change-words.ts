import type { Language } from "../message/wording.ts";
import type { Kind } from "./elements.ts";

type Names = Readonly<Record<Language, string>>;

/** What the parts of a map are called, in the middle of a sentence. */
export const kindNames: Readonly<Record<Kind, Names>> = {
  journey: { en: "the journey", nl: "de klantreis" },
  episode: { en: "episode", nl: "episode" },
  touchpoint: { en: "touchpoint", nl: "contactmoment" },
  persona: { en: "persona", nl: "persona" },
  transition: { en: "way", nl: "overgang" },
  pain: { en: "pain point", nl: "pijnpunt" },
  opportunity: { en: "opportunity", nl: "kans" },
  quote: { en: "quote", nl: "citaat" },
  emotion: { en: "feeling", nl: "gevoel" },
  picture: { en: "picture", nl: "afbeelding" },
  metric: { en: "metric", nl: "metriek" },
  goal: { en: "goal", nl: "doel" },
  action: { en: "action", nl: "actie" },
  member: { en: "team member", nl: "teamlid" },
  lane: { en: "row", nl: "rij" },
  exception: { en: "exception", nl: "uitzondering" },
};

const both = (en: string, nl: string): Names => ({ en, nl });

/** What fields are called; a field of one kind of element before the same field of any. */
const fieldNames: Readonly<Record<string, Names>> = {
  "episode.goal": both("goal of the customer", "doel van de klant"),
  "persona.goals": both("what he wants", "wat hij wil"),
  "goal.by": both("target date", "streefdatum"),
  "action.by": both("date", "datum"),
  "quote.by": both("who said it", "wie het zei"),
  "goal.kind": both("kind", "soort"),
  "lane.kind": both("what it shows", "wat erin staat"),
  "exception.at": both("element", "onderdeel"),
  language: both("language", "taal"),
  state: both("state", "soort reis"),
  basedOn: both("map that it is based on", "kaart waarop deze is gebaseerd"),
  scenario: both("scenario", "scenario"),
  scope: both("scope", "reikwijdte"),
  owner: both("owner", "eigenaar"),
  reviewBy: both("review date", "datum om opnieuw te kijken"),
  evidence: both("evidence", "bewijs"),
  text: both("explanation", "toelichting"),
  predicate: both("who belongs to it", "wie erbij hoort"),
  unit: both("unit", "eenheid"),
  role: both("role", "rol"),
  accountable: both("accountable", "eindverantwoordelijk"),
  signed: both("agreed on", "akkoord op"),
  from: both("begin", "begin"),
  to: both("end", "einde"),
  hidden: both("hidden", "verborgen"),
  rule: both("rule", "regel"),
  reason: both("reason", "reden"),
  channel: both("channel", "kanaal"),
  ownership: both("ownership", "eigenaarschap"),
  stage: both("stage", "fase"),
  events: both("events from the data", "gebeurtenissen uit de data"),
  momentOfTruth: both("moment of truth", "moment of truth"),
  optional: both("whether one may go without it", "of je het mag overslaan"),
  repeats: both("whether it may come several times", "of het vaker mag voorkomen"),
  anyOrder: both("whether the order is free", "of de volgorde vrij is"),
  "importance.customer": both("importance to the customer", "belang voor de klant"),
  "importance.organisation": both("importance to us", "belang voor ons"),
  "questions.who": both("answer to “who?”", "antwoord op “wie?”"),
  "questions.what": both("answer to “what?”", "antwoord op “wat?”"),
  "questions.why": both("answer to “why?”", "antwoord op “waarom?”"),
  "questions.where": both("answer to “where?”", "antwoord op “waar?”"),
  "questions.when": both("answer to “when?”", "antwoord op “wanneer?”"),
  "questions.how": both("answer to “how?”", "antwoord op “hoe?”"),
  doing: both("what the customer does", "wat de klant doet"),
  "backstage.frontstage": both("front line", "voor de schermen"),
  "backstage.process": both("process", "proces"),
  "backstage.system": both("system", "systeem"),
  "backstage.unit": both("department", "afdeling"),
  opens: both("map that it opens", "kaart die het opent"),
  notes: both("notes", "notities"),
  value: both("feeling", "gevoel"),
  scale: both("scale that was asked on", "schaal waarop gevraagd is"),
  persona: both("persona", "persona"),
  severity: both("severity", "ernst"),
  measure: both("measure", "maat"),
  baseline: both("baseline", "nulmeting"),
  target: both("target", "streefwaarde"),
  pinned: both("pinned figure", "vastgezet cijfer"),
  metric: both("pinned figure that measures it", "vastgezet cijfer dat het meet"),
  among: both("of whom it is measured", "bij wie het gemeten wordt"),
  reach: both("where they are to come", "waar ze moeten komen"),
  serves: both("goals that it serves", "doelen waaraan het bijdraagt"),
  solves: both("what it solves", "wat het oplost"),
  status: both("status", "stand"),
  alt: both("description", "omschrijving"),
  hash: both("picture", "beeld"),
};

/** What a field is called; a part of a lane of the team's own is called after its lane. */
export function fieldName(
  kind: Kind,
  field: string,
  of: string | null,
  language: Language,
): string {
  if (field.startsWith("cells.") && of !== null) return `“${of}”`;
  const names = fieldNames[`${kind}.${field}`] ?? fieldNames[field];
  return names?.[language] ?? field;
}
