import { DAY, HOUR, MINUTE, SECOND } from "../calendar.ts";
import { strikes, type Life } from "../life.ts";
import { shops } from "../names.ts";
import { call } from "../system/calls.ts";
import { contractStatus, customerCard } from "../system/crm.ts";
import { mail } from "../system/mail.ts";
import { survey } from "../system/said.ts";
import { whatsapp } from "../system/talk.ts";
import { web } from "../system/web.ts";
import { awake, daysLater, officeTime } from "./moment.ts";

const STUCK = 0.45;

/** The moving form: nearly half of the movers get stuck. @returns when they go on; null when they leave. */
function movingForm(life: Life, start: number): number | null {
  const { chance } = life;
  if (!chance.hit(STUCK)) return start;
  web(life, start, "moving_form_error");
  if (strikes(life, "moving", true, start)) {
    const at = officeTime(start + chance.around(15 * HOUR, 0.5), chance);
    call(life, at, "verhuizing doorgeven");
    return at + chance.around(12 * MINUTE, 0.3);
  }
  return chance.hit(0.3) ? null : start + chance.around(4 * MINUTE);
}

/** Fills in who he is; from here on he is known. */
function details(life: Life, at: number, laboured: boolean): void {
  const { chance, tally } = life;
  life.known = true;
  const tablet = chance.hit(0.01);
  if (tablet) tally.messed("tabletVisits");
  web(
    life,
    at,
    "details_submitted",
    tablet ? `tablet-${chance.pick(shops).toLowerCase()}` : undefined,
  );
  customerCard(life, at + 2 * MINUTE);
  survey(life, at + 30 * SECOND, "gegevens", laboured);
}

/** Is asked for the meter reading. @returns when it is given; null when he leaves. */
function reading(life: Life, start: number): number | null {
  const { chance, person } = life;
  web(life, start, "reading_asked");
  const atHand = chance.hit(0.3);
  survey(life, start + 50 * SECOND, "meterstand", !atHand, atHand ? undefined : 0.2);
  if (strikes(life, "reading", person.persona.id === "pe_eerste", start)) return null;
  if (atHand) {
    const at = start + chance.around(3 * MINUTE);
    web(life, at, "reading_submitted");
    return at;
  }
  let at = awake(start + chance.around(1.2 * DAY, 0.7), chance);
  if (chance.hit(0.3)) {
    at = mail(life, start + DAY, "meter-reminder", 1) ?? at;
    at += chance.around(5 * HOUR);
  }
  if (chance.hit(0.15)) whatsapp(life, at, "meterstand");
  else web(life, at, "reading_submitted");
  return at;
}

/**
 * From the form to the signature.
 * @returns when the contract was signed; null when he leaves.
 */
export function apply(life: Life, decided: number): number | null {
  const { chance, person } = life;
  const start = chance.hit(0.3)
    ? daysLater(decided, 1, chance)
    : decided + chance.around(6 * MINUTE);
  const mover = person.persona.id === "pe_verhuizer";
  const filled = mover ? movingForm(life, start) : start;
  if (filled === null) return null;
  let at = filled + chance.around(9 * MINUTE, 0.3);
  details(life, at, filled !== start);
  if (chance.hit(0.04)) return null;

  const given = reading(life, at + chance.around(90 * SECOND));
  if (given === null) return null;
  const offered = given + chance.around(8 * MINUTE);
  at = mail(life, offered, "quote", 0.9) ?? offered + 2 * HOUR;
  if (chance.hit(0.07)) return null;
  if (chance.hit(0.04)) {
    at = officeTime(at + 3 * HOUR, chance);
    call(life, at, "vraag over offerte");
  }
  at = awake(at + chance.around(4 * HOUR, 0.8), chance);
  web(life, at, "contract_signed");
  survey(life, at + 3 * MINUTE, "contract");
  contractStatus(life, at + 10 * MINUTE, "in behandeling");
  return at;
}
