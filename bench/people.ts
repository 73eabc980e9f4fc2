import { Chance } from "../src/core/demo/chance.ts";
import { firstNames, lastNames } from "../src/core/demo/names.ts";
import type { PersonField, RawPerson } from "../src/core/identity/person-record.ts";

const AT_ONCE = 20_000;

/**
 * Customer records as five systems of one company might hold them, in batches: families under one roof,
 * people who moved or took another address, initials, tussenvoegsels left out, typing errors, empty
 * cells. The same number gives the same records. `ref` is `person-record`: the truth stands in it.
 */
export async function* syntheticPeople(records: number): AsyncGenerator<readonly RawPerson[]> {
  let batch: RawPerson[] = [];
  let made = 0;
  for (let household = 0; made < records; household += 1) {
    const chance = new Chance(20_261_124, household);
    const home = homeOf(chance);
    const family = surnameOf(chance);
    const size = 1 + chance.weighted([50, 30, 12, 8]);
    const names = new Set<string>();
    for (let member = 0; member < size && made < records; member += 1) {
      const one = memberOf(chance, family, home, household * 8 + member);
      // Nobody calls two of his children the same.
      while (names.has(one.given)) one.given = givenOf(chance);
      names.add(one.given);
      const copies = 1 + chance.weighted([62, 22, 10, 4, 2]);
      for (let copy = 0; copy < copies && made < records; copy += 1) {
        batch.push({
          ref: `${household * 8 + member}-${copy}`,
          ...(copy === 0 ? one : mangled(chance, one)),
        });
        made += 1;
        if (batch.length === AT_ONCE) {
          yield batch;
          batch = [];
        }
      }
    }
  }
  yield batch;
}

type Person = Record<Exclude<PersonField, "full" | "number" | "addition">, string>;

const starts =
  "Ber Dij Hof Vel Kos Mei Sme Wou Rie Hei Lam Bro Ver Sta Kui Gro Sna Pel Noor Zui".split(" ");
const middles =
  "ken ren ten gen len sen den men ver ster ling man ber kel mer dijk veld huis".split(" ");
const ends = "ma stra sma ink s er aar en horst kamp huizen beek broek hout zema inga".split(" ");
const births = ["a", "e", "i", "o", "ie", "an", "el", "in", "is", "us"];
const kinds = "straat laan weg plein hof dreef".split(" ");
const places =
  "Amsterdam Rotterdam Utrecht Eindhoven Tilburg Groningen Almere Breda Nijmegen Zwolle Leiden Assen".split(
    " ",
  );
const letters = "abcdefghijklmnopqrstuvwxyz";

/** Few names are frequent, many are rare. */
function surnameOf(chance: Chance): { infix: string; surname: string } {
  if (chance.hit(0.35)) return infixed(chance.pick(lastNames));
  const name = `${chance.pick(starts)}${chance.pick(middles)}${chance.pick(ends)}`;
  return {
    infix: chance.hit(0.2) ? chance.pick(["van", "van der", "de", "van den"]) : "",
    surname: name,
  };
}

function infixed(name: string): { infix: string; surname: string } {
  const at = name.search(/\p{Lu}/u);
  return { infix: name.slice(0, at).trim(), surname: name.slice(at) };
}

function givenOf(chance: Chance): string {
  const name = chance.pick(firstNames);
  return chance.hit(0.5) ? name : `${name.slice(0, 4)}${chance.pick(births)}`;
}

function homeOf(chance: Chance): Pick<Person, "postcode" | "house" | "street" | "place"> {
  const place = chance.whole(places.length);
  const area = 1000 + place * 700 + chance.whole(600);
  const corner = chance.whole(400);
  return {
    postcode: `${area} ${letters[corner % 20]}${letters[Math.floor(corner / 20)]}`.toUpperCase(),
    house: String(1 + chance.whole(60)),
    street: `${starts[corner % starts.length]}${middles[(area + corner) % middles.length]}${kinds[area % kinds.length]}`,
    place: places[place]!,
  };
}

function memberOf(
  chance: Chance,
  family: { infix: string; surname: string },
  home: ReturnType<typeof homeOf>,
  nth: number,
): Person {
  const given = givenOf(chance);
  const name = chance.hit(0.75) ? family : surnameOf(chance);
  return {
    given,
    ...name,
    birth: dateOf(chance),
    ...home,
    ...reachOf(chance, given, name.surname, nth),
  };
}

function dateOf(chance: Chance): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${1935 + chance.whole(72)}-${two(1 + chance.whole(12))}-${two(1 + chance.whole(28))}`;
}

function reachOf(chance: Chance, given: string, surname: string, nth: number) {
  // An address belongs to one person, so somewhere in it stands which one.
  const own = chance.hit(0.7) ? String(nth) : nth.toString(36);
  const local = `${given}.${surname}${own}`.toLowerCase();
  return {
    email: `${local}@${chance.pick(["mail.nl", "gmail.com", "ziggo.nl", "kpnmail.nl", "hotmail.com"])}`,
    phone: `06${String(10_000_000 + chance.whole(89_999_999))}`,
  };
}

/** The same person as another system has him. */
function mangled(chance: Chance, person: Person): Person {
  const moved = chance.hit(0.12) ? homeOf(chance) : {};
  const other = reachOf(chance, person.surname, person.given, chance.whole(1_000_000_000));
  const next = {
    ...person,
    ...moved,
    ...(chance.hit(0.15) && { email: other.email }),
    ...(chance.hit(0.15) && { phone: other.phone }),
  };
  if (chance.hit(0.12)) next.given = `${next.given[0]}.`;
  if (chance.hit(0.06)) next.infix = "";
  if (chance.hit(0.02)) [next.given, next.surname] = [next.surname, next.given];
  if (chance.hit(0.03)) next.surname = `${next.surname}-${surnameOf(chance).surname}`;
  if (chance.hit(0.4)) next.birth = next.birth.split("-").toReversed().join("-");
  if (chance.hit(0.3)) next.phone = `+31 6 ${next.phone.slice(2)}`;
  if (chance.hit(0.2)) next.surname = next.surname.toUpperCase();
  for (const field of [
    "given",
    "surname",
    "birth",
    "street",
    "postcode",
    "email",
    "phone",
  ] as const)
    if (chance.hit(0.05)) next[field] = typo(chance, next[field]);
  for (const field of ["given", "birth", "postcode", "house", "email", "phone"] as const)
    if (chance.hit(0.1)) next[field] = "";
  return next;
}

function typo(chance: Chance, text: string): string {
  if (text.length < 2) return text;
  const at = chance.whole(text.length - 1);
  const digit = /\d/u.test(text[at]!);
  const fresh = digit ? String(chance.whole(10)) : letters[chance.whole(26)]!;
  const [before, here, after] = [text.slice(0, at), text[at]!, text.slice(at + 1)];
  return chance.pick([
    `${before}${fresh}${after}`,
    `${before}${after}`,
    `${before}${here}${fresh}${after}`,
    `${before}${after[0]}${here}${after.slice(1)}`,
  ]);
}
