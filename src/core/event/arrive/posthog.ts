import { message } from "../../message/message.ts";
import {
  attributesOf,
  contactIn,
  each,
  fieldsIn,
  filled,
  happened,
  idIn,
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

/** Captured pages and screens go by the name that people know them by. */
const names: Readonly<Record<string, string>> = { $pageview: "page", $screen: "screen" };

/** The events in a body of PostHog's capture API: a batch, or one event. */
export function readPosthog(body: Fields, reception: Reception): Arrived {
  const sent = timeIn(body, "sent_at");
  return each(itemsIn(body, "batch"), (item) => readEvent(item, sent, reception));
}

function readEvent(item: Fields, sent: number | null, reception: Reception): Arrival | Unfit {
  const event = textIn(item, "event");
  if (event === "") return unfit(message("nothing-happened"), item);
  const bad = withBadTime(item, "timestamp");
  if (bad) return bad;
  const properties = fieldsIn(item, "properties");
  const base = {
    id: idIn(item, "uuid", reception),
    time: happened(timeIn(item, "timestamp"), sent, reception),
    who: people(item, event, properties),
  };
  const told = Object.fromEntries(
    Object.entries(properties).filter(([name]) => !name.startsWith("$")),
  );
  const set = { ...fieldsIn(properties, "$set_once"), ...fieldsIn(properties, "$set") };
  if (event === "$identify" || event === "$create_alias" || event === "$set")
    return { ...base, type: "person", attributes: attributesOf(withoutContact(set)) };
  if (event === "$groupidentify")
    return {
      ...base,
      type: "person",
      attributes: attributesOf(fieldsIn(properties, "$group_set")),
    };
  return {
    ...base,
    type: "event",
    what: names[event] ?? event,
    ...filled({
      channel: event === "$screen" ? "app" : textIn(properties, "$current_url") === "" ? "" : "web",
      place: textIn(properties, "$pathname").slice(0, 300),
    }),
    attributes: attributesOf(told),
  };
}

/** One id stands for a known customer and for a device alike; that of a device says so itself. */
function people(item: Fields, event: string, properties: Fields): Record<string, string> {
  const id = textIn(item, "distinct_id") || textIn(properties, "distinct_id");
  const device = textIn(properties, "$device_id");
  const set = { ...fieldsIn(properties, "$set_once"), ...fieldsIn(properties, "$set") };
  const formerly = event === "$create_alias" ? textIn(properties, "alias") : "";
  return filled({
    customer: id === device ? "" : id,
    cookie: id === device ? id : textIn(properties, "$anon_distinct_id") || device,
    formerly: formerly === id ? "" : formerly,
    ...contactIn(set),
  });
}
