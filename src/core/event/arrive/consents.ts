import { message, type Message } from "../../message/message.ts";
import { fieldsIn, type Arrival, type Fields } from "./arrival.ts";

/** Most purposes that one event tells of, and the longest name of one. */
const PURPOSES = 50;
const LONGEST = 100;

const words: Readonly<Record<string, "yes" | "no">> = {
  yes: "yes",
  no: "no",
  true: "yes",
  false: "no",
};

/**
 * What somebody said about each purpose: true or false, yes or no. Anything else is told with its
 * reason: a withdrawal that is not understood must not pass for silence.
 */
export function consentsIn(
  given: Fields,
): Pick<Arrival, "consents"> | { readonly reason: Message } {
  const said: [string, "yes" | "no"][] = [];
  for (const [name, value] of Object.entries(given).slice(0, PURPOSES)) {
    const purpose = name.trim().slice(0, LONGEST);
    const key = String(value);
    const word = Object.hasOwn(words, key) ? words[key] : undefined;
    if (word === undefined) return { reason: message("consent-word", { purpose }) };
    if (purpose !== "") said.push([purpose, word]);
  }
  return said.length === 0 ? {} : { consents: Object.fromEntries(said) };
}

/** What the consent banner before a tracker says with each call (`context.consent.categoryPreferences`, Segment specification). */
export function preferencesIn(context: Fields): Pick<Arrival, "consents" | "consentHow"> {
  const given = fieldsIn(fieldsIn(context, "consent"), "categoryPreferences");
  const booleans = Object.entries(given).filter(([, value]) => typeof value === "boolean");
  const said = consentsIn(Object.fromEntries(booleans));
  return "consents" in said ? { ...said, consentHow: "banner" } : {};
}
