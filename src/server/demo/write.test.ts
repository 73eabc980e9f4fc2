import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { must } from "../../core/assert.ts";
import { DAY, TO } from "../../core/demo/calendar.ts";
import { international } from "../../core/demo/system/calls.ts";
import { Truth } from "../../core/demo/truth.ts";
import { readMapping } from "../../core/event/mapping-file.ts";
import { readJourney } from "../../core/map/file.ts";
import { readFiles, type ReadFiles, type ReadRow } from "./events.oracle.ts";
import { writeDemo } from "./write.ts";

const example = (name: string) =>
  readFile(new URL(`../../../examples/energy/${name}`, import.meta.url), "utf8");
const mapping = readMapping(await example("mapping.yaml"));
const journey = readJourney(await example("switching.journey.yaml"));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoor-demo-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function fingerprint(name: string, customers: number, seed: number): Promise<string[]> {
  const paths = await writeDemo(join(folder, name), { customers, seed });
  return Promise.all(
    [...paths, join(folder, name, "truth.json")].map(
      async (path) =>
        `${basename(path)} ${createHash("sha256")
          .update(await readFile(path))
          .digest("hex")}`,
    ),
  );
}

test("the same plan gives the same bytes, another seed gives others", async () => {
  const first = await fingerprint("a", 150, 7);
  expect(await fingerprint("b", 150, 7)).toEqual(first);
  const other = new Set(await fingerprint("c", 150, 8));
  expect(first.filter((file) => other.has(file))).toEqual([]);
});

test("a small set is part of a large one", async () => {
  const small = await writeDemo(join(folder, "small"), { customers: 100, seed: 3 });
  const large = await writeDemo(join(folder, "large"), { customers: 200, seed: 3 });
  const lines = async (paths: string[]) =>
    (await Promise.all(paths.map((path) => readFile(path, "latin1")))).flatMap((text) =>
      text.split("\n"),
    );
  const known = new Set(await lines(large));
  expect((await lines(small)).filter((line) => !known.has(line))).toEqual([]);
});

test("a set of nobody is refused", async () => {
  await expect(writeDemo(folder, { customers: 0, seed: 1 })).rejects.toThrow(/1 to 1000000/);
});

describe("a set of 3,000 people", () => {
  let truth: Truth;
  let files: ReadFiles;
  let people: Map<string, ReadRow[]>;
  beforeAll(async () => {
    const paths = await writeDemo(join(folder, "set"), { customers: 3000, seed: 1 });
    truth = Truth.parse(JSON.parse(await readFile(join(folder, "set", "truth.json"), "utf8")));
    files = readFiles(paths, mapping);
    people = histories(files.rows, truth);
  });

  test("every readable row is read by exactly one kind of its source", () => {
    expect(files.unclaimed).toEqual([]);
  });

  test("the books are those of the truth", () => {
    const books = Object.groupBy(files.rows, (row) => row.source);
    const counted = Object.entries(books).map(([source, rows = []]) => {
      const stored = new Set(rows.map((row) => row.id)).size;
      const quarantined = files.unreadable.get(source) ?? 0;
      const duplicate = rows.length - stored;
      return [source, { received: rows.length + quarantined, stored, duplicate, quarantined }];
    });
    expect(Object.fromEntries(counted)).toEqual(truth.ledger);
    expect(Object.values(truth.ledger).some(({ duplicate }) => duplicate > 0)).toBe(true);
    expect(Object.values(truth.ledger).some(({ quarantined }) => quarantined > 0)).toBe(true);
  });

  test("every identifier of the truth stands in the files, and belongs to one person unless it is shared", () => {
    const seen = new Set(files.rows.flatMap((row) => row.who.map(normal)));
    const owners = new Map<string, number>();
    for (const { identifiers } of truth.people)
      for (const identifier of new Set(identifiers.flat()))
        owners.set(identifier, (owners.get(identifier) ?? 0) + 1);
    expect([...owners.keys()].filter((identifier) => !seen.has(identifier))).toEqual([]);
    const shared = [...owners].filter(([, people]) => people > 1).map(([identifier]) => identifier);
    expect(shared.toSorted()).toEqual(truth.sharedPhones.map(({ phone }) => phone).toSorted());
    expect(shared.length).toBeGreaterThan(10);
  });

  test("a persona's predicate holds for its people and for nobody else", () => {
    const cards = files.rows.filter((row) => row.source === "CRM klanten");
    const owner = ownersOf(truth);
    const found = cards.map((card) => ({
      persona:
        truth.people[must(owner.get(normal(must(card.who[0], "customer"))), "owner")]?.persona,
      fits: truth.personas.filter(({ predicate }) => holds(predicate, [card])).map(({ id }) => id),
    }));
    expect(found.filter(({ persona, fits }) => fits.join() !== persona)).toEqual([]);
  });

  test("every planted pain hurts as often as planted, counted from the rows", () => {
    for (const pain of truth.pains) {
      const found = struck(pain, people);
      for (const side of ["affected", "others"] as const) {
        const { reached, hit } = found[side];
        const planted = side === "affected" ? pain.hurt : pain.otherwise;
        const slack = 4 * Math.sqrt((planted * (1 - planted)) / Math.max(1, reached)) + 0.02;
        expect
          .soft(
            Math.abs(hit / Math.max(1, reached) - planted),
            `${pain.id}, ${side} (${hit} of ${reached})`,
          )
          .toBeLessThan(reached === 0 ? Infinity : slack);
      }
      expect.soft(found.affected.reached, pain.id).toBeGreaterThan(30);
    }
    expect(truth.pains.length).toBeGreaterThanOrEqual(7);
  });

  test("from the day of the improvement on, fewer call and the wait is judged better", () => {
    const day = Date.parse(truth.improvement.from);
    const { event } = truth.improvement.at;
    const signed = new Map(
      [...people].map(([person, rows]) => [
        person,
        rows.find((row) => row.event === event)?.time ?? 0,
      ]),
    );
    const judged = (after: boolean) =>
      [...people].flatMap(([person, rows]) =>
        rows.filter(
          (row) =>
            row.kind === "feedback" &&
            row.event === event &&
            after === (signed.get(person) ?? 0) > day,
        ),
      );
    const mean = (rows: readonly ReadRow[]) =>
      rows.reduce((sum, { score }) => sum + must(score, "score"), 0) / rows.length;
    expect(judged(true).length).toBeGreaterThan(20);
    expect(mean(judged(true)) - mean(judged(false))).toBeGreaterThan(1);
    const told = [...people].filter(([, rows]) =>
      rows.some((row) => row.event === "Voortgangsbericht geopend"),
    );
    expect(told.filter(([person]) => (signed.get(person) ?? 0) < day - DAY)).toEqual([]);
  });

  test("each touchpoint that is drawn with events is bound to events of the data", () => {
    const names = new Set(
      files.rows
        .filter((row) => row.kind === "event")
        .map(({ event, channel }) => `${event} · ${channel}`),
    );
    const drawn = journey.episodes
      .flatMap(({ touchpoints }) => touchpoints.flatMap(({ events }) => events ?? []))
      .map(({ event, channel }) => `${event} · ${channel ?? ""}`);
    expect(drawn.filter((name) => !names.has(name))).toEqual([]);
    expect(names.size).toBeLessThan(60);
    for (const { from, to } of truth.pains)
      for (const place of [from, to ?? from])
        expect(names).toContain(`${place.event} · ${place.channel}`);
  });

  test("feedback is about events of the data", () => {
    const events = new Set(
      files.rows.filter((row) => row.kind === "event").map(({ event }) => event),
    );
    const about = new Set(
      files.rows.filter((row) => row.kind === "feedback").map(({ event }) => event),
    );
    expect([...about].filter((event) => !events.has(event))).toEqual([]);
  });

  test("the map's personas are those that were planted", () => {
    const drawn = journey.personas?.map(({ id, name, predicate }) => ({ id, name, predicate }));
    expect(drawn).toEqual(
      truth.personas.map(({ id, name, predicate }) => ({ id, name, predicate })),
    );
  });
});

