/**
 * Hides an identifier while its owner can still recognise it.
 * @example maskIdentifier("jan@mail.nl") // "j…@…nl"
 * @example maskIdentifier("+31612341234") // "…1234"
 */
export function maskIdentifier(value: string): string {
  const at = value.lastIndexOf("@");
  if (at > 0) {
    const dot = value.lastIndexOf(".");
    return `${String.fromCodePoint(value.codePointAt(0)!)}…@…${dot > at ? value.slice(dot + 1) : ""}`;
  }
  const letters = Array.from(value);
  const kept = letters.length > 8 ? 4 : Math.floor(letters.length / 3);
  return `…${kept > 0 ? letters.slice(-kept).join("") : ""}`;
}
