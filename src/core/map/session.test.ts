import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { must } from "../assert.ts";
import { apply } from "./apply.ts";
import { anyIntent, commandFor, type Intent } from "./command.arbitrary.ts";
import { writeJourney } from "./file.ts";
import { anyJourney } from "./journey.arbitrary.ts";
import { Journey } from "./journey.ts";
import {
  acknowledged,
  began,
  edited,
  kept,
  received,
  redone,
  replaced,
  undone,
  unsent,
  type Kept,
  type Outcome,
  type Placed,
  type Session,
  type Turn,
} from "./session.ts";

/** A server with nothing but the contract: one order, each number of a client once, on disk at once. */
class Log {
  journey: Journey;
  readonly placed: Placed[] = [];
  constructor(journey: Journey) {
    this.journey = journey;
  }
  get seq(): number {
    return this.placed.length;
  }
  take(client: string, sent: readonly Pick<Placed, "number" | "command">[]): Outcome[] {
    return sent.map(({ number, command }) => {
      const before = this.placed.find(
        (each) => each.author.client === client && each.number === number,
      );
      if (before) return { number, seq: before.seq, why: null };
      const applied = apply(this.journey, command);
      if (!applied.ok) return { number, seq: null, why: applied.why };
      this.journey = applied.journey;
      this.placed.push({ seq: this.seq + 1, number, author: { client }, command });
      return { number, seq: this.seq, why: null };
    });
  }
}

type Message =
  | { readonly log: readonly Placed[] }
  | { readonly map: Journey; readonly seq: number };

/** The wires of one are cut; the server starts again, so that those of all are. */
const CUT = 6;
const RESTART = 11;

/** A browser and its two wires, each of which delivers in order, late, or not at all. */
class Editor {
  session: Session;
  readonly refused: unknown[] = [];
  readonly acknowledged: number[] = [];
  #disk: Kept;
  #answers: Outcome[][] = [];
  #stream: Message[] = [];
  #told = 0;
  #isOnline = true;
  readonly #log: Log;

