import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { JourneyCut } from "../../core/event/mapping.ts";
import { derive } from "../event/derive.ts";
import { openEngine } from "../open.ts";
import type { Engine } from "../port.ts";
import { eraseRows } from "./erase.ts";
import { dropOldParts } from "./old-parts.ts";
import { findRemains } from "./remains.ts";
import { siftOf } from "./sift.ts";
import { subjectOf, type Subject } from "./subject.ts";
import { countSuppressed } from "./suppressed.ts";
import { layTombstones } from "./tombstone.ts";

let engine: Engine;
let folder: string;
let ws = 0;
let imports = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spoor-erase-"));
  engine = await openEngine({ path: folder });
}, 60_000);
afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
}, 60_000);

const identity = { customer: { unique: true }, phone: { limit: 2 } };
const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

type Row = {
  readonly n: number;
  readonly day: number;
  readonly event: string;
  readonly who: readonly (readonly [kind: string, value: string])[];
  readonly journey?: string;
  readonly comment?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly problem?: string;
  readonly kind?: "event" | "person";
};

/** Rows as a load makes them, sifted as it does; what of them is there already stays out. */
async function come(space: number, rows: readonly Row[]): Promise<Ledger> {
  const sift = await siftOf(engine, { ws: space, terms: [], now: START + 400 * DAY });
  const batch = (imports += 1);
  const text = (value: string) => `'${value}'`;
  const at = { ws: space, import: batch };
  const values = rows.map(
    ({
      n,
      day,
      event,
      who,
      journey = "",
      comment = "",
      attributes = {},
      problem = "",
      kind = "event",
    }) =>
      `SELECT ${space} AS ws, ${batch} AS import, 's' AS source, 'f' AS file, ${n} AS row, ${n} AS line, 0 AS rule,
        '${kind}' AS kind, toUInt64(${n}) AS id, ${kind === "person" ? "NULL" : `fromUnixTimestamp64Milli(toInt64(${START + day * DAY}), 'UTC')`} AS time,
        ${text(event)} AS event, 'web' AS channel, ${text(journey)} AS journey,
        [${who.map(([k, v]) => `(${text(k)}, ${text(v)})`).join(",")}]::Array(Tuple(String, String)) AS who,
        CAST(map(${Object.entries(attributes).flat().map(text).join(",")}), 'Map(String, String)') AS attributes,
        ${text(comment)} AS comment, ${text(problem)} AS problem,
        ${text(problem === "" ? "" : `{"mail":"${who[0]?.[1] ?? ""}"}`)} AS raw`,
  );
  const columns =
    "ws, import, source, file, row, line, rule, kind, id, time, event, channel, journey, who, attributes, comment, problem, raw";
  const known = await counted(`SELECT count() FROM event WHERE ws = ${space}`);
  const fresh = `SELECT * FROM (${values.join(" UNION ALL ")}) WHERE id NOT IN (SELECT id FROM event WHERE ws = ${space})`;
  const duplicate = rows.length - (await counted(`SELECT count() FROM (${fresh})`));
  const before = await counted(`SELECT count() FROM quarantine WHERE ws = ${space}`);
  const test = sift?.test(new Set(columns.split(", "))) ?? "0";
  await engine.intake.run(
    `INSERT INTO sift (${columns}, suppressed) SELECT ${columns}, ${test} AS suppressed FROM (${fresh})`,
  );
  const suppressed = await countSuppressed(engine, at);
  return {
    received: rows.length,
    stored: (await counted(`SELECT count() FROM event WHERE ws = ${space}`)) - known,
    duplicate,
    quarantined: (await counted(`SELECT count() FROM quarantine WHERE ws = ${space}`)) - before,
    suppressed,
  };
}
type Ledger = Record<"received" | "stored" | "duplicate" | "quarantined" | "suppressed", number>;

async function counted(sql: string): Promise<number> {
  const rows = await engine.analysis.rows(
    z.object({ n: z.coerce.number() }),
    `SELECT (${sql}) AS n`,
  );
  return rows[0]!.n;
}

let cut: JourneyCut = { by: "person" };
async function build(space: number): Promise<void> {
  await derive(engine, { ws: space, imports: null, settings: { identity, journeys: cut } });
}

