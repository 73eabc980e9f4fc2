import { DAY, HOUR, MINUTE, onDay } from "../calendar.ts";
import { strikes, type Life } from "../life.ts";
import { app } from "../system/app.ts";
import { call } from "../system/calls.ts";
import { invoice } from "../system/paper.ts";
import { forumPost, interview, survey } from "../system/said.ts";
import { daysLater, officeTime } from "./moment.ts";

const DEVIATES_WITHOUT_CALL = { sun: 0.3, others: 0.1 } as const;

/** A monthly instalment in cents. */
export function instalment(life: Life): number {
  return Math.round(life.chance.around(15_500, 0.3) / 100) * 100;
}

/**
 * The first bill, the shock and what follows.
 * @returns when it is settled; null when he leaves over it.
 */
export function firstBill(life: Life, started: number, quoted: number): number | null {
  const { chance, person } = life;
  const billed = onDay(started + 31 * DAY, 0);
  const sun = person.persona.id === "pe_zon";
  const calls = strikes(life, "instalment", sun, billed);
  const deviates =
    calls || chance.hit(sun ? DEVIATES_WITHOUT_CALL.sun : DEVIATES_WITHOUT_CALL.others);
  const cents = deviates ? Math.round(quoted * chance.between(1.15, 1.45)) : quoted;
  invoice(life, billed, "eerste nota", cents, quoted);
  survey(
    life,
    billed + chance.span(10 * HOUR, 14 * HOUR),
    "nota",
    deviates,
    deviates ? 0.45 : undefined,
  );
  if (chance.hit(0.004)) interview(life, billed + 20 * DAY);

  let at = billed + chance.span(9 * HOUR, 20 * HOUR);
  if (calls) {
    at = officeTime(at + chance.around(8 * HOUR), chance);
    call(life, at, "termijnbedrag klopt niet");
    survey(life, at + 2 * HOUR, "bellen-termijn");
    if (chance.hit(0.12)) return null;
    if (chance.hit(0.1)) {
      at = daysLater(at, 2, chance);
      forumPost(life, at);
    }
    at += chance.around(11 * MINUTE);
  } else if (chance.hit(0.05)) return null;
  if (calls || chance.hit(0.7)) {
    app(life, at, "bill_viewed");
    survey(life, at + 20 * MINUTE, "rekening");
    if (deviates && chance.hit(0.5))
      app(life, at + chance.around(4 * MINUTE), "instalment_changed");
  }
  if (calls && chance.hit(0.18)) {
    at = officeTime(at + 4 * DAY, chance);
    call(life, at, "termijnbedrag klopt niet");
    app(life, at + chance.around(11 * MINUTE), "bill_viewed");
  }
  return at;
}
