import { message } from "../../message/message.ts";
import {
  attributesOf,
  contactIn,
  each,
  fieldsIn,
  filled,
  happened,
  idIn,
  isFields,
  itemsIn,
  textIn,
  timeIn,
  unfit,
  withBadTime,
  withoutContact,
  type Arrival,
  type Arrived,
  type Fields,
  type Reception,
  type Unfit,
} from "./arrival.ts";
import { preferencesIn } from "./consents.ts";

const types = ["track", "page", "screen", "identify", "group", "alias"] as const;
type Type = (typeof types)[number];

/** A short route of the tracking API: `/v1/t` → `track`. */
export const shortTypes: Readonly<Record<string, Type>> = {
  t: "track",
  p: "page",
  s: "screen",
  i: "identify",
  g: "group",
  a: "alias",
};

/** The calls in a body of the tracking API (Segment specification): a batch, or one call of `type`. */
export function readTracking(body: Fields, type: Type | null, reception: Reception): Arrived {
  const sent = timeIn(body, "sentAt");
  const context = fieldsIn(body, "context");
  return each(itemsIn(body, "batch"), (item) => readCall(item, type, sent, context, reception));
}

function readCall(
  item: Fields,
  given: Type | null,
  batchSent: number | null,
  batchContext: Fields,
  reception: Reception,
): Arrival | Unfit {
  const told = textIn(item, "type");
  const type = types.find((one) => one === (told === "" ? given : told));
  if (!type) return unfit(message("unknown-call", { type: told.slice(0, 40) }), item);
  const bad = withBadTime(item, "timestamp");
  if (bad) return bad;
  const said = timeIn(item, "timestamp") ?? timeIn(item, "originalTimestamp");
  const time = happened(said, timeIn(item, "sentAt") ?? batchSent, reception);
  const context = { ...batchContext, ...fieldsIn(item, "context") };
  const traits = { ...fieldsIn(context, "traits"), ...fieldsIn(item, "traits") };
  const base = {
    id: idIn(item, "messageId", reception),
    time,
    who: people(item, type, traits),
    ...preferencesIn(context),
  };
  switch (type) {
    case "track":
    case "page":
    case "screen": {
      const properties = fieldsIn(item, "properties");
      const what = type === "track" ? textIn(item, "event") : nameOf(item, properties) || type;
      return {
        ...base,
        type: "event",
        what,
        ...filled({ channel: channelOf(type, context), place: placeOf(properties, context) }),
        attributes: { ...surroundings(context), ...attributesOf(properties) },
      };
    }
    case "identify":
    case "alias":
      return { ...base, type: "person", attributes: attributesOf(withoutContact(traits)) };
    case "group": {
      const group = textIn(item, "groupId");
      return {
        ...base,
        type: "person",
        attributes: {
          ...attributesOf(withoutContact(fieldsIn(item, "traits"))),
          ...filled({ group }),
        },
      };
    }
  }
}

/** Who it was. An alias of somebody to himself says nothing new. */
function people(item: Fields, type: Type, traits: Fields): Record<string, string> {
  const customer = textIn(item, "userId");
  const previous = type === "alias" ? textIn(item, "previousId") : "";
  const contact = type === "group" ? {} : traits;
  return filled({
    customer,
    cookie: textIn(item, "anonymousId"),
    formerly: previous === customer ? "" : previous,
    ...contactIn(contact),
  });
}

function nameOf(item: Fields, properties: Fields): string {
  return textIn(item, "name") || textIn(properties, "name");
}

function channelOf(type: Type, context: Fields): string {
  if (type === "screen") return "app";
  if (type === "page" || Object.keys(fieldsIn(context, "page")).length > 0) return "web";
  return isFields(context["app"]) && isFields(context["os"]) ? "app" : "";
}

function placeOf(properties: Fields, context: Fields): string {
  return (textIn(properties, "path") || textIn(fieldsIn(context, "page"), "path")).slice(0, 300);
}

/** What of the surroundings of a call is worth filtering on; the address of a device is not kept. */
function surroundings(context: Fields): Record<string, string> {
  const campaign = fieldsIn(context, "campaign");
  return filled({
    campaign: textIn(campaign, "name").slice(0, 200),
    "campaign source": textIn(campaign, "source").slice(0, 200),
    "campaign medium": textIn(campaign, "medium").slice(0, 200),
    language: textIn(context, "locale").slice(0, 40),
    device: textIn(fieldsIn(context, "device"), "type").slice(0, 40),
    "operating system": textIn(fieldsIn(context, "os"), "name").slice(0, 40),
  });
}
