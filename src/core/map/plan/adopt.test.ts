import fc from "fast-check";
import { expect, test } from "vitest";
import { apply } from "../apply.ts";
import { Journey } from "../journey.ts";
import { adopt, adoptedAs, adoptedKinds } from "./adopt.ts";

const evidence = { kind: "assumed", source: "Workshop: What hurts?", date: "2026-11-24" } as const;
const journey = Journey.parse({
  spoor: "journey/1",
  id: "jo_a",
  title: "A",
  episodes: [
    {
      id: "ep_one",
      title: "One",
      touchpoints: [
        { id: "tp_a", title: "I ask", pains: [{ id: "pn_a", title: "Slow", evidence }] },
      ],
    },
  ],
});
const note = { id: "0b7a3f0e-5a3c-4f52-9c59-0a4a6e1f7d11", text: "I wait\nfor hours" };

test("a note becomes a pain after those that stand there, with where it comes from", () => {
  expect(adopt(journey, note, { as: "pain", at: "tp_a", evidence })).toEqual({
    do: "add",
    to: "tp_a",
    list: "pains",
    after: "pn_a",
    element: { id: `pn_${note.id}`, title: "I wait for hours", evidence },
  });
});

test("what is too long for a title stands under it whole", () => {
  const text = `${"word ".repeat(50)}end`;
  const command = adopt(journey, { ...note, text }, { as: "opportunity", at: "ep_one", evidence });
  expect(command).toMatchObject({ element: { text, title: `${"word ".repeat(31)}word…` } });
  const unbroken = { ...note, text: "W".repeat(280) };
  expect(adopt(journey, unbroken, { as: "pain", at: "tp_a", evidence })).toMatchObject({
    element: { title: `${"W".repeat(159)}…` },
  });
  const faces = { ...note, text: "😀".repeat(140) };
  expect(adopt(journey, faces, { as: "pain", at: "tp_a", evidence })).toMatchObject({
    element: { title: `${"😀".repeat(79)}…` },
  });
});

test("an episode holds no quotes, and what is gone holds nothing", () => {
  expect(adopt(journey, note, { as: "quote", at: "ep_one", evidence })).toBeNull();
  expect(adopt(journey, note, { as: "pain", at: "tp_gone", evidence })).toBeNull();
});

test("whatever was written, the map takes it, shows it as adopted, and undo takes it back", () => {
  const texts = fc.string({ minLength: 1, maxLength: 280 }).filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(texts, fc.uuid(), fc.constantFrom(...adoptedKinds), (text, id, as) => {
      const command = adopt(journey, { id, text }, { as, at: "tp_a", evidence });
      const done = apply(journey, command!);
      if (!done.ok) throw new Error(JSON.stringify(done.why));
      expect(adoptedAs(done.journey, id)?.as).toBe(as);
      expect(apply(done.journey, done.undo)).toMatchObject({ ok: true, journey });
      expect(adoptedAs(journey, id)).toBeNull();
    }),
  );
});
