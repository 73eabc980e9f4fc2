import { DAY, FROM, HOUR, TO, midnight, onDay } from "../calendar.ts";
import type { Life } from "../life.ts";
import { app } from "../system/app.ts";
import { call } from "../system/calls.ts";
import { customerCard } from "../system/crm.ts";
import { mail } from "../system/mail.ts";
import { invoice, payment } from "../system/paper.ts";
import { whatsapp } from "../system/talk.ts";
import { freeTime, officeTime } from "./moment.ts";

const MONTH = 30.4375 * DAY;

/**
 * What happens to every customer every month without his doing anything: invoice, direct debit,
 * newsletter. The first invoice is told elsewhere.
 */
export function routine(life: Life, from: number, to: number, cents: number): void {
  const { chance, person } = life;
  for (let month = 0, at = onDay(from, 0); at < Math.min(to, TO); month += 1) {
    if (month % 12 === 0 && month > 0)
      invoice(life, at, "jaarrekening", Math.round(cents * chance.between(11, 14)), cents * 12);
    else if (month > 0) invoice(life, at, "termijnnota", cents, cents);
    payment(life, at + 5 * DAY, cents, month > 7 || !chance.hit(0.006));
    if (chance.hit(0.9))
      app(life, freeTime(at + chance.span(6 * DAY, 29 * DAY), chance), "app_opened");
    if (person.consent && month % 2 === 1) mail(life, at + 12 * DAY, "newsletter", 0.35);
    at = onDay(at + MONTH + 6 * HOUR, 0);
  }
}

/** Somebody who was a customer before and stays one: no journey of his falls in these two years. */
export function settled(life: Life, cents: number): void {
  const { chance } = life;
  life.known = true;
  customerCard(life, chance.span(FROM, TO - DAY));
  routine(life, FROM + chance.span(0, 28 * DAY), TO, cents);
  if (chance.hit(0.3)) call(life, officeTime(chance.span(FROM, TO - 9 * DAY), chance), "overig");
  if (chance.hit(0.012)) {
    life.tally.messed("summerTimeHour");
    whatsapp(life, midnight(2025, 10, 26) + chance.span(2 * HOUR, 4 * HOUR), "storing");
  }
}
