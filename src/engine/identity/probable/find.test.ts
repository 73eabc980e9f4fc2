import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { syntheticPeople } from "../../../../bench/people.ts";
import type { RawPerson } from "../../../core/identity/person-record.ts";
import { openEngine } from "../../open.ts";
import type { Engine } from "../../port.ts";
import { findLinks, type Search } from "./find.ts";

/** Each search is some sixty statements: seconds where others work too. */
const SLOW = 300_000;

let engine: Engine;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spoor-probable-"));
  engine = await openEngine({ path: folder });
}, 60_000);
afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
}, 60_000);

async function* inBatches(people: readonly RawPerson[], size: number) {
  for (let from = 0; from < people.length; from += size) yield people.slice(from, from + size);
}

async function linksOf(people: readonly RawPerson[], more: Partial<Search> = {}) {
  await using found = await findLinks(engine, {
    name: "test",
    people: inBatches(people, 700),
    ...more,
  });
  const links = await found.list({ limit: 100_000 });
  return { links, ...(await found.count()), rules: found.rules, records: found.records };
}

async function synthetic(records: number): Promise<RawPerson[]> {
  const people: RawPerson[] = [];
  for await (const some of syntheticPeople(records)) people.push(...some);
  return people;
}

test(
  "nobody, one and two strangers are linked to nobody",
  async () => {
    const one = { ref: "1", given: "Jan", surname: "Jansen", birth: "1980-05-03" };
    const two = { ref: "2", given: "Piet", surname: "Bakker", birth: "1962-11-21" };
    expect((await linksOf([])).links).toEqual([]);
    expect((await linksOf([one])).links).toEqual([]);
    expect((await linksOf([one, two])).links).toEqual([]);
  },
  SLOW,
);

test(
  "the same records in another order and other batches give the same links, bit for bit",
  async () => {
    const people = await synthetic(600);
    const there = await linksOf(people);
    const back = await linksOf(people.toReversed());
    expect(there.links.length).toBeGreaterThan(200);
    expect(back).toEqual(there);
  },
  SLOW,
);

test(
  "links are told from the most probable on, with reasons that add up",
  async () => {
    await using found = await findLinks(engine, {
      name: "test",
      people: inBatches(await synthetic(500), 500),
    });
    const all = await found.list({ limit: 100_000 });
    const paged = [
      ...(await found.list({ limit: 100 })),
      ...(await found.list({ limit: 100_000, offset: 100 })),
    ];
    expect(paged).toEqual(all);
    const prior = Math.log2(found.model.prior / (1 - found.model.prior));
    for (const [at, link] of all.entries()) {
      const told = link.reasons.reduce((sum, { weight }) => sum + weight, prior);
      expect(told).toBeCloseTo(link.weight, 3);
      expect(link.probability).toBeGreaterThanOrEqual(0.5);
      expect(link.weight).toBeLessThanOrEqual(all[at - 1]?.weight ?? Infinity);
    }
    const sure = all.filter(({ standing }) => standing === "sure").length;
    expect(await found.count()).toEqual({ sure, review: all.length - sure });
  },
  SLOW,
);

test(
  "a rare surname speaks louder than a frequent one",
  async () => {
    const people = await synthetic(600);
    const twice = (surname: string) => [
      { ref: `${surname} 1`, given: "Karel", surname, birth: "1971-02-03" },
      { ref: `${surname} 2`, given: "Karel", surname, birth: "1971-02-03" },
    ];
    const named = people.map((person, at) =>
      at % 20 === 0 ? { ...person, surname: "Jansen" } : person,
    );
    const { links } = await linksOf([...named, ...twice("Jansen"), ...twice("Quackenbosch")]);
    const weightOf = (surname: string) =>
      links
        .find(({ a, b }) => a.startsWith(`${surname} `) && b.startsWith(`${surname} `))!
        .reasons.find(({ of }) => of === "surname")!.weight;
    expect(weightOf("Quackenbosch")).toBeGreaterThan(weightOf("Jansen") + 1);
  },
  SLOW,
);

test(
  "a block that is too large is divided, and who stays in one is reported",
  async () => {
    const people = await synthetic(600);
    const crowd = people.map((person, at) => ({ ...person, phone: at < 200 ? "0880000000" : "" }));
    const nameless = crowd.map((person, at) => (at < 80 ? { ...person, given: "" } : person));
    const { rules } = await linksOf(nameless, { blockLimit: 20 });
    const phone = rules.find(({ rule }) => rule === "phone")!;
    expect(phone.divided).toBe(1);
    // Without a first name there is nothing to divide the first 80 by.
    expect(phone.leftOut).toBeGreaterThanOrEqual(80);
    // No block of twenty has more than nineteen others for anybody in it.
    for (const { rule, pairs } of rules)
      if (rule !== "everyone") expect(pairs).toBeLessThanOrEqual((600 * 19) / 2);
  },
  SLOW,
);

test(
  "names are only taken once, and a search that fails leaves no table behind",
  async () => {
    const one = { ref: "1", given: "Jan", surname: "Jansen" };
    await expect(linksOf([one, one])).rejects.toThrow("no two records are called the same");
    const rows = await engine.lookup.rows(
      z.object({ name: z.string() }),
      "SELECT name FROM system.tables WHERE name LIKE 'probable%'",
    );
    expect(rows).toEqual([]);
  },
  SLOW,
);

test(
  "a search that is called off ends and cleans up",
  async () => {
    const calling = new AbortController();
    const people = await synthetic(600);
    const search = linksOf(people, {
      signal: calling.signal,
      onProgress: (share) => share >= 0.2 && calling.abort(),
    });
    await expect(search).rejects.toThrow("cancelled");
    const rows = await engine.lookup.rows(
      z.object({ name: z.string() }),
      "SELECT name FROM system.tables WHERE name LIKE 'probable%'",
    );
    expect(rows).toEqual([]);
  },
  SLOW,
);
