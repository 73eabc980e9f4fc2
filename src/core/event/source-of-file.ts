import type { Mapping } from "./mapping.ts";

/**
 * Which source of a mapping a file belongs to, as its place in the list: of several patterns that
 * fit the name, the longest; −1 when none does.
 */
export function sourceOfFile(mapping: Mapping, file: string): number {
  let best = -1;
  for (const [place, { files }] of mapping.sources.entries()) {
    const longest = mapping.sources[best]?.files.length ?? -1;
    if (files.length > longest && fits(files, file)) best = place;
  }
  return best;
}

/** Does a file name fit a pattern? `*` stands for any text; upper and lower case are one. */
export function fits(pattern: string, name: string): boolean {
  const [first = "", ...others] = pattern.toLowerCase().split("*");
  const text = name.toLowerCase();
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  // Each part at its first place leaves most room for those after it.
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
