import { message, type Message } from "../../message/message.ts";
import { instant } from "../../instant.ts";

/**
 * What a client told of a customer while it happened, in one form whatever the client's own: a line
 * of a live source. Its mapping reads it as it reads the lines of a file.
 */
export type Arrival = {
  /** What the client calls this event for good: the same again counts once. */
  readonly id: string;
  readonly type: "event" | "feedback" | "person";
  /** Epoch milliseconds, by the clock of the server. */
  readonly time: number;
  readonly what?: string;
  readonly channel?: string;
  readonly place?: string;
  readonly why?: string;
  readonly how?: string;
  readonly journey?: string;
  readonly comment?: string;
  /** Kind of identifier → value. */
  readonly who: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, string>>;
  /** Purpose → what he said about it. */
  readonly consents?: Readonly<Record<string, "yes" | "no">>;
  /** Version of the text that he saw when he said it, and the way in which he did. */
  readonly consentText?: string;
  readonly consentHow?: string;
};

/** What cannot be made an arrival, and why; it is kept to be looked at. */
export type Unfit = { readonly reason: Message; readonly raw: string };

/** What became of the items of a request, in their order. */
export type Arrived = readonly (Arrival | Unfit)[];

export function isUnfit(one: Arrival | Unfit): one is Unfit {
  return "reason" in one;
}

/** When a request came in, and how an id is drawn for what has none. */
export type Reception = {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly newId: () => string;
};

/** So much of what cannot be read is kept. */
const KEPT = 8 * 1024;

export function unfit(reason: Message, item: unknown): Unfit {
  return { reason, raw: written(item).slice(0, KEPT) };
}

/** An item as it came; one that is nested without end has no text. */
function written(item: unknown): string {
  try {
    return typeof item === "string" ? item : JSON.stringify(item ?? null);
  } catch (error) {
    if (error instanceof RangeError) return "[…]";
    throw error;
  }
}

/** Runs `read` for an item; one that is no object is unfit whatever it says. */
export function each(items: readonly unknown[], read: (item: Fields) => Arrival | Unfit): Arrived {
  return items.map((item) => (isFields(item) ? read(item) : unfit(message("not-an-object"), item)));
}

/** An object of a stranger: each value may be anything. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object in a field; none where there is something else. */
export function fieldsIn(item: Fields, name: string): Fields {
  const value = own(item, name);
  return isFields(value) ? value : {};
}

/** A field as text, trimmed: empty for what is not there or is no single value. */
export function textIn(item: Fields, name: string): string {
  return scalar(own(item, name)).trim();
}

function own(item: Fields, name: string): unknown {
  return Object.hasOwn(item, name) ? item[name] : undefined;
}

function scalar(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** Most attributes that an event keeps, and most characters of one. */
const ATTRIBUTES = 200;
const LONGEST = 1000;

/** The single values of an object, as attributes; what they hold deeper is left out. */
export function attributesOf(...objects: readonly Fields[]): Record<string, string> {
  const found: [string, string][] = [];
  for (const object of objects)
    for (const [name, value] of Object.entries(object)) {
      const text = scalar(value).trim();
      if (text !== "" && name !== "" && name.length <= LONGEST)
        found.push([name, text.slice(0, LONGEST)]);
    }
  return Object.fromEntries(found.slice(0, ATTRIBUTES));
}

/** Largest line, as its JSON; the trackers in use have the same limit. */
const BYTES = 32 * 1024;

/** What arrived as a line of JSON; unfit when it is too large. */
export function lineOf(arrived: Arrival | Fields): string | Unfit {
  const line = JSON.stringify(arrived);
  return line.length > BYTES ? unfit(message("event-too-large", { bytes: BYTES }), arrived) : line;
}

/** Only what says something. */
export function filled(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
}

/** A time as clients write it, text or a number of milliseconds or seconds; null when it is none. */
export function timeIn(item: Fields, name: string): number | null {
  const value = own(item, name);
  if (typeof value === "string") return instant(value);
  if (typeof value !== "number" || !Number.isFinite(value) || value <= 0) return null;
  return Math.round(value < 1e11 ? value * 1000 : value);
}

/** Unfit when a time is given that cannot be read; null when it can, or is not there. */
export function withBadTime(item: Fields, name: string): Unfit | null {
  return name in item && timeIn(item, name) === null
    ? unfit(message("time-unreadable", { column: name }), item)
    : null;
}

/** What the client calls the event for good; drawn where it calls it nothing. */
export function idIn(item: Fields, name: string, { newId }: Reception): string {
  return textIn(item, name).slice(0, 100) || newId();
}

/** The items of a batch, or the body itself where it is one. */
export function itemsIn(body: Fields, name: string): readonly unknown[] {
  const items = body[name];
  return Array.isArray(items) ? items : [body];
}

/** E-mail and telephone stand among the identifiers, not among what one filters on. */
export function contactIn(traits: Fields): { readonly email: string; readonly phone: string } {
  return { email: textIn(traits, "email"), phone: textIn(traits, "phone") };
}

export function withoutContact(traits: Fields): Fields {
  return Object.fromEntries(
    Object.entries(traits).filter(([name]) => name !== "email" && name !== "phone"),
  );
}

/** Nothing happens after it is told: a clock that runs ahead is set back to the arrival. */
const AHEAD = 60_000;

/**
 * When something happened, by the server's clock. A client that says when it sent corrects its own
 * clock by that (`received − (sent − said)`, the rule of the Segment specification); history, which is
 * told without, is taken as it stands.
 */
export function happened(said: number | null, sent: number | null, { at }: Reception): number {
  if (said === null) return at;
  const corrected = sent === null ? said : at - (sent - said);
  return corrected > at + AHEAD ? at : corrected;
}
