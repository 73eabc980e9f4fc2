import { consentKept, keepConsent, read, write } from "./consent.ts";
import { newId, type Event, type Values, type Words } from "./event.ts";
import { createQueue } from "./queue.ts";
import { watch } from "./watch.ts";

/**
 * The collector for a page:
 * `<script async src="https://…/spoor.js" data-key="spw_…"></script>`
 *
 * Nothing is sent and nothing kept in the browser before `spoor.consent(true)`, unless the script says
 * `data-consent="given"`. `data-watch="off"` tells only what the page tells itself. `data-follows="statistics"`
 * says for which purpose visitors are followed: what they say about it by `spoor.consent({ … })` decides.
 */
const script = document.currentScript;
const told = script instanceof HTMLScriptElement ? script.dataset : {};
const from = script instanceof HTMLScriptElement ? script.src : location.href;
const address = new URL("/api/events", from);
address.searchParams.set("key", told["key"] ?? "");

const queue = createQueue(address.href);
const DEVICE = "spoor.device";
const CUSTOMER = "spoor.customer";
let device = newId();
let customer: string | null = null;

/** Says that something happened: `spoor.track("Rate chosen", { rate: "green" })`. */
function track(what: string, attributes: Values = {}): void {
  tell("event", { what, channel: "web", place: location.pathname }, attributes);
}

/** Says who it is, once that is known: `spoor.identify("klant-77")`. Null for who signs out. */
function identify(who: string | null, attributes: Values = {}): void {
  customer = who;
  if (agreed()) write(CUSTOMER, who ?? "");
  if (who !== null) tell("person", {}, attributes);
}

/**
 * Says what the visitor agrees to; he can change his mind as easily. `spoor.consent(true)`: to be followed.
 * `spoor.consent({ marketing: true }, { text: "2026-11" })`: per purpose, with the version of the text that
 * he saw. His word is told also when he is not followed, once it is known who he is.
 */
function consent(said: boolean | Words, { text = "", how = "page" } = {}): void {
  if (typeof said === "boolean") return follow(said);
  const was = agreed();
  const follows = said[told["follows"] ?? ""];
  if (follows === true) follow(true);
  const word: Partial<Event> = { consents: said, text, how };
  // Who is followed on no ground but this is told of by the cookie that goes.
  if (agreed() ? follows !== false : customer === null && !was) tell("consent", word, {});
  else
    void queue.once(made("consent", { ...word, who: { cookie: was ? device : null, customer } }));
  if (follows === false) follow(false);
}

function follow(agrees: boolean): void {
  keepConsent(agrees ? "yes" : "no");
  if (!agrees) return queue.shut();
  begin();
}

function tell(type: Event["type"], said: Partial<Event>, attributes: Values): void {
  queue.add(made(type, { ...said, attributes }));
}

function made(type: Event["type"], said: Partial<Event>): Event {
  const who = { cookie: device, customer };
  return { id: newId(), type, time: new Date().toISOString(), who, attributes: {}, ...said };
}

/** Where the visitor came from, as the links of campaigns say it. */
function campaign(): Values {
  const asked = new URLSearchParams(location.search);
  const host = URL.canParse(document.referrer) ? new URL(document.referrer).host : "";
  return {
    campaign: asked.get("utm_campaign"),
    "campaign source": asked.get("utm_source"),
    "campaign medium": asked.get("utm_medium"),
    ...(host !== location.host && { referrer: host }),
  };
}

function agreed(): boolean {
  return consentKept() === "yes" || (told["consent"] === "given" && consentKept() !== "no");
}

/** From here on the browser is known again at the next page. */
function begin(): void {
  device = read(DEVICE) || device;
  customer ??= read(CUSTOMER) || null;
  write(DEVICE, device);
  queue.open();
}

if (agreed()) begin();
else if (consentKept() === "no") queue.shut();
if (told["watch"] !== "off")
  watch({
    page: () => track("page", { title: document.title.slice(0, 200), ...campaign() }),
    click: (name) => track("click", { name }),
    form: (name) => track("form sent", { name }),
  });
addEventListener("visibilitychange", queue.flush);
addEventListener("online", queue.flush);

Object.assign(globalThis, { spoor: { track, identify, consent } });
