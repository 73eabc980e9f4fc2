import fc from "fast-check";
import { expect, test } from "vitest";
import { trust } from "./trust.ts";
import { whoIsWho } from "./who-is-who.ts";

const { page, system } = trust;
const CUSTOMER = { unique: true, limit: Infinity };
const EMAIL = { unique: false, limit: 20 };
const PHONE = { unique: false, limit: 2 };
const rules = [CUSTOMER, EMAIL, PHONE];
const [customer, email, phone] = [0, 1, 2];

type Pair = readonly [a: number, b: number];
type Case = {
  readonly kinds: readonly number[];
  readonly met: readonly (readonly [a: number, b: number, trust: number])[];
  readonly same?: readonly Pair[];
  readonly apart?: readonly Pair[];
  /** Those that a system told of, beside those that it tied to others. */
  readonly alone?: readonly number[];
};

const endsOf = (list: readonly (readonly [number, number, ...unknown[]])[]) => ({
  a: Uint32Array.from(list, ([a]) => a),
  b: Uint32Array.from(list, ([, b]) => b),
});

function settle({ kinds, met, same = [], apart = [], alone = [] }: Case) {
  const told = met.filter((pair) => pair[2] >= system);
  const known = new Set([...alone, ...told.flatMap(([a, b]) => [a, b])]);
  const found = whoIsWho({
    kinds: Uint8Array.from(kinds),
    rules,
    members: new Uint8Array(kinds.length).fill(1),
    met: { ...endsOf(met), trust: Uint8Array.from(met, (pair) => pair[2]) },
    same: endsOf(same),
    apart: endsOf(apart),
    known: Uint8Array.from(kinds, (_, i) => (known.has(i) ? 1 : 0)),
    floor: new Uint8Array(kinds.length).fill(1),
  });
  return {
    people: [...found.person],
    shared: [...found.shared],
    zone: [...found.zone],
    least: [...found.least],
  };
}

const peopleOf = (given: Case) => settle(given).people;

test("identifiers that meet through others are one person, named after the smallest", () => {
  const met = [
    [1, 2, system],
    [0, 2, system],
  ] as const;
  expect(peopleOf({ kinds: [customer, email, email, email], met })).toEqual([0, 0, 0, 3]);
});

test("a phone that meets two customer numbers is shared and links nobody", () => {
  const met = [
    [0, 2, system],
    [1, 2, system],
    [0, 3, system],
  ] as const;
  const found = settle({ kinds: [customer, customer, phone, email], met });
  expect([found.shared, found.people]).toEqual([
    [0, 0, 1, 0],
    [0, 1, 2, 0],
  ]);
});

test("two customer numbers in one row stay two people", () => {
  expect(peopleOf({ kinds: [customer, customer], met: [[0, 1, system]] })).toEqual([0, 1]);
});

test("an identifier that meets more of one kind than its limit is shared", () => {
  const met = [
    [0, 1, system],
    [0, 2, system],
    [0, 3, system],
  ] as const;
  const kinds = [phone, email, email, email];
  expect(settle({ kinds, met }).shared).toEqual([1, 0, 0, 0]);
  expect(settle({ kinds, met: met.slice(0, 2) }).shared).toEqual([0, 0, 0, 0]);
});

test("who decides that two numbers are one customer's, makes what met both his", () => {
  const met = [
    [0, 2, system],
    [1, 2, system],
    [2, 3, system],
  ] as const;
  const kinds = [customer, customer, phone, email];
  expect(peopleOf({ kinds, met })).toEqual([0, 1, 2, 3]);
  expect(peopleOf({ kinds, met, same: [[0, 1]] })).toEqual([0, 0, 0, 0]);
});

test("a decision links by what is shared", () => {
  const met = [
    [0, 2, system],
    [1, 2, system],
  ] as const;
  expect(peopleOf({ kinds: [customer, customer, phone], met, same: [[1, 2]] })).toEqual([0, 1, 1]);
});

test("of two that are not one person the direct tie is cut, and the weakest on every other road", () => {
  const kinds = [customer, email, email, phone];
  const direct = [[0, 1, system]] as const;
  expect(peopleOf({ kinds, met: direct, apart: [[0, 1]] })).toEqual([0, 1, 2, 3]);
  // 0 — 1 — 2 — 3: only the first tie has a customer number; then the order of the hashes decides.
  const road = [
    [0, 1, system],
    [1, 2, system],
    [2, 3, system],
  ] as const;
  expect(peopleOf({ kinds, met: road, apart: [[0, 3]] })).toEqual([0, 0, 0, 3]);
  // The word of a page goes first.
  const weak = [
    [0, 1, page],
    [1, 2, system],
    [2, 3, system],
  ] as const;
  expect(peopleOf({ kinds, met: weak, apart: [[0, 3]] })).toEqual([0, 1, 1, 1]);
  // And a decision to link goes before both.
  expect(peopleOf({ kinds, met: road, same: [[2, 3]], apart: [[0, 3]] })).toEqual([0, 0, 2, 2]);
});

