/** How an identifier may stand in a text: as people write it, and as systems do. */
export type Traces = {
  /** Forms of it, each as it would stand in a file; compared without regard to case. */
  readonly forms: readonly string[];
  /** The same as a regular expression (RE2) without flags or groups that capture. */
  readonly pattern: string;
};

const phone = /^(phone|tel|mobi|whatsapp|gsm)/i;

/**
 * The traces of an identifier; null when it is so short that it would be found in anything: under five
 * characters, or six where they are digits only.
 * @example tracesOf({ kind: "phone", value: "+31612345678" }).forms // ["+31612345678", "0612345678", …]
 */
export function tracesOf({ kind, value }: { kind: string; value: string }): Traces | null {
  const text = value.trim();
  if (text.length < (/^\d+$/.test(text) ? 6 : 5)) return null;
  const [, national] = (phone.test(kind) && /^\+31([1-9]\d{8})$/.exec(text)) || [];
  if (national !== undefined) {
    const digits = national.split("").join("[^0-9A-Za-z]{0,2}");
    return {
      forms: [text, `0${national}`, `0031${national}`, `%2B31${national}`],
      pattern: `(?:(?:\\+|00|%2[Bb])?31[^0-9A-Za-z]{0,2}(?:\\(0\\))?[^0-9A-Za-z]{0,2}|\\b0)${digits}\\b`,
    };
  }
  const forms = [...new Set([text, encodeURIComponent(text)])];
  const before = /^\w/.test(text) ? "\\b" : "";
  const after = /\w$/.test(text) ? "\\b" : "";
  return { forms, pattern: `(?i:${before}(?:${forms.map(escaped).join("|")})${after})` };
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.|?*+()[\]{}]/g, "\\$&");
}

/** What stands in a text where an identifier was taken out. */
export const REDACTED = "▇▇▇";
