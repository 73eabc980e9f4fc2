const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ĳ: "ij",
};

/**
 * A text as it is compared: small letters without accents, and digits; whatever stands between them is
 * one space.
 * @example plain("  Özgür–D'Ávila ") // "ozgur d avila"
 */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[ßæœøđðþłıĳ]/gu, (letter) => letters[letter] ?? "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
