import fc from "fast-check";
import { expect, test } from "vitest";
import { apply } from "../map/apply.ts";
import type { Command } from "../map/command.ts";
import { countEvidence } from "../map/evidence.ts";
import { Journey } from "../map/journey.ts";
import { isOnMap, putOnMap, type FieldPart } from "./field-claims.ts";
import { feelOnMap, fieldClaim, fieldFeelings, saysAlready } from "./field-feeling.ts";
import type { Filter } from "../question/filter.ts";
import type { FieldNote } from "./field-note.ts";

const journey = Journey.parse({
  spoor: "journey/1",
  id: "jo_a",
  title: "A",
  personas: [{ id: "pe_first", name: "First-timer" }],
  episodes: [
    {
      id: "ep_one",
      title: "One",
      touchpoints: [
        {
          id: "tp_a",
          title: "I ask",
          emotions: [
            { id: "em_a", value: 0.5, evidence: { kind: "assumed" } },
            { id: "em_p", value: 0.25, persona: "pe_first", evidence: { kind: "assumed" } },
          ],
        },
        { id: "tp_b", title: "I wait", evidence: [{ kind: "research", n: 4 }] },
      ],
    },
  ],
});
const quote = { id: "q", text: "Nobody called", by: "a regular" };
const note: FieldNote = {
  id: "0b7a3f0e-5a3c-4f52-9c59-0a4a6e1f7d11",
  kind: "service",
  day: "2026-11-20",
  author: "Fatima",
  map: "jo_a",
  elements: ["tp_a"],
  person: null,
  segment: null,
  text: "Called twice.",
  quotes: [quote],
  feeling: -1,
  n: 3,
  pain: "Nobody calls back",
  opportunity: null,
  picture: null,
  outside: false,
  at: "2026-11-20T10:00:00.000Z",
  changed: null,
  deleted: null,
};
const at = { at: "tp_a", source: "Field note: service" };
const research = { kind: "research", source: at.source, n: 3, date: note.day };
const none: ReadonlySet<string> = new Set();

function done(on: Journey, command: Command | null): Journey {
  if (!command) throw new Error("nothing to do");
  const result = apply(on, command);
  if (!result.ok) throw new Error(JSON.stringify(result.why));
  return result.journey;
}

function touchpoint(of: Journey, nth = 0) {
  return of.episodes[0]!.touchpoints[nth]!;
}

test("a quote stands on the map with who said it and what it rests on, and the touchpoint rests on it too", () => {
  const part = { is: "quote", quote } as const;
  const after = done(journey, putOnMap(journey, note, part, at));
  expect(touchpoint(after)).toMatchObject({
    quotes: [{ id: `qu_${note.id}-q`, text: quote.text, by: "a regular", evidence: research }],
    evidence: [research],
  });
  expect([isOnMap(journey, note, part), isOnMap(after, note, part)]).toEqual([false, true]);
  expect(countEvidence(journey, none)).toEqual({ measured: 0, research: 1, assumed: 3 });
  expect(countEvidence(after, none)).toEqual({ measured: 0, research: 3, assumed: 2 });
});

test("a pain stands there likewise; what a note does not tell cannot be put anywhere", () => {
  const after = done(journey, putOnMap(journey, note, { is: "pain" }, { ...at, at: "ep_one" }));
  expect(after.episodes[0]!.pains).toEqual([
    { id: `pn_${note.id}`, title: note.pain, evidence: research },
  ]);
  expect(putOnMap(journey, note, { is: "opportunity" }, at)).toBeNull();
  expect(putOnMap(journey, note, { is: "pain" }, { ...at, at: "tp_gone" })).toBeNull();
});

test("a touchpoint that rests on research already keeps what it rests on", () => {
  const after = done(journey, putOnMap(journey, note, { is: "pain" }, { ...at, at: "tp_b" }));
  expect(touchpoint(after, 1).evidence).toEqual([{ kind: "research", n: 4 }]);
});

test("feelings of several notes are one claim, weighed by people, in place of what was assumed", () => {
  const more = { ...note, id: `${note.id.slice(0, -1)}2`, feeling: 2, n: 1, day: "2026-11-22" };
  const [told, ...rest] = fieldFeelings(journey, [more, note]);
  expect(rest).toEqual([]);
  expect(told).toMatchObject({ persona: null, n: 4, value: -0.12, day: "2026-11-22" });
  const after = done(journey, feelOnMap(journey, told!, at));
  const claim = {
    id: `em_field-${more.id}`,
    value: -0.12,
    scale: [-2, 2],
    evidence: { kind: "research", source: at.source, n: 4, date: "2026-11-22" },
  };
  expect(touchpoint(after).emotions).toEqual([claim, touchpoint(journey).emotions![1]]);
  expect(saysAlready(fieldClaim(touchpoint(after), null)!, told!)).toBe(true);

  const newer = { ...note, id: `${note.id.slice(0, -1)}3`, feeling: -2, n: 4, day: "2026-11-25" };
  const [now] = fieldFeelings(journey, [newer, more, note]);
  expect(saysAlready(fieldClaim(touchpoint(after), null)!, now!)).toBe(false);
  const { emotions } = touchpoint(done(after, feelOnMap(after, now!, at)));
  expect(emotions).toHaveLength(2);
  expect(emotions![0]).toMatchObject({ id: claim.id, value: -0.56, evidence: { n: 8 } });
});

test("what is noted of a persona is claimed of that persona; of one that the map lacks, of customers in general", () => {
  const first = { ...note, segment: { segment: "pe_first" } };
  const strange = { ...note, id: `${note.id.slice(0, -1)}4`, segment: { segment: "pe_gone" } };
  const feelings = fieldFeelings(journey, [first, strange]);
  expect(feelings.map(({ persona, notes }) => [persona, notes.length])).toEqual([
    [null, 1],
    ["pe_first", 1],
  ]);
  const after = done(journey, feelOnMap(journey, feelings[1]!, at));
  expect(touchpoint(after).emotions?.map(({ id, persona }) => [id, persona])).toEqual([
    [`em_field-${note.id}`, "pe_first"],
    ["em_a", undefined],
  ]);
});

const parts = fc.constantFrom<FieldPart>(
  { is: "quote", quote },
  { is: "pain" },
  { is: "opportunity" },
);
/** What one can write in a note: something. */
const said = fc
  .string({ minLength: 1, maxLength: 400, unit: "grapheme" })
  .filter((text) => text.trim() !== "");
const notes = fc.record({
  feeling: fc.option(fc.integer({ min: -2, max: 2 })),
  n: fc.integer({ min: 1, max: 1000 }),
  pain: fc.option(said),
  opportunity: fc.option(said),
  segment: fc.option(fc.constantFrom<Filter>({ segment: "pe_first" }, { channels: ["web"] })),
});

test("whatever a note says, undo takes back just what it put on the map, and the map stays whole", () => {
  fc.assert(
    fc.property(notes, parts, fc.constantFrom("tp_a", "tp_b"), (some, part, place) => {
      const noted = { ...note, ...some };
      const where = { at: place, source: "x" };
      const [told] = fieldFeelings(journey, [noted]);
      for (const command of [
        putOnMap(journey, noted, part, where),
        told ? feelOnMap(journey, told, where) : null,
      ]) {
        if (!command) continue;
        const result = apply(journey, command);
        if (!result.ok) throw new Error(JSON.stringify(result.why));
        expect(Journey.safeParse(result.journey).success).toBe(true);
        expect(done(result.journey, result.undo)).toEqual(journey);
      }
    }),
    { endOnFailure: true },
  );
});
