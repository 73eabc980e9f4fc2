import fc from "fast-check";
import { kinds, listsOf, walk, type Element, type Kind } from "./elements.ts";
import { plain } from "./field.ts";
import { fill } from "./fill.ts";
import { Channel, LaneKind, Ownership, type Journey } from "./journey.ts";

/** Texts as people and their enemies write them, none of which a file may mangle. */
export const anyText = fc
  .oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.lorem({ maxCount: 12 }),
    fc.constantFrom("no", "12:30", "2026-11-22", "null", "~", "- a", "# b", " a: b ", "a\n\nb\n"),
    fc.constantFrom("1e3", "0x1f", "=", "a\r\nb", "=HYPERLINK(1)", "<script>", "a\tb\u2028c", "👩‍🚒"),
  )
  .map((given) => plain(given) as string);

const text = anyText;
const title = text.map((given) => `${given}.`.slice(-160));
const day = fc.constantFrom("2026-11-22", "2024-02-29");
const degree = fc.integer({ min: 1, max: 5 });
/** Stands for the id of a part that it may point at. */
const pointer = fc.nat({ max: 99 });

const some = <T>(item: fc.Arbitrary<T>, most = 2) => fc.array(item, { maxLength: most });
const having = <T extends object>(
  shape: { [K in keyof T]: fc.Arbitrary<T[K]> },
  ...required: (keyof T)[]
) => fc.record(shape, { requiredKeys: required as never[] });

