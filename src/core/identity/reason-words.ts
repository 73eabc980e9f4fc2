import type { Language } from "../message/wording.ts";
import { type Compared, type LevelOf } from "./comparison.ts";
import type { Reason } from "./probable-link.ts";

type Words = { readonly [L in Language]: string };

/** What a level says, for somebody who has to decide. */
const words: { readonly [C in Compared]: { readonly [L in LevelOf<C>]: Words } } = {
  given: {
    same: { en: "same first name", nl: "zelfde voornaam" },
    swapped: {
      en: "first name and surname changed places",
      nl: "voornaam en achternaam verwisseld",
    },
    part: { en: "one of the first names is the same", nl: "een van de voornamen is gelijk" },
    initial: { en: "initial fits", nl: "voorletter past" },
    near: { en: "nearly the same first name", nl: "bijna dezelfde voornaam" },
    similar: { en: "similar first name", nl: "voornaam lijkt erop" },
    other: { en: "other first name", nl: "andere voornaam" },
  },
  surname: {
    same: { en: "same surname", nl: "zelfde achternaam" },
    prefix: { en: "same surname, other prefix", nl: "zelfde achternaam, ander tussenvoegsel" },
    part: {
      en: "one part of a double surname is the same",
      nl: "één deel van een dubbele achternaam is gelijk",
    },
    near: { en: "nearly the same surname", nl: "bijna dezelfde achternaam" },
    similar: { en: "similar surname", nl: "achternaam lijkt erop" },
    other: { en: "other surname", nl: "andere achternaam" },
  },
  birth: {
    same: { en: "same birth date", nl: "zelfde geboortedatum" },
    swapped: {
      en: "day and month of birth changed places",
      nl: "geboortedag en -maand verwisseld",
    },
    near: { en: "birth date but for one typing error", nl: "geboortedatum op één typefout na" },
    similar: { en: "birth date partly the same", nl: "geboortedatum deels gelijk" },
    close: { en: "born less than a year apart", nl: "minder dan een jaar na elkaar geboren" },
    decade: {
      en: "born one to ten years apart",
      nl: "één tot tien jaar na elkaar geboren",
    },
    other: { en: "other birth date", nl: "andere geboortedatum" },
  },
  address: {
    same: { en: "same address", nl: "zelfde adres" },
    near: { en: "nearly the same address", nl: "bijna hetzelfde adres" },
    similar: { en: "same street or postcode", nl: "zelfde straat of postcode" },
    place: { en: "same place or district", nl: "zelfde plaats of wijk" },
    other: { en: "other address", nl: "ander adres" },
  },
  phone: {
    same: { en: "same telephone number", nl: "zelfde telefoonnummer" },
    near: {
      en: "telephone number but for one typing error",
      nl: "telefoonnummer op één typefout na",
    },
    other: { en: "other telephone number", nl: "ander telefoonnummer" },
  },
  email: {
    same: { en: "same e-mail address", nl: "zelfde e-mailadres" },
    near: { en: "nearly the same e-mail address", nl: "bijna hetzelfde e-mailadres" },
    part: {
      en: "same e-mail name at another provider",
      nl: "zelfde naam in het e-mailadres, andere provider",
    },
    other: { en: "other e-mail address", nl: "ander e-mailadres" },
  },
  number: {
    same: { en: "same number", nl: "zelfde nummer" },
    near: { en: "number but for one typing error", nl: "nummer op één typefout na" },
    other: { en: "other number", nl: "ander nummer" },
  },
};

/** A reason in words. */
export function reasonWords(
  { of, level }: Pick<Reason, "of" | "level">,
  language: Language,
): string {
  const levels: Readonly<Record<string, Words>> = words[of];
  return levels[level]?.[language] ?? level;
}