async function erase(
  space: number,
  kind: string,
  value: string,
  until = START + 365 * DAY,
): Promise<Subject> {
  const subject = await subjectOf(engine, {
    ws: space,
    people: [],
    identifiers: [{ kind, value }],
  });
  await layTombstones(engine, subject, { erasure: 1, until });
  const { anew } = await eraseRows(engine, subject);
  if (anew) await build(space);
  return subject;
}

/** All that is known of everybody, without ids of builds. */
async function all(space: number): Promise<unknown> {
  const ask = (sql: string) => engine.analysis.rows(z.unknown(), sql);
  return {
    journeys: await ask(
      `WITH (SELECT (groupArray(code), groupArray(event)) FROM touchpoint WHERE ws = ${space}) AS names
      SELECT journey, person, start, end, arrayMap(c -> transform(c, names.1, names.2, ''), steps) AS steps, waits, traits, comments.text
      FROM journey FINAL WHERE ws = ${space} ORDER BY journey`,
    ),
    links: await ask(
      `SELECT identifier, person FROM link FINAL WHERE ws = ${space} ORDER BY identifier`,
    ),
    events: await ask(
      `SELECT row, who, comment, attributes FROM event WHERE ws = ${space} ORDER BY row`,
    ),
    identifiers: await ask(
      `SELECT DISTINCT hash FROM identifier WHERE ws = ${space} ORDER BY hash`,
    ),
  };
}

const row = (n: number, more: Partial<Row>): Row => ({
  n,
  day: n % 40,
  event: "a",
  who: [],
  ...more,
});
const jan = [
  ["email", "jan@voorbeeld.nl"],
  ["customer", "100042"],
] as const;
const piet = [["email", "piet@voorbeeld.nl"]] as const;

test("what is known of somebody goes from every table, and comes back with no replay", async () => {
  const space = (ws += 1);
  const rows = [
    row(1, { who: jan, comment: "mail jan@voorbeeld.nl", attributes: { name: "Jan Jansen" } }),
    row(2, { who: [["email", "jan@voorbeeld.nl"]], event: "b" }),
    row(3, { who: piet, comment: "Bel Jan@Voorbeeld.nl of 100042." }),
    row(4, { who: [], journey: "", event: "b", problem: "x" }),
    row(5, { who: [["email", "jan@voorbeeld.nl"]], problem: "time-unreadable" }),
    row(6, { who: jan, kind: "person", attributes: { city: "Delft" } }),
  ];
  await come(space, rows);
  await build(space);
  const subject = await erase(space, "email", "JAN@voorbeeld.nl ");
  expect(subject.identifiers.map(({ kind, value }) => [kind, value])).toEqual([
    ["email", "jan@voorbeeld.nl"],
    ["customer", "100042"],
  ]);
  const remains = await findRemains(engine, subject);
  expect(remains.filter(({ found }) => found > 0)).toEqual([]);
  expect(remains.map(({ table }) => table)).toEqual(
    expect.arrayContaining([
      "event",
      "identifier",
      "journey",
      "link",
      "pair",
      "quarantine",
      "seen",
      "trait",
    ]),
  );
  const before = await all(space);
  expect(await come(space, rows)).toEqual({
    received: 6,
    stored: 0,
    duplicate: 1,
    quarantined: 1,
    suppressed: 4,
  });
  await build(space);
  expect(await all(space)).toEqual(before);
  expect((await findRemains(engine, subject)).filter(({ found }) => found > 0)).toEqual([]);
  expect(JSON.stringify(before)).toContain("Bel ▇▇▇ of ▇▇▇.");
});

test("what happened after the erasure is of somebody new, unless he was to be kept out for good", async () => {
  for (const [until, stored] of [
    [START + 365 * DAY, 1],
    [9e15, 0],
  ] as const) {
    const space = (ws += 1);
    await come(space, [row(1, { who: jan })]);
    await build(space);
    await erase(space, "customer", "100042", until);
    const again = await come(space, [
      row(2, { who: jan, day: 366 }),
      row(3, { who: jan, day: 364 }),
    ]);
    expect(again).toEqual({
      received: 2,
      stored,
      duplicate: 0,
      quarantined: 0,
      suppressed: 2 - stored,
    });
  }
});

