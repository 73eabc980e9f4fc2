import { standardAddress, type Address } from "./address.ts";
import { standardBirthDate } from "./birth-date.ts";
import { standardEmail, type PlusTags } from "./email.ts";
import { standardName, type PersonName } from "./name.ts";
import { standardPhone } from "./phone.ts";
import { plain } from "./plain.ts";
import { sound } from "./sound.ts";

/** Columns that tell who somebody is; each may be missing or empty. */
export const personFields = [
  "given",
  "infix",
  "surname",
  "full",
  "birth",
  "postcode",
  "house",
  "addition",
  "street",
  "place",
  "phone",
  "email",
  "number",
] as const;
export type PersonField = (typeof personFields)[number];

/** What one source tells of a person, as it wrote it. `ref` is what the source calls this record. */
export type RawPerson = { readonly ref: string } & Partial<Readonly<Record<PersonField, string>>>;

/** The same as it is compared; what is unknown is empty. */
export type PersonRecord = PersonName &
  Address & {
    readonly ref: string;
    readonly givenSound: string;
    readonly surnameSound: string;
    readonly birth: string;
    readonly phone: string;
    readonly email: string;
    readonly number: string;
  };

/** How values are read where the world has no one way. */
export type Reading = {
  /** Country code of telephone numbers that name none. */
  readonly country?: string;
  readonly plusTags?: PlusTags;
};

export function standardise(raw: RawPerson, reading: Reading = {}): PersonRecord {
  const name = standardName(raw);
  return {
    ref: raw.ref,
    ...name,
    givenSound: sound(name.given.split(" ", 1)[0] ?? ""),
    surnameSound: sound(name.parts[0] ?? ""),
    birth: standardBirthDate(raw.birth ?? ""),
    ...standardAddress(raw),
    phone: standardPhone(raw.phone ?? "", reading.country),
    email: standardEmail(raw.email ?? "", reading.plusTags),
    number: plain(raw.number ?? "").replaceAll(" ", ""),
  };
}
