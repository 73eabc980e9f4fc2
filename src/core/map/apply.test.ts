import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { must } from "../assert.ts";
import { apply } from "./apply.ts";
import { anyIntent, commandFor } from "./command.arbitrary.ts";
import type { Command } from "./command.ts";
import { writeJourney } from "./file.ts";
import { anyJourney } from "./journey.arbitrary.ts";
import { Journey } from "./journey.ts";

const drawn = fc.record({
  journey: anyJourney,
  donor: anyJourney,
  intents: fc.array(anyIntent, { minLength: 1, maxLength: 15 }),
});
/** Whole maps are written and compared many times over. */
const slow = { timeout: 60_000 };

describe("a command", () => {
  test("never makes a journey invalid, and a refused one leaves it as it was", slow, () => {
    let done = 0;
    let refused = 0;
    fc.assert(
      fc.property(drawn, ({ journey, donor, intents }) => {
        let now = journey;
        for (const [at, intent] of intents.entries()) {
          const before = JSON.stringify(now);
          const applied = apply(now, commandFor(now, donor, intent, `n${at}`));
          expect(JSON.stringify(now)).toBe(before);
          if (applied.ok) {
            now = applied.journey;
            expect(Journey.safeParse(now).error).toBeUndefined();
            done += 1;
          } else refused += 1;
        }
      }),
    );
    expect(Math.min(done, refused), "both kinds came by").toBeGreaterThan(100);
  });

  test("is taken back to the byte, one after the other, and done again to the byte", slow, () => {
    fc.assert(
      fc.property(drawn, ({ journey, donor, intents }) => {
        const states = [writeJourney(journey)];
        const undo: Command[] = [];
        let now = journey;
        for (const [at, intent] of intents.entries()) {
          const applied = apply(now, commandFor(now, donor, intent, `n${at}`));
          if (!applied.ok) continue;
          now = applied.journey;
          undo.push(applied.undo);
          states.push(writeJourney(now));
        }
        const redo: Command[] = [];
        for (let at = undo.length - 1; at >= 0; at -= 1) {
          const back = done(now, must(undo[at], "a way back"));
          redo.unshift(back.undo);
          now = back.journey;
          expect(writeJourney(now)).toBe(states[at]);
        }
        for (const [at, command] of redo.entries()) {
          now = done(now, command).journey;
          expect(writeJourney(now)).toBe(states[at + 1]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("survives the wire: what it does does not depend on the form in which it came", slow, () => {
    fc.assert(
      fc.property(drawn, ({ journey, donor, intents }) => {
        const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
        let here = journey;
        let there = sent(journey);
        for (const [at, intent] of intents.entries()) {
          const command = commandFor(here, donor, intent, `n${at}`);
          const [mine, other] = [apply(here, command), apply(there, sent(command))];
          expect(other.ok).toBe(mine.ok);
          if (mine.ok) here = mine.journey;
          if (other.ok) there = other.journey;
        }
        expect(writeJourney(there)).toBe(writeJourney(here));
      }),
    );
  });
});

const add = {
  do: "add",
  to: "ep_one",
  list: "touchpoints",
  after: null,
  element: { id: "tp_c", title: "I pay" },
} as const;

const base = Journey.parse({
  spoor: "journey/1",
  id: "jo_a",
  title: "A",
  personas: [{ id: "pe_first", name: "First" }],
  lanes: [{ id: "ln_extra", kind: "text" }],
  episodes: [
    {
      id: "ep_one",
      title: "One",
      touchpoints: [
        {
          id: "tp_a",
          title: "I ask",
          emotions: [{ id: "em_a", value: 0, persona: "pe_first", evidence: { kind: "assumed" } }],
          actions: [{ id: "ac_a", title: "Answer", solves: ["pn_way"] }],
          cells: { ln_extra: "x" },
        },
        { id: "tp_b", title: "I wait" },
      ],
    },
  ],
  transitions: [
    {
      id: "tr_a",
      from: "tp_a",
      to: "tp_b",
      pains: [{ id: "pn_way", title: "Slow", evidence: { kind: "assumed" } }],
    },
  ],
  exceptions: [{ id: "ex_a", rule: "no-goal", at: "pn_way", reason: "Later" }],
});

describe("taking out", () => {
  test("takes along what cannot be without it, and what that takes along", () => {
    const { journey } = done(base, { do: "remove", at: "tp_b" });
    expect([journey.transitions, journey.exceptions, actionsOf(journey)]).toEqual([
      undefined,
      undefined,
      [{ id: "ac_a", title: "Answer" }],
    ]);
  });

  test("of two parts that point at each other is taken back whole", () => {
    const { journey, undo } = done(base, { do: "remove", at: "tp_a" });
    expect(writeJourney(done(journey, undo).journey)).toBe(writeJourney(base));
  });

  test("of a persona or a lane leaves what pointed at it without", () => {
    const without = done(base, {
      do: "all",
      commands: [
        { do: "remove", at: "pe_first" },
        { do: "remove", at: "ln_extra" },
      ],
    }).journey;
    const [touchpoint] = without.episodes[0]?.touchpoints ?? [];
    expect([touchpoint?.emotions, touchpoint?.cells]).toEqual([
      [{ id: "em_a", value: 0, evidence: { kind: "assumed" } }],
      undefined,
    ]);
  });
});

test.each<[string, Command, string]>([
  ["an empty title", { ...set("tp_a", "title", ""), from: "I ask" }, "needed"],
  ["a title that is too long", set("tp_a", "title", "x".repeat(161)), "too-long"],
  ["a channel that is none", set("tp_a", "channel", "pigeon"), "unfit"],
  ["a field that objects have by birth", set("tp_a", "constructor", "x"), "no-field"],
  ["a list that objects have by birth", { ...add, list: "constructor" }, "no-field"],
  ["half a character", set("tp_a", "notes", "\uD83D"), "odd-characters"],
  ["a character that no store keeps", set("tp_a", "notes", "\0"), "odd-characters"],
  ["the id", set("tp_a", "id", "tp_c"), "no-field"],
  ["a persona that is not there", set("em_a", "persona", "pe_b"), "gone"],
  ["the last episode", { do: "remove", at: "ep_one" }, "last-episode"],
  ["the journey", { do: "remove", at: "jo_a" }, "not-the-journey"],
  ["an id that is taken", { ...add, element: { id: "tp_a", title: "Again" } }, "id-taken"],
  [
    "a place that it cannot have",
    { do: "move", at: "tp_a", to: "jo_a", after: null },
    "wrong-place",
  ],
])("refused is %s", (_, command, key) => {
  expect(apply(base, command)).toEqual({ ok: false, why: expect.objectContaining({ key }) });
});

test("of two channels, dates or names of parts the last stands", () => {
  const one = done(base, set("tp_a", "channel", "web")).journey;
  const two = done(one, set("tp_a", "channel", "phone")).journey;
  expect(two.episodes[0]?.touchpoints[0]?.channel).toBe("phone");
});

test("all or nothing: what comes before a refused part is not done either", () => {
  const command: Command = {
    do: "all",
    commands: [set("tp_a", "title", "Done"), { do: "remove", at: "tp_nobody" }],
  };
  expect(apply(base, command).ok).toBe(false);
  expect(base.episodes[0]?.touchpoints[0]?.title).toBe("I ask");
});

test("all that is not on the way to a change stays the same object", () => {
  const { journey } = done(base, set("tp_b", "title", "I stand in line"));
  const [before, after] = [base, journey].map((each) => each.episodes[0]?.touchpoints ?? []);
  expect([after?.[0] === before?.[0], journey.personas === base.personas]).toEqual([true, true]);
});

function set(at: string, field: string, to: string): Extract<Command, { do: "set" }> {
  return { do: "set", at, field, from: null, to };
}

function done(journey: Journey, command: Command) {
  const applied = apply(journey, command);
  if (!applied.ok) throw new Error(`Refused: ${JSON.stringify(applied.why)}`);
  return applied;
}

function actionsOf(journey: Journey) {
  return journey.episodes[0]?.touchpoints[0]?.actions;
}
