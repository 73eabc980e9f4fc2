import { message } from "../../message/message.ts";
import {
  attributesOf,
  each,
  fieldsIn,
  filled,
  happened,
  isFields,
  textIn,
  timeIn,
  unfit,
  withBadTime,
  type Arrived,
  type Fields,
  type Reception,
} from "./arrival.ts";

/** CloudEvents 1.0 in structured form, one or a batch; `subject` is the customer number. */
export function readCloudEvents(body: unknown, reception: Reception): Arrived {
  return each(Array.isArray(body) ? body : [body], (item) => {
    const [id, source, type] = ["id", "source", "type"].map((name) => textIn(item, name));
    if (!id || !source) return unfit(message("cloud-event-without-id"), item);
    if (!type) return unfit(message("nothing-happened"), item);
    const bad = withBadTime(item, "time");
    if (bad) return bad;
    const data = fieldsIn(item, "data");
    const who = fieldsIn(data, "who");
    return {
      // Ids are unique within their source only.
      id: `${source} ${id}`.slice(0, 400),
      type: "event",
      time: happened(timeIn(item, "time"), null, reception),
      what: type,
      ...filled({ place: textIn(data, "place"), channel: textIn(data, "channel") }),
      who: filled({
        ...attributesOf(who),
        customer: textIn(item, "subject") || textIn(who, "customer"),
      }),
      attributes: attributesOf(data),
    };
  });
}

/** A CloudEvent whose attributes stand in headers (`ce-id`, …) and whose data is the body. */
export function fromHeaders(headers: Readonly<Record<string, string>>, data: unknown): Fields {
  const attributes = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith("ce-") ? [[name.slice(3), decoded(value)] as const] : [],
  );
  return { ...Object.fromEntries(attributes), data: isFields(data) ? data : {} };
}

/** Headers carry what is not ASCII percent-encoded. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
