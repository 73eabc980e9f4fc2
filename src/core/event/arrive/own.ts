import { message } from "../../message/message.ts";
import {
  attributesOf,
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
  type Arrived,
  type Fields,
  type Reception,
} from "./arrival.ts";
import { consentsIn } from "./consents.ts";

/** Events in Spoor's own words: who did what, why, where, when and how. */
export function readOwn(body: Fields, reception: Reception): Arrived {
  const sent = timeIn(body, "sent");
  return each(itemsIn(body, "events"), (item) => {
    const type = textIn(item, "type") || "event";
    if (type !== "event" && type !== "feedback" && type !== "person" && type !== "consent")
      return unfit(message("unknown-call", { type: type.slice(0, 40) }), item);
    const bad = withBadTime(item, "time");
    if (bad) return bad;
    const said = consentsIn(fieldsIn(item, "consents"));
    if ("reason" in said) return unfit(said.reason, item);
    return {
      id: idIn(item, "id", reception),
      // What somebody says about consent is no step of a journey.
      type: type === "consent" ? "person" : type,
      ...said,
      ...filled({ consentText: textIn(item, "text"), consentHow: textIn(item, "how") }),
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
