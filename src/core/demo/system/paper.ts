import { dutchDate, dutchTime } from "../calendar.ts";
import { nextId, note, type Life } from "../life.ts";
import { dutchAmount } from "../text.ts";

/** A visit to a shop, written down at the counter; Amsterdam time. */
export function shopVisit(life: Life, at: number, shop: string): void {
  const { person } = life;
  const customer = life.known ? person.customer : "";
  note(
    life,
    "shop",
    at,
    { email: person.email, ...(customer && { customer }) },
    `${shop},${dutchTime(at, "/")},overstappen,${person.email},${customer}`,
  );
}

/** A letter that was sent; only the date is known. */
export function letter(life: Life, at: number): void {
  const { customer } = life.person;
  const row = `${nextId(life, "b-")};${customer};verlenging;${dutchDate(at)}`;
  note(life, "letters", at, { customer }, row);
}

export type InvoiceKind = "eerste nota" | "termijnnota" | "jaarrekening";

/** An invoice in cents, beside what the quote had said; only the date is known. */
export function invoice(
  life: Life,
  at: number,
  kind: InvoiceKind,
  cents: number,
  quoted: number,
): void {
  const { customer } = life.person;
  note(
    life,
    "invoices",
    at,
    { customer },
    `${nextId(life, "F")};${customer};${dutchDate(at)};${kind};${dutchAmount(cents)};${dutchAmount(quoted)};EUR`,
  );
}

/** A direct debit in cents; only the date is known. */
export function payment(life: Life, at: number, cents: number, paid: boolean): void {
  const { customer } = life.person;
  note(
    life,
    "payments",
    at,
    { customer },
    `${nextId(life, "P")};${customer};${dutchDate(at)};${dutchAmount(cents)};EUR;${paid ? "betaald" : "gestorneerd"}`,
  );
}
