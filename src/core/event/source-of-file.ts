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
function fits(pattern: string, name: string): boolean {
  const form = pattern.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${form.join(".*")}$`, "i").test(name);
}
