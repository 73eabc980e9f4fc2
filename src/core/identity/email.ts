/** Is `jan+nieuws@mail.nl` another address than `jan@mail.nl`? With most providers it is not. */
export type PlusTags = "strip" | "keep";

/**
 * An e-mail address as it is compared: small letters, without the tag behind a plus, and for Gmail
 * without dots, which mean nothing there. Empty when it is no address.
 * @example standardEmail("Jan.Jansen+nieuws@GoogleMail.com") // "janjansen@gmail.com"
 */
export function standardEmail(text: string, tags: PlusTags = "strip"): string {
  const found = /([^\s<>:;,"']+)@([^\s<>:;,"'@]+\.[^\s<>:;,"'@.]+)/u.exec(text.toLowerCase());
  if (!found) return "";
  const domain = found[2]!.replace(/^googlemail\.com$/u, "gmail.com");
  const whole = found[1]!;
  const untagged = tags === "strip" ? whole.replace(/(?<=.)\+.*$/u, "") : whole;
  const local = domain === "gmail.com" ? untagged.replace(/\./gu, "") : untagged;
  return local === "" ? "" : `${local}@${domain}`;
}
