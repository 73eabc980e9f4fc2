import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { must } from "../../../src/core/assert.ts";
import { balances } from "../../../src/core/event/import.ts";
import { overview } from "../../../src/engine/question/overview.ts";
import { openDemo, type Demo } from "./demo-set.ts";
import { painsShow } from "./pains.ts";
import { comparePairs } from "./pairs.ts";
import { numbersReconcile } from "./reconcile.ts";

// What was planted in a demo set is what its analysis finds. One import serves all subjects.
let demo: Demo;
beforeAll(async () => {
  demo = await openDemo(4000);
});
afterAll(() => demo.stores[Symbol.asyncDispose]());

test("the ledger is that of the truth, per source too", async () => {
  const { truth, status } = demo;
  const total = { received: 0, stored: 0, duplicate: 0, quarantined: 0 };
  for (const books of Object.values(truth.ledger))
    for (const [name, rows] of Object.entries(books))
      total[name as keyof typeof total] += rows ?? 0;
  expect([status.problem, status.ledger, balances(status.ledger)]).toEqual([null, total, true]);

  const [stored, quarantined] = [await demo.perSource("event"), await demo.perSource("quarantine")];
  const found = Object.keys(truth.ledger).map((source) => ({
    source,
    stored: stored.get(source) ?? 0,
    quarantined: quarantined.get(source) ?? 0,
  }));
  expect(found).toEqual(
    Object.entries(truth.ledger).map(([source, books]) => ({
      source,
      stored: books.stored,
      quarantined: books.quarantined,
    })),
  );
});

describe("who is who", () => {
  test("identifiers come together as planted", async () => {
    const { people, sharedPhones } = demo.truth;
    const shared = new Set(sharedPhones.map(({ phone }) => phone));
    const tied = people.flatMap(({ identifiers }) =>
      identifiers.map((group) => group.filter((one) => !shared.has(one))),
    );
    const planted = people.map(({ identifiers }) =>
      identifiers.flat().filter((one) => !shared.has(one)),
    );
    const owner = await demo.people();
    const found = comparePairs(planted, owner);
    const reachable = comparePairs(tied, owner);
    const precision = found.both / found.said;
    const recall = found.both / found.true;
    console.log(
      `identifiers: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, of what rows tie together ${(reachable.both / reachable.true).toFixed(4)}`,
    );
    expect(precision).toBeGreaterThanOrEqual(0.999);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    // What no row ties together (a cookie that was dropped before its visitor was known) no link can find.
    expect(reachable.both).toBe(reachable.true);
  });

  test("households with one phone and visitors of one tablet stay apart", async () => {
    const { people, sharedPhones, mess } = demo.truth;
    const owner = await demo.people();
    const owners = people.map(({ identifiers }) => {
      const numbers = identifiers.flat().filter((one) => one.startsWith("customer "));
      return numbers.map((number) => must(owner.get(number), number));
    });
    const customers = owners.flat();
    expect(new Set(customers).size).toBe(customers.length);
    expect(sharedPhones.length).toBeGreaterThan(30);
    expect(mess["tabletVisits"]).toBeGreaterThan(10);
  });

  test("every newcomer makes one journey, and those who were customers before make none", async () => {
    const newcomers = demo.truth.people.filter(({ outcome }) => outcome !== "settled").length;
    const { journeys, people } = await overview(demo.engine, demo.ask());
    expect({ journeys, people }).toEqual({ journeys: newcomers, people: newcomers });
  });

  test("personas have the size they were planted with, but for visitors who never told who they are", async () => {
    for (const { id } of demo.truth.personas) {
      const planted = demo.truth.people.filter(
        ({ persona, outcome }) => persona === id && outcome !== "settled",
      ).length;
      const { people } = await overview(demo.engine, demo.ask({ segment: id }));
      expect.soft(people, id).toBeLessThanOrEqual(planted);
      expect.soft(people, id).toBeGreaterThan(0.93 * planted);
    }
  });
});

describe("the planted pains show on the map", () => painsShow(() => demo));
describe("numbers reconcile", () => numbersReconcile(() => demo));
