import { DAY, HOUR, onDay } from "../calendar.ts";
import { strikes, type Life } from "../life.ts";
import { app } from "../system/app.ts";
import { contractStatus } from "../system/crm.ts";
import { mail } from "../system/mail.ts";
import { letter } from "../system/paper.ts";
import { survey } from "../system/said.ts";
import { web } from "../system/web.ts";
import { daysLater } from "./moment.ts";

const COOLING_OFF = 14 * DAY;

/**
 * Three months before the first year ends: a letter, for those who allow it an e-mail, a choice.
 * @returns whether he stays.
 */
export function renewal(life: Life, started: number): boolean {
  const { chance, person } = life;
  const sent = onDay(started + 270 * DAY, 0);
  letter(life, sent);
  const leaves = strikes(life, "letter", !person.consent, sent);
  const offered = sent + 2 * DAY + 10 * HOUR;
  const read = person.consent ? mail(life, offered, "renewal-offer", leaves ? 0 : 0.8) : null;
  if (leaves) return false;
  const renewed = daysLater(read ?? offered, chance.between(2, 24), chance);
  if (chance.hit(0.15)) contractStatus(life, renewed, "verlengd", "telefoon");
  else web(life, renewed, "contract_renewed");
  survey(life, renewed + HOUR, "verlengen");
  if (chance.hit(0.14))
    app(life, daysLater(renewed, chance.between(1, 12), chance), "friend_invited");
  const confirmed = mail(life, renewed + COOLING_OFF, "renewal-confirmed", 1) ?? renewed;
  survey(life, confirmed + HOUR, "aanraden");
  return true;
}
