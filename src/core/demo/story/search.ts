import { DAY, HOUR, MINUTE, SECOND } from "../calendar.ts";
import { shops } from "../names.ts";
import { strikes, type Life } from "../life.ts";
import { shopVisit } from "../system/paper.ts";
import { forumPost, survey } from "../system/said.ts";
import { chat } from "../system/talk.ts";
import { web } from "../system/web.ts";
import { daysLater, evening, officeTime } from "./moment.ts";

const VIA_COMPARISON = { pe_eerste: 0.6, pe_zon: 0.55, pe_prijs: 0.86, pe_verhuizer: 0.4 } as const;

/** One visit to the site, ending at the rates. @returns when the rates were seen. */
function visit(life: Life, start: number): number {
  const { chance } = life;
  let at = start;
  web(life, at, "site_visited");
  for (let reads = chance.whole(4); reads > 0; reads -= 1) {
    at += chance.around(50 * SECOND);
    web(life, at, chance.pick(["article_read", "article_read", "reviews_read"]));
  }
  at += chance.around(2 * MINUTE);
  if (chance.hit(0.35)) {
    web(life, at, "estimate_made");
    at += chance.around(90 * SECOND);
  }
  web(life, at, "rates_viewed");
  return at;
}

/**
 * Looks around, compares, asks in the chat or in a shop.
 * @returns when he decides to switch; null when he leaves.
 */
export function search(life: Life, start: number): number | null {
  const { chance, person } = life;
  let at = start;
  if (chance.hit(VIA_COMPARISON[person.persona.id])) {
    web(life, at, "comparison_click");
    if (chance.hit(0.11)) return null;
    at += chance.around(5 * MINUTE);
  }
  at = visit(life, at);
  while (chance.hit(0.42)) at = visit(life, daysLater(at, chance.between(1, 6), chance));
  survey(life, at + 20 * SECOND, "tarieven", person.persona.id === "pe_prijs");
  if (strikes(life, "price", person.persona.id === "pe_prijs", at)) return null;

  if (chance.hit(0.26)) {
    at += chance.around(3 * MINUTE);
    const late = evening(at);
    const wait = chance.around((late ? 12 : 1.5) * MINUTE, 0.4);
    chat(life, at, late, Math.round(wait / SECOND));
    const gone = strikes(life, "chat", late, at);
    survey(life, at + wait + 6 * MINUTE, "chat", late);
    if (gone) return null;
    at += wait + chance.around(5 * MINUTE);
  }
  if (chance.hit(0.05)) {
    at = officeTime(at + chance.span(0.5 * DAY, 4 * DAY), chance);
    shopVisit(life, at, chance.pick(shops));
    survey(life, at + 26 * HOUR, "winkel");
    at = daysLater(at, 1, chance);
  } else if (chance.hit(0.03)) {
    at += chance.around(HOUR);
    forumPost(life, at);
    at = daysLater(at, 2, chance);
  }
  return at;
}