/** An identifier of the files as the truth writes it. */
function normal(identifier: string): string {
  const [kind = "", ...rest] = identifier.split(" ");
  const text = rest.join(" ");
  if (kind === "email") return `email ${text.toLowerCase()}`;
  if (kind !== "phone") return identifier;
  const digits = text
    .replace("(0)", "")
    .replaceAll(/\D/g, "")
    .replace(/^(00)?31/, "0");
  return `phone ${international(digits)}`;
}

function ownersOf(truth: Truth): Map<string, number> {
  const shared = new Set(truth.sharedPhones.map(({ phone }) => phone));
  return new Map(
    truth.people.flatMap(({ identifiers }, index) =>
      identifiers.flat().flatMap((one) => (shared.has(one) ? [] : [[one, index] as const])),
    ),
  );
}

/** Rows per person in order of time, each once. */
function histories(rows: readonly ReadRow[], truth: Truth): Map<string, ReadRow[]> {
  const owner = ownersOf(truth);
  const found = new Map<string, ReadRow[]>();
  const seen = new Set<string>();
  for (const row of rows.toSorted((a, b) => a.time - b.time)) {
    const index = row.who.map((one) => owner.get(normal(one))).find((one) => one !== undefined);
    const key = `${row.source} ${row.id}`;
    if (index === undefined || seen.has(key)) continue;
    seen.add(key);
    const history = found.get(`${index}`);
    if (history) history.push(row);
    else found.set(`${index}`, [row]);
  }
  return found;
}

function holds(
  predicate: Readonly<Record<string, readonly string[]>>,
  rows: readonly ReadRow[],
): boolean {
  return Object.entries(predicate).every(([name, values]) =>
    rows.some(({ attributes }) => values.includes(attributes[name] ?? "")),
  );
}

/** Whom a pain struck: of those who reach its place long enough before the end to be followed. */
function struck(pain: Truth["pains"][number], people: ReadonlyMap<string, readonly ReadRow[]>) {
  const count = { affected: { reached: 0, hit: 0 }, others: { reached: 0, hit: 0 } };
  for (const history of people.values()) {
    const steps = history.filter((row) => row.kind === "event");
    const is = (row: ReadRow, place: { event: string; channel: string }) =>
      row.event === place.event && row.channel === place.channel;
    // Leaving is decided on the last visit, the rest on the first.
    const at =
      pain.to === null
        ? steps.findLastIndex((row) => is(row, pain.from))
        : steps.findIndex((row) => is(row, pain.from));
    const reached = steps[at];
    if (!reached || reached.time > TO - 70 * DAY) continue;
    const [from, until] = (pain.period ?? []).map((time) => Date.parse(time));
    const within = reached.time >= (from ?? 0) && reached.time < (until ?? TO);
    const later = steps.slice(at + 1);
    const { to } = pain;
    const side = holds(pain.segment, history) && within ? count.affected : count.others;
    side.reached += 1;
    if (to === null ? later.length === 0 : later.some((row) => is(row, to))) side.hit += 1;
  }
  return count;
}
