import { DAY, HOUR, MINUTE } from "../calendar.ts";
import { strikes, type Life } from "../life.ts";
import { affects, IMPROVED, MESSAGE_DAYS, SILENCE } from "../pains.ts";
import { app } from "../system/app.ts";
import { call } from "../system/calls.ts";
import { mail } from "../system/mail.ts";
import { survey } from "../system/said.ts";
import { daysLater, officeTime } from "./moment.ts";

const FAILS_AT_ALL = { bad: 0.58, normal: 0.14 } as const;

/** Installs the app and logs in, or tries to. @returns when he is done with it. */
function firstLogin(life: Life, start: number): number {
  const { chance, person } = life;
  let at = start;
  app(life, at, "app_installed");
  const android = person.platform === "Android";
  const bad = affects("login", android, at);
  const fails = chance.hit(bad ? FAILS_AT_ALL.bad : FAILS_AT_ALL.normal);
  if (fails) {
    at += chance.around(2 * MINUTE);
    app(life, at, "login_failed");
    if (strikes(life, "login", android, at)) {
      for (let again = 1 + chance.whole(3); again > 0; again -= 1) {
        at += chance.around(3 * MINUTE);
        app(life, at, "login_failed");
      }
      if (chance.hit(0.35)) {
        at = officeTime(at + chance.around(4 * HOUR), chance);
        call(life, at, "inloggen lukt niet");
      }
    }
  }
  at += chance.around(4 * MINUTE);
  app(life, at, "login_ok");
  survey(life, at + MINUTE, "inloggen", fails);
  return at;
}

/**
 * The weeks between the signature and the first delivery, and the welcome at their end.
 * @returns when delivery starts; null when he withdraws.
 */
export function wait(life: Life, signed: number): number | null {
  const { chance } = life;
  const starts = signed + SILENCE + chance.span(-1.5 * DAY, 4 * DAY);
  const told = signed >= IMPROVED;
  if (told)
    for (const day of MESSAGE_DAYS)
      if (signed + day * DAY < starts)
        mail(life, signed + day * DAY + 9 * HOUR, "switch-progress", 0.85);
  survey(life, signed + chance.span(12 * DAY, 13 * DAY), "wachten", !told);
  if (strikes(life, "silence", true, signed + 10 * MINUTE)) {
    const called = officeTime(signed + chance.span(7 * DAY, 13 * DAY), chance);
    call(life, called, "ben ik nu klant?");
    survey(life, called + 2 * HOUR, "bellen-klant");
    if (chance.hit(0.08)) return null;
  }
  const welcome = starts + chance.span(0, 3 * HOUR);
  const read = mail(life, welcome, "welcome", 0.86) ?? welcome;
  survey(life, read + HOUR, "welkom");
  if (chance.hit(0.82)) firstLogin(life, daysLater(read, chance.between(1, 4), chance));
  return starts;
}
