import { plain } from "./plain.ts";

export type Address = {
  /** `1234ab`; of another country, letters and digits as they come. */
  readonly postcode: string;
  /** The number alone. */
  readonly house: string;
  /** What stands behind the number: `a`, `bis`, `2`. */
  readonly addition: string;
  readonly street: string;
  readonly place: string;
};

const romans: Readonly<Record<string, string>> = { i: "1", ii: "2", iii: "3", iv: "4", v: "5" };

const places: Readonly<Record<string, string>> = {
  "s gravenhage": "den haag",
  "the hague": "den haag",
  "s hertogenbosch": "den bosch",
};

/**
 * An address as it is compared. A house number may stand in its own column, with its addition in it or
 * beside it, or behind the street: `Dorpsstr. 12-A` is street `dorpsstraat`, house `12`, addition `a`.
 */
export function standardAddress(raw: {
  readonly postcode?: string;
  readonly house?: string;
  readonly addition?: string;
  readonly street?: string;
  readonly place?: string;
}): Address {
  const street = plain(raw.street ?? "");
  const own = numbered(plain(`${raw.house ?? ""} ${raw.addition ?? ""}`));
  const behind = own.house === "" ? /^(?<name>.*\p{L}.*?) (?<number>\d+.*)$/u.exec(street) : null;
  const found = behind?.groups ? numbered(behind.groups["number"]!) : own;
  const place = plain(raw.place ?? "");
  return {
    postcode: plain(raw.postcode ?? "").replaceAll(" ", ""),
    ...found,
    street: streetName(behind?.groups?.["name"] ?? street),
    place: places[place] ?? place,
  };
}

function numbered(text: string): Pick<Address, "house" | "addition"> {
  const found = /^\D*0*(\d+)(.*)$/u.exec(text);
  if (!found) return { house: "", addition: "" };
  const rest = found[2]!.replace(/\b(?:nr|no|huisnummer|toev)\b/gu, "").replaceAll(" ", "");
  return { house: found[1]!, addition: romans[rest] ?? rest.replace(/^huis$/u, "hs") };
}

function streetName(text: string): string {
  return text
    .replace(/^st /u, "sint ")
    .replace(/^burg /u, "burgemeester ")
    .replace(/str$/u, "straat")
    .replace(/(?<=\p{L})ln$/u, "laan")
    .replace(/(?<=\p{L})wg$/u, "weg")
    .replace(/(?<=\p{L})pln$/u, "plein");
}
