import fc from "fast-check";
import { expect, test } from "vitest";
import { Components, GuardedComponents } from "./components.ts";

const SIZE = 8;
const pairs = fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)), { maxLength: 16 });

test("groups are named after their smallest member", () => {
  const groups = new Components(5);
  groups.join(4, 2);
  groups.join(2, 1);
  expect([...groups.all()]).toEqual([0, 1, 1, 3, 1]);
});

test("groups are those that a walk along the pairs finds", () => {
  fc.assert(
    fc.property(pairs, (list) => {
      const groups = new Components(SIZE);
      for (const [a, b] of list) groups.join(a, b);
      const walk = (start: number) => {
        const seen = new Set([start]);
        for (const at of seen)
          for (const [a, b] of list) {
            if (a === at) seen.add(b);
            if (b === at) seen.add(a);
          }
        return Math.min(...seen);
      };
      expect([...groups.all()]).toEqual(Array.from({ length: SIZE }, (_, i) => walk(i)));
    }),
  );
});

test("guarded groups join whenever that brings no two foes together", () => {
  fc.assert(
    fc.property(pairs, pairs, (list, others) => {
      const foes = others.filter(([a, b]) => a !== b);
      const ends = {
        a: Uint32Array.from(foes, ([a]) => a),
        b: Uint32Array.from(foes, ([, b]) => b),
      };
      const groups = new GuardedComponents(SIZE, ends);
      let expected = Array.from({ length: SIZE }, (_, i) => i);
      for (const [a, b] of list) {
        groups.join(a, b);
        const [x, y] = [expected[a]!, expected[b]!];
        const joined = expected.map((group) =>
          group === x || group === y ? Math.min(x, y) : group,
        );
        if (foes.every(([c, d]) => joined[c] !== joined[d])) expected = joined;
      }
      expect([...groups.all()]).toEqual(expected);
    }),
  );
});
