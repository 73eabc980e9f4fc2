import { message } from "../../message/message.ts";
import {
  attributesOf,
  each,
  fieldsIn,
  filled,
  happened,
  textIn,
  timeIn,
  unfit,
  type Arrived,
  type Fields,
  type Reception,
} from "./arrival.ts";

/** Events in Spoor's own words: who did what, why, where, when and how. */
export function readOwn(body: Fields, reception: Reception): Arrived {
  const sent = timeIn(body, "sent");
  const items = Array.isArray(body["events"]) ? (body["events"] as unknown[]) : [body];
  return each(items, (item) => {
    const type = textIn(item, "type") || "event";
    if (type !== "event" && type !== "feedback" && type !== "person")
      return unfit(message("unknown-call", { type: type.slice(0, 40) }), item);
    if ("time" in item && timeIn(item, "time") === null)
      return unfit(message("time-unreadable", { column: "time" }), item);
    return {
      id: textIn(item, "id").slice(0, 100) || reception.newId(),
      type,
      time: happened(timeIn(item, "time"), sent, reception),
      ...filled({
        what: textIn(item, "what"),
        channel: textIn(item, "channel"),
        place: textIn(item, "place"),
        why: textIn(item, "why"),
        how: textIn(item, "how"),
        journey: textIn(item, "journey"),
        comment: textIn(item, "comment"),
      }),
      who: attributesOf(fieldsIn(item, "who")),
      attributes: attributesOf(fieldsIn(item, "scores"), fieldsIn(item, "attributes")),
    };
  });
}
