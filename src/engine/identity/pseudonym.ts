/**
 * SQL for what stands in the place of identifiers: keyed hashes, by which rows find each other, and
 * sealed texts, which the vault alone can read. The keys never stand in a statement: they are taken
 * from the table `vault`, which lives in memory (see `vault.ts`).
 */

/** What the engine says when the vault is not open. */
export const closed = "spoor: the vault is closed";

/** A constant out of the vault; an array, for that is never Nullable. Throws when the vault is empty. */
function key(column: string): string {
  return `(SELECT groupArray(1)(${column}) FROM vault HAVING throwIf(count() = 0, '${closed}') = 0)[1]`;
}

const hash = (...parts: string[]) => `sipHash64Keyed(${[key("who"), ...parts].join(", ")})`;

/** SQL for the hash that stands for an identifier everywhere. Both are SQL for texts. */
export function identifierHash(kind: string, value: string): string {
  return hash(kind, value);
}

/** SQL for the hash that stands for a journey that its source named. */
export function journeyHash(name: string): string {
  return hash(name);
}

/** SQL for the id of an event, from a number that a guess at its columns could test. */
export function eventHash(number: string): string {
  return hash(number);
}

/** SQL for a text that only the vault opens. The same text gives the same bytes, so that equal rows stay equal. */
export function sealed(text: string): string {
  const nonce = `substring(sipHash128Keyed(${key("nonce")}, ${text}), 1, 12)`;
  const cipher = `encrypt('aes-256-gcm', ${text}, unhex(${key("cipher")}), nonce)`;
  return `arrayMap(nonce -> concat(nonce, ${cipher}), [${nonce}])[1]`;
}

/** SQL for the text behind a sealed one. The engine refuses what was changed or sealed by another key. */
export function opened(bytes: string): string {
  return `decrypt('aes-256-gcm', substring(${bytes}, 13), unhex(${key("cipher")}), substring(${bytes}, 1, 12))`;
}