test("pages may tie a stranger to a customer", () => {
  const kinds = [customer, email, phone];
  expect(
    peopleOf({
      kinds,
      met: [
        [0, 1, system],
        [0, 2, page],
      ],
    }),
  ).toEqual([0, 0, 0]);
  expect(peopleOf({ kinds, met: [[0, 2, page]], alone: [0] })).toEqual([0, 1, 0]);
});

test("pages cannot tie two together whom systems know, neither directly nor by a stranger", () => {
  const kinds = [customer, email, email, email];
  const known = [[0, 1, system]] as const;
  expect(peopleOf({ kinds, met: [...known, [1, 2, page]], alone: [2] })).toEqual([0, 0, 2, 3]);
  const by = [...known, [1, 3, page], [2, 3, page]] as const;
  expect(peopleOf({ kinds, met: by, alone: [2] })).toEqual([0, 0, 2, 3]);
  // Once a system says so too, they are one, and so is the stranger.
  expect(peopleOf({ kinds, met: [...by, [0, 2, system]] })).toEqual([0, 0, 0, 0]);
});

test("pages cannot bring a second customer number to anybody", () => {
  const kinds = [customer, email, phone, customer];
  const met = [
    [0, 1, system],
    [1, 2, page],
    [2, 3, page],
  ] as const;
  expect(peopleOf({ kinds, met })).toEqual([0, 0, 2, 2]);
});

test("what pages add to an identifier that systems tie to one customer makes their own word void", () => {
  const kinds = [customer, customer, email];
  const found = settle({
    kinds,
    met: [
      [0, 2, system],
      [1, 2, page],
    ],
  });
  expect([found.people, found.shared, found.least]).toEqual([
    [0, 1, 0],
    [0, 0, 0],
    [1, 1, 2],
  ]);
  const pages = settle({
    kinds,
    met: [
      [0, 2, page],
      [1, 2, page],
    ],
  });
  expect([pages.people, pages.shared]).toEqual([
    [0, 1, 2],
    [0, 0, 1],
  ]);
});

const world = fc.array(fc.nat(2), { minLength: 2, maxLength: 12 }).chain((kinds) => {
  const pair = fc
    .tuple(fc.nat(kinds.length - 1), fc.nat(kinds.length - 1))
    .filter(([a, b]) => a < b);
  const pairs = (maxLength: number) =>
    fc.uniqueArray(pair, { selector: ([a, b]) => a * 100 + b, maxLength });
  return fc.record({
    kinds: fc.constant(kinds),
    met: pairs(20).chain((list) =>
      fc
        .array(fc.constantFrom(page, system), { minLength: list.length, maxLength: list.length })
        .map((told) => list.map(([a, b], i) => [a, b, told[i]!] as const)),
    ),
    same: pairs(3),
    apart: pairs(3),
    alone: fc.array(fc.nat(kinds.length - 1), { maxLength: 3 }),
  });
});

test("the outcome does not depend on the order of the pairs", () => {
  fc.assert(
    fc.property(
      world.chain((one) =>
        fc.tuple(fc.constant(one), fc.shuffledSubarray(one.met, { minLength: one.met.length })),
      ),
      ([one, met]) => {
        expect(settle({ ...one, met })).toEqual(settle(one));
      },
    ),
  );
});

test("who was decided not to be one person never is", () => {
  fc.assert(
    fc.property(world, (one) => {
      const people = peopleOf(one);
      for (const [a, b] of one.apart) expect(people[a]).not.toBe(people[b]);
    }),
  );
});

test("without pages and without decisions, people are those that a walk finds that stops at the shared", () => {
  fc.assert(
    fc.property(world, ({ kinds, met }) => {
      const list = met.map(([a, b]) => [a, b, system] as const);
      const { people, shared } = settle({ kinds, met: list });
      const reach = (start: number) => {
        const seen = new Set([start]);
        for (const at of seen)
          for (const [a, b] of list) {
            if (shared[a] || shared[b] || (kinds[a] === customer && kinds[b] === customer))
              continue;
            if (a === at) seen.add(b);
            if (b === at) seen.add(a);
          }
        return Math.min(...seen);
      };
      expect(people).toEqual(kinds.map((_, i) => reach(i)));
    }),
  );
});

test("whatever pages say, those whom systems know are as if they had said nothing", () => {
  fc.assert(
    fc.property(world, (one) => {
      const silent = { ...one, met: one.met.filter((pair) => pair[2] === system) };
      const known = [...new Set([...one.alone, ...silent.met.flatMap(([a, b]) => [a, b])])];
      const partition = (people: readonly number[]) =>
        known.map((i) => known.map((j) => people[i] === people[j]));
      expect(partition(peopleOf(one))).toEqual(partition(peopleOf(silent)));
    }),
  );
});

test("what is torn stays torn when more pairs come in", () => {
  fc.assert(
    fc.property(world, fc.nat(20), (one, cut) => {
      const before = settle({ ...one, met: one.met.slice(0, cut) }).least;
      const after = settle(one).least;
      expect(before.every((each, i) => each <= after[i]!)).toBe(true);
    }),
  );
});

test("nobody is one person with somebody outside his zone", () => {
  fc.assert(
    fc.property(world, (one) => {
      const { people, zone } = settle(one);
      for (const i of people.keys()) expect(zone[people[i]!]).toBe(zone[i]);
    }),
  );
});