const evidence = having(
  {
    kind: fc.constantFrom("assumed", "research", "measured"),
    source: text,
    n: fc.nat(),
    date: day,
    link: fc.constant("https://spoor.example/a?b=c"),
  },
  "kind",
);
const pain = having({ title, text, severity: degree, evidence }, "title", "evidence");
const opportunity = having({ title, text, evidence }, "title");
const goal = having(
  {
    title,
    kind: fc.constantFrom("quantitative", "qualitative"),
    measure: text,
    baseline: fc.double({ noNaN: true, noDefaultInfinity: true }),
    target: fc.integer(),
    unit: fc.constantFrom("%", "days"),
    by: day,
    serves: some(pointer),
    metric: pointer,
    among: some(pointer),
    reach: some(pointer),
  },
  "title",
  "kind",
);
const metric = having(
  {
    name: title,
    measure: title,
    unit: fc.constantFrom("%", "days"),
    pinned: having(
      { question: fc.constantFrom("q-1", "q-2"), figure: fc.constantFrom("goal", "first:2:17") },
      "question",
      "figure",
    ),
  },
  "name",
  "measure",
);
const action = having(
  {
    title,
    owner: text,
    by: day,
    status: fc.constantFrom("open", "doing", "done", "dropped"),
    solves: some(pointer),
  },
  "title",
);
const emotion = having(
  {
    value: fc.double({ min: -1, max: 1, noNaN: true }),
    scale: fc.tuple(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    persona: pointer,
    evidence,
  },
  "value",
  "evidence",
);
const record = (value: fc.Arbitrary<unknown>) =>
  fc.dictionary(
    title.filter((key) => key !== "__proto__"),
    value,
    { maxKeys: 3 },
  );

const touchpoint = having(
  {
    title,
    channel: fc.constantFrom(...Channel.options),
    ownership: fc.constantFrom(...Ownership.options),
    stage: fc.constantFrom("suspect", "client", "advocate"),
    events: some(having({ event: title, channel: text }, "event")),
    momentOfTruth: fc.boolean(),
    optional: fc.boolean(),
    repeats: fc.boolean(),
    importance: having({ customer: degree, organisation: degree }),
    questions: having({ who: text, what: text, why: text, where: text, when: text, how: text }),
    doing: text,
    pictures: some(having({ hash: fc.constant("0f".repeat(32)), alt: text }, "hash", "alt"), 1),
    emotions: some(emotion),
    quotes: some(having({ text, by: text, persona: pointer, evidence }, "text", "evidence")),
    pains: some(pain),
    opportunities: some(opportunity),
    metrics: some(metric, 1),
    goals: some(goal, 1),
    actions: some(action),
    backstage: having({ frontstage: some(text), process: text, system: text, unit: text }),
    evidence: some(evidence),
    opens: fc.constant("jo_other"),
    cells: fc.uniqueArray(fc.tuple(pointer, text), { maxLength: 2, selector: ([lane]) => lane }),
    notes: text,
  },
  "title",
);

const sketch = having(
  {
    spoor: fc.constant("journey/1"),
    id: fc.constant("jo_switching"),
    title,
    language: fc.constantFrom("nl", "en"),
    state: fc.constantFrom("current", "future", "ideal"),
    basedOn: fc.constant("jo_before"),
    scenario: text,
    scope: text,
    owner: text,
    reviewBy: day,
    personas: some(
      having(
        {
          name: title,
          text,
          predicate: record(fc.array(text, { minLength: 1, maxLength: 2 })),
          goals: some(text),
          evidence: some(evidence),
        },
        "name",
      ),
      3,
    ),
    goals: some(goal),
    metrics: some(metric, 1),
    team: some(having({ name: fc.constant("Ada"), unit: text, accountable: fc.boolean() }, "name")),
    episodes: fc.array(
      having(
        {
          title,
          goal: text,
          pains: some(pain, 1),
          opportunities: some(opportunity, 1),
          goals: some(goal, 1),
          metrics: some(metric, 1),
          evidence: some(evidence, 1),
          anyOrder: fc.boolean(),
          touchpoints: some(touchpoint, 3),
        },
        "title",
        "touchpoints",
      ),
      { minLength: 1, maxLength: 3 },
    ),
    transitions: some(
      having(
        { from: pointer, to: pointer, pains: some(pain), opportunities: some(opportunity) },
        "from",
        "to",
      ),
    ),
    lanes: some(
      having(
        { kind: fc.constantFrom("text", ...LaneKind.options), title, hidden: fc.boolean() },
        "kind",
      ),
      3,
    ),
    exceptions: some(
      having({ rule: fc.constant("no-goal"), at: pointer, reason: title }, "rule", "at", "reason"),
    ),
    evidence: some(evidence),
  },
  "spoor",
  "id",
  "title",
  "state",
  "episodes",
);

/** Whole journeys: every kind of part, and references of every kind that all lead somewhere. */
export const anyJourney: fc.Arbitrary<Journey> = sketch.map((drawn: Drawn) => {
  const { transitions: _, ...withoutWays } = drawn;
  const isEmpty = (drawn["episodes"] as Drawn[]).every(
    ({ touchpoints }) => (touchpoints as unknown[]).length === 0,
  );
  const journey = numbered(isEmpty ? withoutWays : drawn, "journey", new Map());
  const ids = new Map<Kind, string[]>();
  for (const { element, kind } of walk(journey))
    ids.set(kind, [...(ids.get(kind) ?? []), element.id]);
  return fill(pointed(journey, "journey", ids)) as Journey;
});

type Drawn = Record<string, unknown>;

/** Gives every part an id: `tp_1`, `tp_2`. */
function numbered(drawn: Drawn, kind: Kind, counts: Map<Kind, number>): Element {
  const count = (counts.get(kind) ?? 0) + 1;
  counts.set(kind, count);
  const lists = listsOf(kind).flatMap(([list, child]) => {
    const items = drawn[list] as Drawn[] | undefined;
    return items ? [[list, items.map((item) => numbered(item, child, counts))]] : [];
  });
  return { id: `${kinds[kind].prefix}_${count}`, ...drawn, ...Object.fromEntries(lists) };
}

const aims: Readonly<Record<string, readonly Kind[]>> = {
  persona: ["persona"],
  serves: ["goal"],
  metric: ["metric"],
  among: ["touchpoint"],
  reach: ["touchpoint"],
  solves: ["pain", "opportunity"],
  cells: ["lane"],
  from: ["touchpoint"],
  to: ["touchpoint"],
  at: ["journey", "episode", "touchpoint", "persona", "pain", "transition", "goal"],
};

/** Turns pointers into ids of parts that are there; what can point at nothing goes. */
function pointed(element: Element, kind: Kind, ids: ReadonlyMap<Kind, string[]>): Element {
  const idOf = (field: string, at: unknown) => {
    const aimed = (aims[field] ?? []).flatMap((each) => ids.get(each) ?? []);
    return aimed.length === 0 ? [] : [aimed[(at as number) % aimed.length]!];
  };
  const entries = Object.entries(element).flatMap(([field, value]): [string, unknown][] => {
    const child = kinds[kind].lists[field];
    if (child) {
      return [[field, (value as Element[]).map((item) => pointed(item, child, ids))]];
    }
    if (!kinds[kind].points?.[field]) return [[field, value]];
    if (field === "cells") {
      const cells = value as [number, string][];
      return [
        [
          field,
          Object.fromEntries(
            cells.flatMap(([at, said]) => idOf(field, at).map((id) => [id, said])),
          ),
        ],
      ];
    }
    if (Array.isArray(value)) {
      const found = value.flatMap((at) => idOf(field, at));
      return [[field, [...new Set(found)]]];
    }
    return idOf(field, value).map((id) => [field, id]);
  });
  return Object.fromEntries(entries) as Element;
}
