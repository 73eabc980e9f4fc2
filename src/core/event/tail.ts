import { z } from "zod";
import { maskIdentifier } from "../identity/mask.ts";
import { Message, message } from "../message/message.ts";
import { isFields, type Fields } from "./arrive/arrival.ts";

/** One thing that a source just told, as it may be watched: without anything that tells who it was. */
export const TailEvent = z.strictObject({
  type: z.literal("told"),
  /** When it came in. */
  at: z.string(),
  kind: z.enum(["event", "feedback", "person", "line", "unfit"]),
  what: z.string(),
  channel: z.string(),
  /** When it happened; null where that is not known before it is read. */
  time: z.string().nullable(),
  who: z.array(z.strictObject({ kind: z.string(), value: z.string() })),
  /** Names of what else it says; the values stay where they are. */
  fields: z.array(z.string()),
  /** Why it was set aside. */
  reason: Message.nullable(),
});
export type TailEvent = z.infer<typeof TailEvent>;

/** So much of a text or a list is shown. */
const [SHOWN, FIELDS] = [120, 24];
const kinds = ["event", "feedback", "person"] as const;

/** A line as a live source tells it. @example tailOf('{"what":"Call","type":"event",…}', Date.now()) */
export function tailOf(line: string, at: number): TailEvent {
  const item: unknown = JSON.parse(line);
  const fields = isFields(item) ? item : {};
  const kind = kinds.find((each) => each === fields["type"]);
  const base = { type: "told", at: new Date(at).toISOString(), reason: null } as const;
  // The own form has who it was apart; in that of a tool a name can stand anywhere.
  if (kind === undefined || !isFields(fields["who"]) || typeof fields["time"] !== "number")
    return {
      ...base,
      kind: "line",
      what: "",
      channel: "",
      time: null,
      who: [],
      fields: namesIn(fields),
    };
  return {
    ...base,
    kind,
    what: shown(fields["what"]),
    channel: shown(fields["channel"]),
    time: new Date(fields["time"]).toISOString(),
    who: Object.entries(fields["who"])
      .slice(0, FIELDS)
      .map(([of, value]) => ({ kind: of.slice(0, SHOWN), value: maskIdentifier(String(value)) })),
    fields: isFields(fields["attributes"]) ? namesIn(fields["attributes"]) : [],
  };
}

/** What could not be made a line: only why. */
export function tailOfUnfit(reason: Message, at: number): TailEvent {
  return {
    type: "told",
    at: new Date(at).toISOString(),
    kind: "unfit",
    what: "",
    channel: "",
    time: null,
    who: [],
    fields: [],
    reason: reason.key === "verbatim" ? message("fits-no-kind") : reason,
  };
}

function namesIn(fields: Fields): string[] {
  return Object.keys(fields)
    .slice(0, FIELDS)
    .map((name) => scrubbed(name.slice(0, SHOWN)));
}

function shown(value: unknown): string {
  return typeof value === "string" ? scrubbed(value.slice(0, SHOWN)) : "";
}

/** Addresses and long numbers in what should be a name of something, masked too. */
function scrubbed(text: string): string {
  return text.replaceAll(/\S+@\S+|\+?\d[\d\s()-]{5,}\d/g, maskIdentifier);
}
