import { free } from "../fill.ts";

/**
 * A new id made from words, which no part has yet.
 * @example newId("pe", "Eerste overstapper", new Set()) // "pe_eerste-overstapper"
 */
export function newId(prefix: string, words: string, taken: ReadonlySet<unknown>): string {
  const slug = words
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 50);
  return free(`${prefix}_${slug || "new"}`, taken);
}
