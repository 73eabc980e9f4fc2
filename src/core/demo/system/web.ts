import { isoUtc } from "../calendar.ts";
import { nextId, note, type Life } from "../life.ts";

/** Names of events as the web team chose them, and the page they happen on. */
const paths = {
  comparison_click: "/welkom",
  site_visited: "/",
  article_read: "/uitleg",
  reviews_read: "/beoordelingen",
  rates_viewed: "/tarieven",
  estimate_made: "/bereken",
  moving_form_error: "/overstappen/verhuizen",
  details_submitted: "/overstappen/gegevens",
  reading_asked: "/overstappen/meterstand",
  reading_submitted: "/overstappen/meterstand",
  contract_signed: "/overstappen/contract",
  contract_renewed: "/mijn/verlengen",
  help_viewed: "/hulp",
} as const;

export type WebEvent = keyof typeof paths;

/**
 * Web analytics: a cookie (of the shop's tablet, if used), a customer number once somebody is known,
 * a nested context, UTC.
 */
export function web(life: Life, at: number, event: WebEvent, tablet?: string): void {
  const { person, chance, tally } = life;
  const { aanleiding, opwek, ervaring, huishouden } = person.situation;
  let user = life.known ? `"${person.customer}"` : "null";
  if (!life.known && chance.hit(0.03)) {
    user = '"null"';
    tally.messed("nullIdentifiers");
  }
  const profile =
    person.index % 16 === 0
      ? "null"
      : `{"aanleiding":"${aanleiding}","opwek":"${opwek}","ervaring":"${ervaring}","huishouden":"${huishouden}"}`;
  const [first, second] = person.cookies;
  const cookie = second !== undefined && life.known && chance.hit(0.5) ? second : first;
  note(
    life,
    "web",
    at,
    { ...(tablet === undefined && { cookie }), ...(life.known && { customer: person.customer }) },
    `{"messageId":"${nextId(life, "w-")}","event":"${event}","anonymousId":"${tablet ?? cookie}","userId":${user},"timestamp":"${isoUtc(at)}","context":{"page":{"path":"${paths[event]}"},"device":"${chance.hit(0.55) ? "mobiel" : "computer"}","profile":${profile}}}`,
  );
}
