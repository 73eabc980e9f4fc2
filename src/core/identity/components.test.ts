import fc from "fast-check";
import { expect, test } from "vitest";
import { components, sharedIdentifiers, type Pairs } from "./components.ts";

const CUSTOMER = { unique: true, limit: 20 };
const EMAIL = { unique: false, limit: 20 };
const PHONE = { unique: false, limit: 2 };
const rules = [CUSTOMER, EMAIL, PHONE];

function pairsOf(list: readonly (readonly [number, number])[]): Pairs {
  return {
    a: Uint32Array.from(list, ([a]) => a),
    b: Uint32Array.from(list, ([, b]) => b),
  };
}

function people(kinds: readonly number[], list: readonly (readonly [number, number])[]) {
  const pairs = pairsOf(list);
  const kindOf = Uint8Array.from(kinds);
  const shared = sharedIdentifiers(pairs, kindOf, rules);
  return { shared: [...shared], people: [...components(pairs, kindOf, rules, shared)] };
}

test("identifiers that meet through others are one person, named after the smallest", () => {
  expect(
    people(
      [0, 1, 1, 1],
      [
        [1, 2],
        [0, 2],
      ],
    ),
  ).toEqual({ shared: [0, 0, 0, 0], people: [0, 0, 0, 3] });
});

test("a phone that meets two customer numbers is shared and links nobody", () => {
  expect(
    people(
      [0, 0, 2, 1],
      [
        [0, 2],
        [1, 2],
        [0, 3],
      ],
    ),
  ).toEqual({ shared: [0, 0, 1, 0], people: [0, 1, 2, 0] });
});

test("two customer numbers in one row stay two people", () => {
  expect(people([0, 0], [[0, 1]])).toEqual({ shared: [0, 0], people: [0, 1] });
});

test("an identifier that meets more of one kind than its limit is shared", () => {
  expect(
    people(
      [2, 1, 1, 1],
      [
        [0, 1],
        [0, 2],
        [0, 3],
      ],
    ),
  ).toEqual({ shared: [1, 0, 0, 0], people: [0, 1, 2, 3] });
  expect(
    people(
      [2, 1, 1],
      [
        [0, 1],
        [0, 2],
      ],
    ).shared,
  ).toEqual([0, 0, 0]);
});

const graph = fc
  .array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 14 })
  .chain((kinds) =>
    fc.record({
      kinds: fc.constant(kinds),
      list: fc.uniqueArray(
        fc
          .tuple(fc.nat(kinds.length - 1), fc.nat(kinds.length - 1))
          .filter(([a, b]) => a < b)
          .map(([a, b]) => [a, b] as const),
        { selector: ([a, b]) => a * 100 + b, maxLength: 24 },
      ),
    }),
  );

test("the outcome does not depend on the order of the pairs", () => {
  fc.assert(
    fc.property(
      graph.chain((g) =>
        fc.record({
          g: fc.constant(g),
          shuffled: fc.shuffledSubarray(g.list, { minLength: g.list.length }),
        }),
      ),
      ({ g, shuffled }) => {
        expect(people(g.kinds, shuffled)).toEqual(people(g.kinds, g.list));
      },
    ),
  );
});

test("components are those of a plain graph search without the shared ones", () => {
  fc.assert(
    fc.property(graph, ({ kinds, list }) => {
      const found = people(kinds, list);
      const reach = (start: number) => {
        const seen = new Set([start]);
        for (const at of seen) {
          for (const [a, b] of list) {
            const bars = found.shared[a] || found.shared[b] || (kinds[a] === 0 && kinds[b] === 0);
            if (bars) continue;
            if (a === at) seen.add(b);
            if (b === at) seen.add(a);
          }
        }
        return Math.min(...seen);
      };
      expect(found.people).toEqual(kinds.map((_, i) => reach(i)));
    }),
  );
});

test("what is shared stays shared when more pairs come in", () => {
  fc.assert(
    fc.property(graph, fc.nat(24), ({ kinds, list }, cut) => {
      const before = people(kinds, list.slice(0, cut)).shared;
      const after = people(kinds, list).shared;
      expect(before.every((mark, i) => mark <= after[i]!)).toBe(true);
    }),
  );
});
