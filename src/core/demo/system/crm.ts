import { dutchTime } from "../calendar.ts";
import { note, type Life } from "../life.ts";
import { international, phoneAsTyped } from "./calls.ts";

/** The customer card, windows-1252 with semicolons, as sales typed it. */
export function customerCard(life: Life, at: number): void {
  const { person, chance, tally } = life;
  const unknown = chance.hit(0.015);
  if (unknown) tally.messed("unknownPhones");
  const email = chance.hit(0.05) ? ` ${person.email.toUpperCase()} ` : person.email;
  const { aanleiding, opwek, ervaring, huishouden } = person.situation;
  note(
    life,
    "customers",
    at,
    {
      customer: person.customer,
      email: person.email,
      ...(!unknown && { phone: international(person.phone) }),
    },
    [
      person.customer,
      person.firstName,
      person.lastName,
      email,
      unknown ? "onbekend" : phoneAsTyped(person.phone, chance),
      person.postcode,
      person.place,
      aanleiding,
      opwek,
      ervaring,
      huishouden,
      person.consent ? "ja" : "nee",
      dutchTime(at),
    ].join(";"),
  );
}

export type ContractStatus = "in behandeling" | "verlengd" | "beëindigd";

/** A status of the contract; `via` is how the customer gave it, empty when he did nothing. */
export function contractStatus(
  life: Life,
  at: number,
  status: ContractStatus,
  via: "" | "telefoon" = "",
): void {
  const { customer } = life.person;
  const row = `${customer};C${customer};${status};${via};${dutchTime(at)}`;
  note(life, "contracts", at, { customer }, row);
}
