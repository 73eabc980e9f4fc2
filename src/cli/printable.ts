/**
 * A line as a terminal may show it: control characters, which could steer the terminal and may stand
 * in anybody's data, are written out. Line ends and tabs stay.
 * @example printable("a\u001B[2Jb") // "a\\u001b[2Jb"
 */
export function printable(line: string): string {
  return line.replaceAll(
    /[^\P{Cc}\n\t]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
