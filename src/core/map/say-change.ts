import type { Language } from "../message/wording.ts";
import { fieldName, kindNames } from "./change-words.ts";
import type { Change } from "./changes.ts";
import type { Value } from "./command.ts";
import {
  channelWords,
  evidenceWords,
  goalWords,
  laneWords,
  ownershipWords,
  stageWords,
  stateWords,
  statusWords,
  type WordSet,
} from "./exchange/words.ts";
import { isLoose } from "./field.ts";
import { onOneLine } from "./named.ts";

/** A longer text is not repeated: that it changed is what is said. */
const SHORT = 60;

/** @example sayChange(change, "en") // Feeling at “I wait” lowered from +1 to −0.5 */
export function sayChange(change: Change, language: Language): string {
  const said = language === "nl" ? dutch(change) : english(change);
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}`;
}

function english(change: Change): string {
  const { kind, what, where, along, field } = change;
  const part = partName(change, "en");
  const [from, to] = ends(change, "en");
  switch (what) {
    case "added":
      if (field !== null) return `evidence added to ${part}: ${to}`;
      return `${part} added${where === "" ? "" : ` to “${where}”`}${withThem(along, "with", "touchpoint", "touchpoints")}`;
    case "removed":
      if (field !== null) return `evidence taken from ${part}: ${from}`;
      return `${part} removed${where === "" ? "" : ` from “${where}”`}${withThem(along, "with", "touchpoint", "touchpoints")}`;
    case "moved":
      return change.from === change.to
        ? `${part} moved${where === "" ? "" : ` within “${where}”`}`
        : `${part} moved from ${place(change.from, "the journey")} to ${place(change.to, "the journey")}`;
    case "renamed":
      return `${kind === "journey" ? kindNames.journey.en : `${kindNames[kind].en} “${onOneLine(change.from)}”`} is now called “${onOneLine(change.to)}”`;
    case "strengthened":
    case "weakened":
      return `evidence for ${part} is now ${to ?? "none"}${from === null ? "" : `, was ${from}`}`;
    case "raised":
    case "lowered":
      return `${fieldOfPart(change, part, "en", "of")} ${what} from ${from} to ${to}`;
    case "changed":
      return changedWords(fieldOfPart(change, part, "en", "of"), change, [from, to], words.en);
  }
}

function dutch(change: Change): string {
  const { kind, what, where, along, field } = change;
  const part = partName(change, "nl");
  const [from, to] = ends(change, "nl");
  switch (what) {
    case "added":
      if (field !== null) return `bewijs toegevoegd bij ${part}: ${to}`;
      return `${part} toegevoegd${where === "" ? "" : ` bij “${where}”`}${withThem(along, "met", "contactmoment", "contactmomenten")}`;
    case "removed":
      if (field !== null) return `bewijs weggehaald bij ${part}: ${from}`;
      return `${part} weggehaald${where === "" ? "" : ` bij “${where}”`}${withThem(along, "met", "contactmoment", "contactmomenten")}`;
    case "moved":
      return change.from === change.to
        ? `${part} verplaatst${where === "" ? "" : ` binnen “${where}”`}`
        : `${part} verplaatst van ${place(change.from, "de klantreis")} naar ${place(change.to, "de klantreis")}`;
    case "renamed":
      return `${kind === "journey" ? kindNames.journey.nl : `${kindNames[kind].nl} “${onOneLine(change.from)}”`} heet nu “${onOneLine(change.to)}”`;
    case "strengthened":
    case "weakened":
      return `bewijs voor ${part} is nu ${to ?? "er niet"}${from === null ? "" : `, was ${from}`}`;
    case "raised":
    case "lowered":
      return `${fieldOfPart(change, part, "nl", "van")} ${what === "raised" ? "verhoogd" : "verlaagd"} van ${from} naar ${to}`;
    case "changed":
      return changedWords(fieldOfPart(change, part, "nl", "van"), change, [from, to], words.nl);
  }
}

const words = {
  en: {
    at: "at",
    changed: "changed",
    was: "was",
    taken: "taken away",
    set: "filled in",
  },
  nl: {
    at: "bij",
    changed: "veranderd",
    was: "was",
    taken: "weggehaald",
    set: "ingevuld",
  },
};

function changedWords(
  subject: string,
  { from: before, to: after }: Change,
  [from, to]: readonly [string | null, string | null],
  { changed, was, taken, set }: (typeof words)[Language],
): string {
  if (after === null) return `${subject} ${taken}${from === null ? "" : `, ${was} ${from}`}`;
  if (to === null) return `${subject} ${before === null ? set : changed}`;
  return `${subject}: ${to}${from === null ? "" : `, ${was} ${from}`}`;
}

/** A part as it is spoken of: touchpoint “I wait”, feeling +1 at “I wait”. */
function partName({ kind, title, where, of, from, to }: Change, language: Language): string {
  const { [language]: name } = kindNames[kind];
  if (kind === "journey") return name;
  const whose = of === null ? "" : ` ${language === "nl" ? "van" : "of"} ${of}`;
  const value = kind === "emotion" && (from === null) !== (to === null) ? (to ?? from) : null;
  if (kind === "emotion" && typeof value === "number")
    return `${name} ${feeling(value, language)}${whose}`;
  if (title !== "") return `${name} “${title}”`;
  return `${name}${whose}${where === "" ? "" : ` ${words[language].at} “${where}”`}`;
}

/** The field of a part as it is spoken of; a feeling is its own value. */
function fieldOfPart(change: Change, part: string, language: Language, of: string): string {
  const { kind, field } = change;
  if (kind === "emotion" && field === "value") return part;
  const joined = field === "doing" ? words[language].at : of;
  return `${fieldName(kind, field ?? "", change.of, language)} ${joined} ${part}`;
}

function withThem(along: number, with_: string, one: string, more: string): string {
  return along === 0 ? "" : `, ${with_} ${along} ${along === 1 ? one : more}`;
}

function place(title: Value, journey: string): string {
  return title === "" ? journey : `“${onOneLine(title)}”`;
}

const sets: Readonly<Record<string, WordSet>> = {
  channel: channelWords,
  ownership: ownershipWords,
  stage: stageWords,
  state: stateWords,
  status: statusWords,
};
const kindSets: Readonly<Record<string, WordSet>> = { goal: goalWords, lane: laneWords };

/** Both values as words; null for what is not there or too long to be said. */
function ends(change: Change, language: Language): [string | null, string | null] {
  return [spoken(change, change.from, language), spoken(change, change.to, language)];
}

function spoken({ kind, field }: Change, value: Value, language: Language): string | null {
  if (value === null) return null;
  if (kind === "emotion" && typeof value === "number") return feeling(value, language);
  if (typeof value === "number") return numeral(value, language);
  if (typeof value === "boolean")
    return (language === "nl" ? ["nee", "ja"] : ["no", "yes"])[+value]!;
  if (field === "evidence" && isLoose(value)) return claim(value, language);
  if (typeof value !== "string") return null;
  const set = field === "kind" ? kindSets[kind] : sets[field ?? ""];
  const word = set?.[value]?.[language];
  if (word !== undefined) return word;
  return value.length > SHORT || /[\r\n]/.test(value) ? null : `“${value}”`;
}

function claim(evidence: Readonly<Record<string, unknown>>, language: Language): string {
  const kinds: WordSet = evidenceWords;
  const { kind, source, n } = evidence;
  const said = [
    kinds[onOneLine(kind)]?.[language] ?? "",
    ...(typeof source === "string" && source !== "" ? [onOneLine(source)] : []),
    ...(typeof n === "number" ? [`n = ${numeral(n, language)}`] : []),
  ];
  return said.join(", ");
}

/** A feeling as it is drawn, on −2 … +2. */
function feeling(value: number, language: Language): string {
  const shown = Math.round(value * 20) / 10;
  const sign = shown > 0 ? "+" : shown < 0 ? "−" : "";
  return `${sign}${numeral(Math.abs(shown), language)}`;
}

function numeral(value: number, language: Language): string {
  return value.toLocaleString(language === "nl" ? "nl-NL" : "en-GB");
}
