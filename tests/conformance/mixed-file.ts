import { Chance } from "../../src/core/demo/chance.ts";
import { Mapping } from "../../src/core/event/mapping.ts";

/** How the rows below become people, journeys, scores and what is said. */
export const mapping = Mapping.parse({
  spoor: "mapping/1",
  identity: { customer: { unique: true }, email: { limit: 5 }, phone: { limit: 5 } },
  journeys: { by: "gap", days: 20 },
  sources: [
    {
      name: "desk",
      format: "csv",
      rows: [
        {
          when: [{ column: "score", filled: false }],
          who: { customer: "customer", email: "email", phone: "phone" },
          what: "event",
          channel: "channel",
          time: "time",
          attributes: { region: "region" },
        },
        {
          kind: "feedback",
          when: [{ column: "score", filled: true }],
          who: { customer: "customer", email: "email", phone: "phone" },
          what: "event",
          time: "time",
          measures: [{ kind: "score", name: "CSAT", column: "score", scale: [1, 5] }],
          comment: "comment",
        },
      ],
    },
  ],
});

export const header = "customer,email,phone,event,channel,time,region,score,comment";

/**
 * Rows of a help desk: people known by any of three identifiers, households with one phone, scores with
 * comments, some rows twice, some unreadable. `part` 1 goes on with the people of part 0.
 */
export function mixedRows(part: 0 | 1, count: number): string[] {
  const chance = new Chance(7, part);
  const rows: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const who = chance.whole(400);
    const day = 1 + chance.whole(28);
    const month = 1 + chance.whole(6) + 6 * part;
    const two = (value: number) => String(value).padStart(2, "0");
    const time = chance.hit(0.01)
      ? "yesterday"
      : `2025-${two(month)}-${two(day)} ${two(chance.whole(24))}:${two(chance.whole(60))}:${two(chance.whole(60))}`;
    const event = chance.pick(["Ordered", "Called", "Wrote", "Paid", "Complained"]);
    const score = chance.hit(0.15);
    const row = [
      chance.hit(0.6) ? `c${who}` : "",
      chance.hit(0.6) ? `P${who}@Post.example` : "",
      chance.hit(0.4) ? `06 ${10_000_000 + (who >> 1)}` : "null",
      event,
      chance.pick(["web", "phone", "shop"]),
      time,
      chance.pick(["noord", "zuid", "Fryslân"]),
      score ? String(1 + chance.whole(5)) : "",
      score && chance.hit(0.5) ? `"Said ""${event}"", number ${i}"` : "",
    ].join(",");
    rows.push(row);
    if (chance.hit(0.02)) rows.push(row);
    if (chance.hit(0.005)) rows.push(row.slice(0, 12));
  }
  return rows;
}
