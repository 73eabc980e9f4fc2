import { plain } from "./plain.ts";

/** A person's name in parts that can be compared. */
export type PersonName = {
  /** First names in full; empty when only initials are known. */
  readonly given: string;
  /** First letters of all first names. */
  readonly initials: string;
  /** Surname without tussenvoegsel; a double name in the order of the alphabet. */
  readonly surname: string;
  /** The names that a double name consists of, or the one name. */
  readonly parts: readonly string[];
  /** First letters of the tussenvoegsels: "van der", "v.d." and "vd" are all `vd`. */
  readonly prefix: string;
};

/** How somebody is addressed, before a name. */
const salutation =
  /^(?:(?:de heer|heer|dhr|mevrouw|mevr|mw|mej|dr|drs|ing|ir|mr|mrs|ms|miss|prof|herr|frau)\b\.?\s*)+(?=.)/iu;

/** What stands behind a name and is no part of it. */
const behind = /[\s,]+(?:jr|sr|bsc|msc|ll[mb]|mba|phd)\.?$/iu;

/** Words that stand before a surname and are not the name itself. */
const prefixes = new Set(
  "van von vom zu der den de het t ter ten te in op aan bij onder over uit voor tot v d vd vdr a la le les du des da do dos das di del della el al ibn bin bint af av".split(
    " ",
  ),
);

/** Between two surnames: `Jansen-de Vries`, `Jansen e/v De Vries`, `de Vries geb. Jansen`. */
const between = /\s*(?:[-–—/]|\be\s*[/.]\s*v\.?\s|\bgeb(?:oren)?\.?\s|\bn[eé]e\s)\s*/iu;

/**
 * A name as it is compared, from the columns in which it stands. `infix` is the tussenvoegsel, where it
 * has a column of its own. A name in one column is `full`: `Jan van der Berg` or `Berg, Jan van der`.
 */
export function standardName(raw: {
  readonly given?: string;
  readonly infix?: string;
  readonly surname?: string;
  readonly full?: string;
}): PersonName {
  const whole = split((raw.full ?? "").trim().replace(behind, ""));
  const first = givenNames(raw.given || whole.given || "");
  const last = surnames([raw.infix, raw.surname || whole.surname].filter(Boolean).join(" "));
  return { ...first, ...last };
}

/** Puts a name in one column apart: what comes before the first tussenvoegsel, or else the last word. */
function split(full: string): { readonly given: string; readonly surname: string } {
  const comma = full.indexOf(",");
  if (comma > 0) {
    const words = full.slice(comma + 1).split(/\s+/u);
    const at = words.findIndex((word) => prefixes.has(plain(word).replaceAll(" ", "")));
    const [given, after] = at < 0 ? [words, []] : [words.slice(0, at), words.slice(at)];
    return { given: given.join(" "), surname: `${after.join(" ")} ${full.slice(0, comma)}` };
  }
  const words = full.replace(salutation, "").split(/\s+/u).filter(Boolean);
  const at = words.findIndex((word, i) => i > 0 && prefixes.has(plain(word).replaceAll(" ", "")));
  const cut = at > 0 ? at : Math.max(words.length - 1, 0);
  return { given: words.slice(0, cut).join(" "), surname: words.slice(cut).join(" ") };
}

function givenNames(text: string): Pick<PersonName, "given" | "initials"> {
  const bare = text.trim().replace(salutation, "");
  const letters = /^(?:\p{Lu}\p{Ll}?\.[\s-]*)+\p{Lu}?$|^\p{Lu}{1,2}$/u.test(bare);
  const words = plain(letters ? bare.replace(/(?=\p{Lu})/gu, " ") : bare)
    .split(" ")
    .filter(Boolean);
  const full = words.filter((word) => !letters && word.length > 1);
  return { given: full.join(" "), initials: words.map((word) => Array.from(word)[0]).join("") };
}

function surnames(text: string): Pick<PersonName, "surname" | "parts" | "prefix"> {
  const bare = text.replace(behind, "");
  const comma = bare.indexOf(",");
  const turned = comma > 0 ? `${bare.slice(comma + 1)} ${bare.slice(0, comma)}` : bare;
  const cores = turned
    .split(between)
    .map(core)
    .filter(({ name }) => name !== "");
  const parts = [...new Set(cores.map(({ name }) => name))].toSorted();
  return { surname: parts.join(" "), parts, prefix: cores[0]?.prefix ?? "" };
}

function core(text: string): { name: string; prefix: string } {
  const words = plain(text).split(" ");
  let at = 0;
  while (at < words.length - 1 && prefixes.has(words[at]!)) at += 1;
  const prefix = words
    .slice(0, at)
    .map((word) => (word.startsWith("vd") ? "vd" : word[0]))
    .join("");
  return { name: words.slice(at).join(" "), prefix };
}
