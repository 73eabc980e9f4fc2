import { must } from "../assert.ts";
import { Chance, scramble } from "./chance.ts";
import { firstNames, lastNames, mailDomains, places } from "./names.ts";
import { personas, situationOf, type PersonaKind, type Situation } from "./personas.ts";

/** Somebody with everything that the systems may know him by. */
export type Person = {
  readonly index: number;
  readonly persona: PersonaKind;
  readonly situation: Situation;
  readonly firstName: string;
  readonly lastName: string;
  readonly customer: string;
  readonly email: string;
  /** Ten digits, national. */
  readonly phone: string;
  /** The person before him lives in the same house and has the same number. */
  readonly sharesPhone: boolean;
  readonly cookies: readonly [string, ...string[]];
  readonly device: string;
  readonly platform: "Android" | "iOS";
  readonly nickname: string;
  readonly place: string;
  readonly postcode: string;
  /** May be written to by e-mail. */
  readonly consent: boolean;
};

const IDENTITY = 1;
const SHARED = 2;
const SHARE_OF_SHARED_PHONES = 0.03;

function shares(seed: number, index: number): boolean {
  return index % 2 === 1 && new Chance(seed, index, SHARED).hit(2 * SHARE_OF_SHARED_PHONES);
}

function hex(value: number): string {
  return scramble(value).toString(16).padStart(8, "0");
}

/** Numbers from 06 9, a range that is given to nobody. */
function phoneOf(seed: number, index: number): string {
  const number = (index * 7919 + seed * 31_337) % 10_000_000;
  return `069${String(number).padStart(7, "0")}`;
}

/** The person at an index, the same in a small set as in a large one. Up to a million have ids of their own. */
export function personOf(seed: number, index: number): Person {
  const chance = new Chance(seed, index, IDENTITY);
  const persona = must(personas[chance.weighted(personas.map((kind) => kind.share))], "persona");
  const firstName = chance.pick(firstNames);
  const lastName = chance.pick(lastNames);
  const [place, area] = chance.pick(places);
  const plain = `${firstName}.${lastName}`
    .normalize("NFD")
    .replaceAll(/[^A-Za-z.]/g, "")
    .toLowerCase();
  const sharesPhone = shares(seed, index);
  const cookie = (turn: number) => `${hex(index * 2 + turn)}${hex(seed * 7 + turn)}`;
  return {
    index,
    persona,
    situation: situationOf(persona, chance),
    firstName,
    lastName,
    customer: String(4_000_000 + ((index * 7919 + 104_729) % 1_000_000)),
    email: `${plain}.${index.toString(36)}@${chance.pick(mailDomains)}`,
    phone: phoneOf(seed, sharesPhone ? index - 1 : index),
    sharesPhone,
    cookies: chance.hit(0.3) ? [cookie(0), cookie(1)] : [cookie(0)],
    device: `d-${hex(index)}-${hex(seed)}`,
    platform: chance.hit(0.56) ? "Android" : "iOS",
    nickname: `${firstName
      .normalize("NFD")
      .replaceAll(/[^A-Za-z]/g, "")
      .toLowerCase()}_${index.toString(36)}`,
    place,
    postcode: `${area}${String(10 + chance.whole(90))} ${chance.pick(["AB", "CD", "EK", "GH", "LM", "NP", "RS", "TV", "XZ"])}`,
    consent: chance.hit(0.68),
  };
}