  constructor(log: Log, client: string) {
    this.#log = log;
    this.#disk = { client, next: 1, pending: [] };
    this.session = began(this.#disk, sent(log.journey), log.seq);
  }

  turn({ session, refused, behind }: Turn): void {
    this.session = session;
    this.refused.push(...refused);
    if (behind) this.connect(null);
  }

  /** The stream begins anew: after what is here, or with the map. */
  connect(since: number | null): void {
    this.#isOnline = true;
    this.#told = since ?? this.#log.seq;
    this.#stream = since === null ? [{ map: sent(this.#log.journey), seq: this.#log.seq }] : [];
    this.listen();
  }

  listen(): void {
    if (!this.#isOnline) return;
    const more = this.#log.placed.slice(this.#told);
    this.#told = this.#log.seq;
    if (more.length > 0) this.#stream.push({ log: sent(more) });
  }

  act(what: number, at: number): void {
    switch (what) {
      case 0:
      case 1: {
        this.#disk = kept(this.session);
        if (this.#isOnline)
          this.#answers.push(this.#log.take(this.session.client, sent(unsent(this.session))));
        return;
      }
      case 2:
      case 3:
        return this.answer();
      case 4:
      case 5:
        return this.hear(at % 3 === 0);
      case CUT:
        this.#isOnline = false;
        this.#answers = [];
        this.#stream = [];
        return;
      case 7:
        return this.connect(at % 2 === 0 ? null : Math.max(0, this.session.seq - (at % 4)));
      case 8:
        return this.turn(undone(this.session));
      case 9:
        return this.turn(redone(this.session));
      default:
        this.#answers = [];
        this.#disk = kept(this.session);
        this.session = began(sent(this.#disk), sent(this.#log.journey), this.#log.seq);
        return this.connect(this.session.seq);
    }
  }

  answer(): void {
    const outcomes = this.#answers.shift() ?? [];
    this.acknowledged.push(
      ...outcomes.filter(({ seq }) => seq !== null).map(({ number }) => number),
    );
    this.turn(acknowledged(this.session, outcomes));
  }

  hear(twice: boolean): void {
    const message = twice ? this.#stream[0] : this.#stream.shift();
    if (!message) return;
    if ("map" in message) this.turn(replaced(this.session, message.map, message.seq));
    else this.turn(received(this.session, message.log));
  }

  /** Everything arrives. */
  settle(): void {
    this.connect(this.session.seq);
    this.act(0, 0);
    while (this.#answers.length > 0) this.answer();
  }

  drain(): void {
    this.listen();
    while (this.#stream.length > 0) this.hear(false);
  }
}

/** What crosses the wire. */
function sent<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

type Event =
  | { readonly who: number; readonly intent: Intent }
  | { readonly who: number; readonly what: number; readonly at: number };

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ who: fc.nat({ max: 2 }), intent: anyIntent }),
  fc.record({ who: fc.nat({ max: 2 }), what: fc.nat({ max: 11 }), at: fc.nat({ max: 9 }) }),
  fc.record({ who: fc.nat({ max: 2 }), what: fc.nat({ max: 5 }), at: fc.nat({ max: 9 }) }),
);

describe("drawing together", () => {
  test(
    "ends with the same map for all, whatever comes late, twice or never, and loses nothing",
    { timeout: 120_000 },
    () => {
      let logged = 0;
      fc.assert(
        fc.property(
          anyJourney,
          anyJourney,
          fc.array(anyEvent, { minLength: 20, maxLength: 60, size: "max" }),
          (journey, donor, events) => {
            const log = new Log(journey);
            const editors = ["ada", "bob", "cas"].map((client) => new Editor(log, client));
            for (const [at, event] of events.entries()) {
              const editor = must(editors[event.who], "an editor");
              if ("intent" in event) {
                const command = commandFor(editor.session.view, donor, event.intent, `n${at}`);
                editor.turn(edited(editor.session, command, "did"));
              } else if (event.what === RESTART) for (const each of editors) each.act(CUT, 0);
              else editor.act(event.what, event.at);
              for (const each of editors) each.listen();
            }
            for (const each of editors) each.settle();
            for (const each of editors) each.drain();

            const bytes = writeJourney(log.journey);
            for (const { session } of editors) {
              expect(session).toMatchObject({ seq: log.seq, pending: [] });
              expect(writeJourney(session.view)).toBe(bytes);
              expect(writeJourney(session.confirmed)).toBe(bytes);
            }
            const places = log.placed.map(({ author, number }) => `${author.client} ${number}`);
            expect(new Set(places).size, "each once").toBe(places.length);
            for (const { session, acknowledged: told } of editors)
              expect(places).toEqual(
                expect.arrayContaining(told.map((number) => `${session.client} ${number}`)),
              );
            logged += log.seq;
          },
        ),
        { numRuns: 60 },
      );
      expect(logged).toBeGreaterThan(100);
    },
  );
});

const base = Journey.parse({
  spoor: "journey/1",
  id: "jo_a",
  title: "A",
  episodes: [
    {
      id: "ep_one",
      title: "One",
      touchpoints: [
        { id: "tp_a", title: "I ask" },
        { id: "tp_b", title: "I wait" },
      ],
    },
  ],
});

function setTitle(at: string, from: string, to: string) {
  return { do: "set", at, field: "title", from, to } as const;
}

function titles({ view }: Session): string[] {
  return view.episodes.flatMap(({ touchpoints }) => touchpoints.map(({ title }) => title));
}

function by(client: string, seq: number, command: Placed["command"], number = seq): Placed {
  return { seq, number, author: { client }, command };
}

const fresh = () => began({ client: "ada", next: 1, pending: [] }, base, 0);

describe("taking back", () => {
  test("leaves what others did since", () => {
    let { session } = edited(fresh(), setTitle("tp_a", "I ask", "I ask again"), "title");
    ({ session } = received(session, [
      by("bob", 1, setTitle("tp_a", "I ask", "Today I ask")),
      by("ada", 2, setTitle("tp_a", "I ask", "I ask again"), 1),
    ]));
    expect(titles(session)).toEqual(["Today I ask again", "I wait"]);
    expect(titles(undone(session).session)).toEqual(["Today I ask", "I wait"]);
  });

  test("puts back a part as it was when it was taken out, with what came before that", () => {
    let { session } = edited(fresh(), { do: "remove", at: "tp_a" }, "gone");
    ({ session } = received(session, [
      by("bob", 1, setTitle("tp_a", "I ask", "I phone")),
      by("ada", 2, { do: "remove", at: "tp_a" }, 1),
    ]));
    expect(titles(session)).toEqual(["I wait"]);
    expect(titles(undone(session).session)).toEqual(["I phone", "I wait"]);
  });

  test("of what another took out is left out, and told", () => {
    let { session } = edited(
      fresh(),
      {
        do: "all",
        commands: [setTitle("tp_a", "I ask", "I phone"), setTitle("tp_b", "I wait", "I read")],
      },
      "both",
    );
    ({ session } = received(session, [
      by("ada", 1, must(session.pending[0], "what was done").command),
      by("bob", 2, { do: "remove", at: "tp_a" }),
    ]));
    const turn = undone(session);
    expect([titles(turn.session), turn.refused]).toEqual([
      ["I wait"],
      [
        {
          said: "both",
          command: setTitle("tp_a", "I phone", "I ask"),
          why: expect.objectContaining({ key: "gone" }),
        },
      ],
    ]);
    expect(titles(redone(turn.session).session)).toEqual(["I read"]);
  });

  test("goes back and forth as often as one likes, until something else is done", () => {
    let { session } = edited(fresh(), setTitle("tp_a", "I ask", "I phone"), "one");
    ({ session } = edited(session, setTitle("tp_b", "I wait", "I read"), "two"));
    for (const step of [undone, undone, redone, undone, redone, redone])
      ({ session } = step(session));
    expect([titles(session), session.undo.map(({ said }) => said)]).toEqual([
      ["I phone", "I read"],
      ["one", "two"],
    ]);
    ({ session } = undone(session));
    ({ session } = edited(session, setTitle("tp_a", "I phone", "I write"), "three"));
    expect(session.redo).toEqual([]);
  });
});

test("what the server refuses is taken off the map, and told with what was typed", () => {
  const command = setTitle("tp_a", "I ask", "I phone");
  const { session } = edited(fresh(), command, "title");
  const why = { key: "map-busy" as const };
  const turn = acknowledged(session, [{ number: 1, seq: null, why }]);
  expect([titles(turn.session), turn.refused, turn.session.undo]).toEqual([
    ["I ask", "I wait"],
    [{ command, said: "title", why }],
    [],
  ]);
});

test("a gap in the log asks for the whole map, which keeps what is not sent yet", () => {
  const { session } = edited(fresh(), setTitle("tp_b", "I wait", "I read"), "title");
  const turn = received(session, [by("bob", 2, setTitle("tp_a", "I ask", "I phone"))]);
  expect([turn.behind, turn.session.seq]).toEqual([true, 0]);
  const map = { ...base, title: "B" };
  expect(titles(replaced(turn.session, map, 2).session)).toEqual(["I ask", "I read"]);
});

test("a server that lost what it had is sent it again", () => {
  let { session } = edited(fresh(), setTitle("tp_a", "I ask", "I phone"), "title");
  ({ session } = acknowledged(session, [{ number: 1, seq: 7, why: null }]));
  expect(unsent(session)).toEqual([]);
  ({ session } = replaced(session, base, 3));
  expect([unsent(session).map(({ number }) => number), titles(session)]).toEqual([
    [1],
    ["I phone", "I wait"],
  ]);
});

test("what comes back from the server as it was shown leaves the map the same object", () => {
  const { session } = edited(fresh(), setTitle("tp_a", "I ask", "I phone"), "title");
  const after = received(session, [by("ada", 1, setTitle("tp_a", "I ask", "I phone"))]).session;
  expect([after.view === session.view, after.confirmed === session.view, after.pending]).toEqual([
    true,
    true,
    [],
  ]);
});
