import { mentionsIn } from "./mention.ts";

export type SaidPart =
  | { readonly kind: "text" | "mention"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly to: string };

// Marks that turn the direction of writing would let a link look like another.
const link = /https?:\/\/[^\s<>"“”\u200b-\u200f\u202a-\u202e\u2060-\u2069]+/gi;

/** A text cut into what is said, who is asked to look, and links of the web. */
export function saidParts(text: string, names: readonly string[]): SaidPart[] {
  const marks = [
    ...mentionsIn(text, names).map(({ from, to }) => ({ from, to, link: null })),
    ...[...text.matchAll(link)].flatMap(({ index, 0: found }) => {
      const address = withoutEnd(found);
      return URL.canParse(address)
        ? [{ from: index, to: index + address.length, link: address }]
        : [];
    }),
  ].toSorted((a, b) => a.from - b.from);
  const parts: SaidPart[] = [];
  let at = 0;
  for (const { from, to, link: address } of marks) {
    if (from < at) continue;
    if (from > at) parts.push({ kind: "text", text: text.slice(at, from) });
    const own = text.slice(from, to);
    parts.push(
      address === null ? { kind: "mention", text: own } : { kind: "link", text: own, to: address },
    );
    at = to;
  }
  if (at < text.length) parts.push({ kind: "text", text: text.slice(at) });
  return parts;
}

/** An address without what ends the sentence that it stands in. */
function withoutEnd(address: string): string {
  const end = address.replace(/[.,;:!?'’*_]+$/, "");
  const unopened = end.endsWith(")") && end.split(")").length > end.split("(").length;
  return unopened ? withoutEnd(end.slice(0, -1)) : end;
}
