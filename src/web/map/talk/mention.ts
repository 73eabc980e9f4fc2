/** An @ that is being typed: where it stands, and what follows it up to the cursor. */
export type Asking = { readonly from: number; readonly typed: string };

/** The @ before the cursor that a name may follow; null when none is being typed. */
export function askingAt(text: string, caret: number): Asking | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf("@");
  if (from < 0 || (from > 0 && !/[\s(]/.test(before.charAt(from - 1)))) return null;
  const typed = before.slice(from + 1);
  // No name has a line break in it, or starts with a space.
  return /^(\S.{0,79})?$/.test(typed) ? { from, typed } : null;
}

/** The names that what is typed can be the beginning of, at a word of theirs; at most eight. */
export function namesFor(typed: string, names: readonly string[]): string[] {
  const looked = folded(typed);
  return names
    .filter((name) => ` ${folded(name)}`.includes(` ${looked}`) && folded(name) !== looked)
    .slice(0, 8);
}

/** The text with a name in place of the @ that was being typed, and where the cursor goes. */
export function named(text: string, { from, typed }: Asking, name: string) {
  const after = text.slice(from + 1 + typed.length);
  const space = /^\s/.test(after) ? "" : " ";
  const caret = from + 1 + name.length + 1;
  return { text: `${text.slice(0, from)}@${name}${space}${after}`, caret };
}

/** Where in a text somebody of these names is asked to look. */
export function mentionsIn(
  text: string,
  names: readonly string[],
): readonly { readonly name: string; readonly from: number; readonly to: number }[] {
  const longest = [...names].filter((name) => name !== "").toSorted((a, b) => b.length - a.length);
  const found: { name: string; from: number; to: number }[] = [];
  for (const { index } of text.matchAll(/(?<=^|[\s(])@/g)) {
    const rest = text.slice(index + 1);
    const name = longest.find(
      (each) =>
        folded(rest).startsWith(folded(each)) && !/^[\p{L}\p{N}]/u.test(rest.slice(each.length)),
    );
    if (name !== undefined) found.push({ name, from: index, to: index + 1 + name.length });
  }
  return found;
}

function folded(text: string): string {
  return text.toLowerCase();
}
