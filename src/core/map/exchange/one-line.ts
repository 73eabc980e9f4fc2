import type { Journey } from "../journey.ts";

/** What stands where a title has no sign that can be written. */
const NOTHING = "…";

/** A title on one line, without what formats of text cannot hold at the ends or at all. */
export function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const signs = text.replaceAll(/[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF\s]+/g, " ").trim();
  return signs === "" ? NOTHING : signs;
}

/** The names of all personas in one text; a semicolon parts them. */
export function personaNames({ personas = [] }: Journey): string {
  return personas.map(({ name }) => oneLine(name).replaceAll(";", ",")).join("; ");
}

/** What `personaNames` wrote, as names. */
export function namesIn(text: string): string[] {
  return text
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
