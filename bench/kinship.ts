import { z } from "zod";
import { must } from "../src/core/assert.ts";
import type { RawPerson } from "../src/core/identity/person-record.ts";
import { SURE } from "../src/core/identity/probable-link.ts";
import { findLinks } from "../src/engine/identity/probable/find.ts";
import { literal } from "../src/engine/literal.ts";
import { openEngine } from "../src/engine/open.ts";
import { syntheticPeople } from "./people.ts";

type Outcome = { readonly seconds: number; readonly told: string };

const LISTED_AT_ONCE = 50_000;

/** The person behind a record; the truth stands in its name. */
const personOf = (ref: string) => Number(ref.slice(0, ref.indexOf("-")));

/** Synthetic people, with the seconds that making them took and the pairs of one person among them. */
function planted(records: number) {
  let copies = new Uint8Array(1 << 16);
  let seconds = 0;
  return {
    async *people(): AsyncGenerator<readonly RawPerson[]> {
      const source = syntheticPeople(records);
      for (;;) {
        const start = performance.now();
        const { value, done } = await source.next();
        if (done) return;
        for (const { ref } of value) {
          const person = personOf(ref);
          if (person >= copies.length) {
            const wider = new Uint8Array(Math.max(copies.length * 2, person + 1));
            wider.set(copies);
            copies = wider;
          }
          copies[person]! += 1;
        }
        seconds += (performance.now() - start) / 1000;
        yield value;
      }
    },
    seconds: () => seconds,
    truePairs: () => copies.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0),
  };
}

function scores(what: string, right: number, listed: number, all: number): string {
  return `${what} precision ${(right / listed).toFixed(4)} recall ${(right / all).toFixed(4)}`;
}

/** Probable links among synthetic people, measured against the truth planted in them. */
export async function probably(folder: string, records: number): Promise<Outcome> {
  await using engine = await openEngine({ path: folder });
  const source = planted(records);
  const start = performance.now();
  const before = process.cpuUsage();
  await using found = await findLinks(engine, { name: "bench", people: source.people() });
  const seconds = (performance.now() - start) / 1000 - source.seconds();
  const { user, system } = process.cpuUsage(before);
  const most = (process.resourceUsage().maxRSS * 1024) / 1e6;
  const likely = { right: 0, listed: 0 };
  const certain = { right: 0, listed: 0 };
  const sure = { right: 0, listed: 0 };
  for (let offset = 0; ; offset += LISTED_AT_ONCE) {
    const links = await found.list({ limit: LISTED_AT_ONCE, offset });
    for (const { a, b, probability, standing } of links) {
      const right = personOf(a) === personOf(b) ? 1 : 0;
      for (const [tally, counts] of [
        [likely, true],
        [certain, probability >= SURE],
        [sure, standing === "sure"],
      ] as const) {
        if (!counts) continue;
        tally.right += right;
        tally.listed += 1;
      }
    }
    if (links.length < LISTED_AT_ONCE) break;
  }
  const all = source.truePairs();
  const pairs = found.rules.reduce((sum, rule) => sum + rule.pairs, 0);
  const leftOut = found.rules.filter((rule) => rule.leftOut > 0);
  return {
    seconds,
    told: [
      `${found.records} records, ${all} true pairs, ${Math.round(pairs)} compared`,
      `${Math.round((user + system) / 1e6)} s of processor, ${Math.round(most)} MB until listed`,
      scores("sure", sure.right, sure.listed, all),
      scores(`p ≥ ${SURE}`, certain.right, certain.listed, all),
      scores("p ≥ 0.5", likely.right, likely.listed, all),
      ...leftOut.map(({ rule, leftOut: left }) => `${left} left out by ${rule}`),
    ].join("; "),
  };
}

/** What plain equality finds: the same text in these columns, and none of them empty. */
export async function byEquality(
  folder: string,
  records: number,
  columns: readonly ("email" | "surname" | "birth")[],
): Promise<Outcome> {
  await using engine = await openEngine({ path: folder });
  const { intake } = engine;
  await intake.run(
    `CREATE TABLE plain (ref String, ${columns.map((name) => `${name} String`).join(", ")})
    ENGINE = MergeTree ORDER BY (${columns.join(", ")})`,
  );
  const source = planted(records);
  const start = performance.now();
  for await (const people of source.people()) {
    const rows = people.map((person) => {
      const cells = columns.map((name) => literal((person[name] ?? "").toLowerCase()));
      return `(${[literal(person.ref), ...cells].join(",")})`;
    });
    if (rows.length > 0) await intake.run(`INSERT INTO plain VALUES ${rows.join(",")}`);
  }
  const person = (end: string) => `substringIndex(${end}.ref, '-', 1)`;
  const rows = await intake.rows(
    z.object({ pairs: z.number(), right: z.number() }),
    `SELECT toUInt32(count()) AS pairs, toUInt32(countIf(${person("a")} = ${person("b")})) AS right
    FROM plain AS a JOIN plain AS b USING (${columns.join(", ")})
    WHERE a.ref < b.ref AND ${columns.map((name) => `a.${name} != ''`).join(" AND ")}`,
  );
  const seconds = (performance.now() - start) / 1000 - source.seconds();
  const { pairs, right } = must(rows[0], "the equal pairs");
  return { seconds, told: scores(`${records} records`, right, pairs, source.truePairs()) };
}
