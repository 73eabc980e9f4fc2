import type { Language } from "../../message/wording.ts";
import type { Fact, Group, Severity } from "./rule.ts";

type Words = {
  readonly group: Readonly<Record<Group, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly fact: Readonly<Record<Fact, string>>;
};

/** What the parts of the health check are called. */
export const checkWords: Readonly<Record<Language, Words>> = {
  en: {
    group: {
      team: "Is the team large enough?",
      persona: "Is it about somebody?",
      scope: "Is the scope large enough?",
      evidence: "Does it rest on evidence?",
      customer: "Is it seen through the customer's eyes?",
      goal: "Does it lead to something?",
      upkeep: "Is it kept up?",
      reality: "Is it realistic?",
      backwards: "Was it thought backwards?",
    },
    severity: { error: "error", warning: "warning", hint: "hint" },
    fact: {
      today: "the day of today",
      overlay: "figures over the map",
      sizes: "the size of personas",
      current: "the map that it is based on",
      exports: "how often it was exported or shared",
    },
  },
  nl: {
    group: {
      team: "Is het team groot genoeg?",
      persona: "Gaat het over iemand?",
      scope: "Is de kaart breed genoeg?",
      evidence: "Rust het op bewijs?",
      customer: "Is het door de ogen van de klant gezien?",
      goal: "Leidt het ergens toe?",
      upkeep: "Wordt het bijgehouden?",
      reality: "Is het realistisch?",
      backwards: "Is er teruggedacht vanaf het ideaal?",
    },
    severity: { error: "fout", warning: "let op", hint: "tip" },
    fact: {
      today: "de datum van vandaag",
      overlay: "cijfers over de kaart",
      sizes: "de omvang van persona's",
      current: "de kaart waarop deze is gebaseerd",
      exports: "hoe vaak de kaart is geëxporteerd of gedeeld",
    },
  },
};
