import type { Font } from "./shape.ts";

export type Type = {
  readonly font: Font;
  readonly size: number;
  readonly weight?: 400 | 600;
  readonly italic?: boolean;
};

/** How wide a text is in points. */
export type Measure = (text: string, type: Type) => number;

/** Advance widths in thousandths of the size, for groups of letters that are about as wide. */
const widths: Record<Font, readonly (readonly [letters: string, width: number])[]> = {
  sans: [
    ["ijlI.,:;'|!’‘", 270],
    ["frt()[]-/ ", 360],
    ['cksvxyzJ–+−“”„"', 570],
    ["abdeghnopqu0123456789?*L", 618],
    ["ABCDEFGHKNOPQRSTUVXYZ&", 710],
    ["mMwW%@—…", 910],
  ],
  serif: [
    ["ijl.,:;'|!’‘ I", 265],
    ["frts()[]-/J", 370],
    ['aceszvxy?–+−“”„"', 450],
    ["bdghknopqu0123456789*", 520],
    ["ABCDEFGHKLNOPQRSTUVXYZ&", 640],
    ["mMwW%@—…", 840],
  ],
};

const tables = new Map(
  Object.entries(widths).map(([font, groups]) => [
    font,
    new Map(groups.flatMap(([letters, width]) => Array.from(letters, (one) => [one, width]))),
  ]),
);

/** Widths by a table of averages; unknown letters count as wide as a capital, wide scripts as a square. */
export const averageMeasure: Measure = (text, { font, size, weight = 400 }) => {
  const table = tables.get(font);
  let sum = 0;
  for (const letter of text) {
    sum += table?.get(letter) ?? ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 1000 : 640);
  }
  return (sum / 1000) * size * (weight === 600 ? 1.05 : 1);
};

/**
 * Widths for where only the fonts stand that everybody has: Arial, no wider than Inter, and Georgia,
 * which is about an eighth wider than Newsreader.
 */
export const officeMeasure: Measure = (text, type) =>
  averageMeasure(text, type) * (type.font === "serif" ? 1.13 : 1);

/** Control letters and marks that turn the direction of the text around are not drawn. */
export function plain(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+/gu, " ")
    .replaceAll(/\p{Cs}/gu, "\ufffd")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Breaks a text into lines no wider than `room`; what does not fit in `most` lines ends in “…”. */
export function wrapped(
  text: string,
  type: Type,
  { room, most, measure }: { room: number; most: number; measure: Measure },
): string[] {
  const lines: string[] = [];
  let line = "";
  const words = plain(text)
    .split(" ")
    .flatMap((word) => pieces(word, type, room, measure));
  for (const [at, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || measure(longer, type) <= room) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1)
      return [...lines, ended(line, words[at] ?? "", type, room, measure)];
    lines.push(line);
    line = word;
  }
  return line === "" ? lines : [...lines, line];
}

/** A word that is wider than the room is cut. */
function pieces(word: string, type: Type, room: number, measure: Measure): string[] {
  if (measure(word, type) <= room) return [word];
  const cut: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && measure(`${piece}${letter}-`, type) > room) {
      cut.push(/[\p{L}]$/u.test(piece) ? `${piece}-` : piece);
      piece = "";
    }
    piece += letter;
  }
  return [...cut, piece];
}

function ended(line: string, next: string, type: Type, room: number, measure: Measure): string {
  const letters = Array.from(`${line} ${next}`);
  while (letters.length > 0 && measure(`${letters.join("")}…`, type) > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
