/**
 * A telephone number with its country: `06 1234 5678`, `0031 6 12345678` and `+31 (0)6 12345678` are
 * `+31612345678`. A national number gets `country`. Empty when it is none.
 */
export function standardPhone(text: string, country = "31"): string {
  const digits = text
    .replace("(0)", "")
    .replace(/(?!^\s*\+)[^0-9]/gu, "")
    .trim();
  const known = digits.replace(/^00/u, "+");
  if (known.replace("+", "").length < 6) return "";
  if (known.startsWith("+")) return known.replace(`+${country}0`, `+${country}`);
  if (/^0[1-9]/u.test(known)) return `+${country}${known.slice(1)}`;
  if (country === "31" && /^31[1-9][0-9]{8}$/u.test(known)) return `+${known}`;
  return country === "31" && /^6[0-9]{8}$/u.test(known) ? `+31${known}` : known;
}
