import { plainLocal } from "../calendar.ts";
import type { Chance } from "../chance.ts";
import { nextId, note, type Life } from "../life.ts";

/** `+31…`, as the import normalises a number. */
export function international(phone: string): string {
  return `+31${phone.slice(1)}`;
}

/** One number in the notations that Dutch people use. */
export function phoneAsTyped(phone: string, chance: Chance): string {
  const rest = phone.slice(2);
  const pairs = rest.replaceAll(/(\d\d)(?=\d)/g, "$1 ");
  return chance.pick([
    phone,
    `06-${rest}`,
    `06 ${pairs}`,
    `+31 6 ${rest}`,
    `00316${rest}`,
    `+31 (0)6 ${pairs}`,
  ]);
}

export type CallReason =
  | "ben ik nu klant?"
  | "termijnbedrag klopt niet"
  | "inloggen lukt niet"
  | "verhuizing doorgeven"
  | "vraag over offerte"
  | "overig";

/** A call at the contact centre: always a number, often a customer number, Amsterdam time. */
export function call(life: Life, at: number, reason: CallReason): void {
  const { person, chance } = life;
  const hidden = life.known && chance.hit(0.02);
  const customer = life.known && (hidden || chance.hit(0.7)) ? person.customer : "";
  note(
    life,
    "calls",
    at,
    { ...(!hidden && { phone: international(person.phone) }), ...(customer && { customer }) },
    [
      nextId(life, "g-"),
      plainLocal(at),
      hidden ? "anoniem" : phoneAsTyped(person.phone, chance),
      customer,
      reason,
      chance.around(210, 0.7),
      chance.around(340, 0.5),
    ].join(","),
  );
}
