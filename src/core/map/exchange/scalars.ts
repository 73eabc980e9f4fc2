import type { Language } from "../../message/wording.ts";
import type { Value } from "../command.ts";
import { meant, type WordSet } from "./words.ts";

/** What is known of the map around a value. */
export type Around = {
  readonly language: Language;
  /** How a persona is referred to: by its name, or by its id where names do not tell it apart. */
  readonly callPersona: (id: string) => string;
  /** The id of the persona that a name or an id means. */
  readonly findPersona: (called: string) => string;
};

/** One value as text and back; `undefined`: this text is no such value. */
export type Scalar = {
  readonly write: (value: Value, around: Around) => string;
  readonly read: (text: string, around: Around) => Value | undefined;
  readonly number?: true;
};

export const text: Scalar = { write: String, read: (given) => given };
export const number: Scalar = { write: String, read: numberIn, number: true };
/** Kept as −1 … +1, shown and typed as −2 … +2. */
export const feeling: Scalar = {
  write: (value) => String((value as number) * 2),
  read: (given) => {
    const value = numberIn(given);
    return value === undefined ? undefined : value / 2;
  },
};
export const yes: Scalar = {
  write: (value, { language }) => wordFor(yesWords, value === true ? "yes" : "no", language),
  read: (given) => {
    const key = meant(yesWords, given);
    return key === undefined ? undefined : key === "yes";
  },
};
const yesWords: WordSet = {
  yes: { nl: "ja", en: "yes", also: ["x", "1", "true", "waar", "✓", "j", "y"] },
  no: { nl: "nee", en: "no", also: ["0", "false", "onwaar", "n"] },
};
export const ids: Scalar = {
  write: (value) => (value as string[]).join(", "),
  read: (given) =>
    given
      .split(",")
      .map((id) => id.trim())
      .filter((id) => id !== ""),
};
export const scale: Scalar = {
  write: (value) => (value as number[]).join(" … "),
  read: (given) => {
    const ends = given.split(/\s*(?:…|\.\.\.| to | tot )\s*/).map(numberIn);
    return ends.length === 2 && ends.every((end) => end !== undefined) ? ends : undefined;
  },
};
export const persona: Scalar = {
  write: (value, { callPersona }) => callPersona(value as string),
  read: (given, { findPersona }) => findPersona(given),
};
export const day: Scalar = {
  write: String,
  read: (given) => {
    const dutch = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(given);
    if (!dutch) return given.replace(/[ T]00:00.*$/, "");
    const [, date = "", month = "", year = ""] = dutch;
    return `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  },
};

export function oneOf(set: WordSet): Scalar {
  return {
    write: (value, { language }) => wordFor(set, value as string, language),
    read: (given) => meant(set, given),
  };
}

function wordFor(set: WordSet, key: string, language: Language): string {
  return set[key]?.[language] ?? key;
}

function numberIn(given: string): number | undefined {
  const plain = given.trim().replace("−", "-").replace(/^\+/, "");
  const value = Number(/^-?\d+,\d+$/.test(plain) ? plain.replace(",", ".") : plain);
  return plain === "" || !Number.isFinite(value) ? undefined : value;
}
