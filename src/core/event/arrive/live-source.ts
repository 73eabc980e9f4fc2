import type { RowKind, Source } from "../mapping.ts";

/** What all kinds of arrivals have in common. */
const common: Omit<RowKind, "kind"> = {
  id: ["id"],
  time: "time",
  who: {
    customer: ["who.customer", "who.formerly"],
    cookie: "who.cookie",
    device: "who.device",
    account: "who.account",
    email: "who.email",
    phone: "who.phone",
  },
  rest: ["attributes"],
};

const step: Partial<RowKind> = {
  what: "what",
  channel: "channel",
  place: "place",
  why: "why",
  how: "how",
  journey: "journey",
};

/**
 * The mapping of a live source as it is made: an arrival says itself what it is. It can be changed as
 * that of a file can, to rename events, or to take an amount or a score out of the attributes.
 */
export function liveSource(name: string): Source {
  return {
    name,
    files: "*",
    format: "jsonl",
    rows: [
      { kind: "event", when: [{ column: "type", in: ["event"] }], ...common, ...step },
      {
        kind: "feedback",
        when: [{ column: "type", in: ["feedback"] }],
        ...common,
        what: "what",
        channel: "channel",
        journey: "journey",
        comment: "comment",
        measures: [
          { kind: "score", name: "NPS", column: "attributes.nps", scale: [0, 10] },
          { kind: "score", name: "CSAT", column: "attributes.csat", scale: [1, 5] },
          { kind: "score", name: "CES", column: "attributes.ces", scale: [1, 7] },
        ],
      },
      { kind: "person", when: [{ column: "type", in: ["person"] }], ...common },
    ],
  };
}
