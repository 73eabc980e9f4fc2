import type { Bindings } from "./bindings.ts";

/** What systems write when they do not know who it was, in lower case. */
const nobody = [
  "",
  "null",
  "nil",
  "none",
  "n/a",
  "na",
  "nan",
  "undefined",
  "unknown",
  "onbekend",
  "anonymous",
  "anoniem",
  "geen",
  "nvt",
  "n.v.t.",
  "-",
  "0",
  "test@test.nl",
  "test@test.com",
  "noreply@example.com",
];

/**
 * SQL for an identifier as it is compared: an e-mail address in lower case, a telephone number with
 * its country (`06 1234 5678` → `+31612345678`), anything else trimmed. Empty when it identifies nobody:
 * one of the values that systems write for "unknown", or one that `blocked` names.
 */
export function identifierSql(
  kind: string,
  cell: string,
  blocked: readonly string[],
  bind: Bindings,
): string {
  const trimmed = `trimBoth(${cell})`;
  const value = normalSql(kind, trimmed);
  const barred = bind.texts([...nobody, ...blocked.map((each) => each.trim().toLowerCase())]);
  return `if(has(${barred}, lower(${trimmed})), '', ${value})`;
}

/** SQL for a trimmed text as an identifier of this kind is compared; empty when it cannot be one. */
export function normalSql(kind: string, cell: string): string {
  if (/^e-?mail/i.test(kind)) return `if(position(${cell}, '@') > 1, lower(${cell}), '')`;
  if (!/^(phone|tel|mobi|whatsapp|gsm)/i.test(kind)) return cell;
  const digits = `replaceRegexpAll(replaceOne(${cell}, '(0)', ''), '[^0-9+]', '')`;
  const national = `replaceRegexpOne(${digits}, '^(?:00|[+])', '+')`;
  const dutch = `replaceRegexpOne(${national}, '^(?:0|31)([1-9][0-9]{8})$', '+31\\\\1')`;
  return `if(length(${digits}) >= 6, ${dutch}, '')`;
}
