/** What somebody said about a purpose stands with the event that tells it, as an attribute: this and the purpose. */
export const CONSENT = "consent:";
/** Version of the text that he saw, and the way in which he said it. */
export const TEXT = "consent text";
export const HOW = "consent how";
/** Who told it: `page` for what was told with a write key; nothing otherwise. */
export const BY = "consent by";
export const PAGE = "page";

/** SQL: is `name` an attribute that tells of consent? Those are no traits to filter journeys by. */
export function tellsConsent(name: string): string {
  return `(startsWith(${name}, '${CONSENT}') OR ${name} IN ('${TEXT}', '${HOW}', '${BY}'))`;
}