test("a shared telephone leads to nobody, and stays shared when one of its people is gone", async () => {
  const space = (ws += 1);
  const phone = ["phone", "+31201234567"] as const;
  await come(space, [
    row(1, { who: [["customer", "100001"], phone] }),
    row(2, { who: [["customer", "100002"], phone] }),
    row(3, { who: [phone] }),
  ]);
  await build(space);
  const byPhone = await subjectOf(engine, {
    ws: space,
    people: [],
    identifiers: [{ kind: "phone", value: "020 123 4567" }],
  });
  expect([byPhone.own, byPhone.refused]).toEqual([[], 1]);
  const before = (await all(space)) as { journeys: { journey: string; person: string }[] };
  const { own } = await erase(space, "customer", "100001");
  await build(space);
  const after = (await all(space)) as typeof before;
  expect(after.journeys).toEqual(
    before.journeys.filter(({ person }) => !own.includes(BigInt(person))),
  );
  expect(after.journeys).toHaveLength(2);
});

test("the old parts are off the disk", async () => {
  expect(await dropOldParts(engine)).toBe(true);
  expect(
    await counted(
      "SELECT count() FROM system.parts WHERE database = currentDatabase() AND NOT active",
    ),
  ).toBe(0);
});

const person = fc.record({
  email: fc.boolean(),
  phone: fc.constantFrom("", "+31201234567", "+31207654321"),
  journey: fc.boolean(),
  events: fc.array(
    fc.record({ day: fc.nat(30), event: fc.constantFrom("a", "b", "c"), how: fc.nat(3) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
});

test("erasing one changes nothing of the others; a replay changes nothing; the books balance", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 2, maxLength: 5 }),
      fc.constantFrom<JourneyCut>({ by: "id" }, { by: "person" }, { by: "gap", days: 3 }),
      async (people, by) => {
        cut = by;
        const [space, other] = [(ws += 1), (ws += 1)];
        let n = 0;
        const rows = people.flatMap(({ email, phone, journey, events }, nth) =>
          events.map(({ day, event, how: drawn }, at): Row => {
            // The first row of who is erased names him in every way: the request names one of them.
            const how = nth === 0 && at === 0 ? 0 : drawn;
            const who = [
              ...(how !== 1 || !email ? [["customer", `90000${nth}`] as const] : []),
              ...(email && how !== 2 ? [["email", `p${nth}@voorbeeld.nl`] as const] : []),
              ...(phone !== "" && how === 3 ? [["phone", phone] as const] : []),
            ];
            n += 1;
            return {
              n,
              day,
              event,
              who,
              journey: journey ? `case-${nth}` : "",
              attributes: { of: `n${nth}` },
            };
          }),
        );
        const balanced = ({ received, stored, duplicate, quarantined, suppressed }: Ledger) =>
          expect(received).toBe(stored + duplicate + quarantined + suppressed);
        for (const each of [space, other]) {
          balanced(await come(each, rows));
          await build(each);
        }
        const untouched = await all(other);
        const before = (await all(space)) as Record<string, Record<string, unknown>[]>;
        const subject = await erase(space, "customer", "900000");
        const his = new Set([...subject.own, ...subject.journeys].map(String));
        const without = {
          journeys: before["journeys"]!.filter(({ person: whose }) => !his.has(String(whose))),
          links: before["links"]!.filter(({ identifier }) => !his.has(String(identifier))),
          events: before["events"]!.filter(
            ({ attributes }) => (attributes as { of: string }).of !== "n0",
          ),
        };
        const after = (await all(space)) as typeof before;
        expect({ ...after, identifiers: [] }).toEqual({ ...without, identifiers: [] });
        expect((await findRemains(engine, subject)).filter(({ found }) => found > 0)).toEqual([]);
        balanced(await come(space, rows.toReversed()));
        await build(space);
        expect(await all(space)).toEqual(after);
        expect(await all(other)).toEqual(untouched);
      },
    ),
    {
      numRuns: 6,
      endOnFailure: true,
      examples: [
        // A shared telephone in a journey that only its source names.
        [
          [
            sharing(
              "+31201234567",
              { day: 16, event: "b", how: 3 },
              { day: 26, event: "b", how: 0 },
            ),
            sharing("+31201234567", { day: 3, event: "a", how: 3 }),
          ],
          { by: "gap", days: 3 },
        ],
      ],
    },
  );
}, 300_000);

function sharing(
  phone: "+31201234567",
  ...events: { day: number; event: "a" | "b"; how: number }[]
) {
  return { email: false, phone, journey: true, events };
}
