import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rate } from "../../core/evidence/interval.ts";
import { Journey } from "../../core/map/journey.ts";
import { derive } from "../event/derive.ts";
import { openEngine } from "../open.ts";
import type { Engine } from "../port.ts";
import { timeline } from "../question/timeline.ts";
import { touchpointDetail } from "./detail.ts";
import { feltAt, readFelt } from "./felt.ts";
import { overlay } from "./overlay.ts";

const map = Journey.parse({
  spoor: "journey/1",
  id: "jo_move",
  title: "Moving",
  episodes: [
    {
      id: "ep_all",
      title: "All",
      touchpoints: [
        { id: "tp_look", title: "I look", events: [{ event: "Look" }] },
        { id: "tp_hear", title: "I hear of it" },
        { id: "tp_sign", title: "I sign", events: [{ event: "Sign", channel: "web" }] },
        { id: "tp_pay", title: "I pay", events: [{ event: "Pay" }] },
      ],
    },
  ],
});

let engine: Engine;
let folder: string;
const asked = { ws: 1, filter: {}, segments: {} };

/** One journey a line: person, then `event@channel` an hour apart; `!n` is a score of 1–5 about the last Sign. */
const histories = [
  "ann Look@web Sign@web !5 Pay@web",
  "bob Look@app Help@phone Look@web Sign@web !2",
  "cas Look@web Sign@web Look@web",
  "dee Help@phone",
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spoor-overlay-"));
  engine = await openEngine({ path: folder });
  await engine.intake.run("INSERT INTO measure VALUES (1, 1, 'score', 'csat', '', 1, 5)");
  let row = 0;
  const values = histories.flatMap((history, person) => {
    const [name, ...steps] = history.split(" ");
    return steps.map((step, hour) => {
      row += 1;
      const [event = "", channel = ""] = step.split("@");
      const score = step.startsWith("!");
      return `(1, 1, '${score ? "survey" : "log"}', 'f', ${row}, ${row}, 0, '${score ? "feedback" : "event"}', ${row},
        toDateTime64('2026-01-0${person + 1} 00:00:00', 3, 'UTC') + INTERVAL ${hour} HOUR,
        '${score ? "Sign" : event}', '${channel}', [('email', '${name}@mail.nl')],
        [${score ? `(1, ${step.slice(1)})` : ""}], '${score ? `That took me ${step.slice(1)} minutes` : ""}')`;
    });
  });
  await engine.intake.run(
    `INSERT INTO load (ws, import, source, file, row, line, rule, kind, id, time, event, channel, who, measures, comment)
    VALUES ${values.join(",")}`,
  );
  await derive(engine, { ws: 1, imports: [1], settings: { identity: {} } });
}, 60_000);
afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
}, 60_000);

test("an overlay counts each journey at each drawn touchpoint, and who gets how far", async () => {
  const found = await overlay(engine, asked, map);
  expect(found).toMatchObject({
    shown: { journeys: 4, of: 4 },
    people: 4,
    from: "2026-01-01T00:00:00.000Z",
    to: "2026-01-04T00:00:00.000Z",
    onMap: 3,
    loops: [{ from: "tp_sign", to: "tp_look", journeys: 1 }],
    unbound: [{ label: "Help · phone", journeys: 2 }],
    evidence: { measured: 3, research: 0, assumed: 1 },
  });
  const hour = 3600;
  expect(
    found.touchpoints.map((each) => ({
      id: each.id,
      codes: each.codes.length,
      counts: [each.events, each.journeys, each.people],
      reach: each.reach,
      conversion: each.conversion,
      wait: [each.wait.n, each.wait.medianSeconds],
      leave: each.leave,
      repeats: each.repeats,
      still: each.still,
      lost: each.lost,
    })),
  ).toEqual([
    {
      id: "tp_look",
      codes: 2,
      counts: [5, 3, 3],
      reach: rate(3, 4),
      conversion: rate(3, 3),
      wait: [4, hour],
      leave: rate(1, 3),
      repeats: rate(2, 3),
      still: rate(3, 3),
      lost: 0,
    },
    {
      id: "tp_hear",
      codes: 0,
      counts: [0, 0, 0],
      reach: rate(0, 4),
      conversion: null,
      wait: [0, null],
      leave: rate(0, 0),
      repeats: rate(0, 0),
      still: rate(3, 3),
      lost: 0,
    },
    {
      id: "tp_sign",
      codes: 1,
      counts: [3, 3, 3],
      reach: rate(3, 4),
      conversion: rate(1, 3),
      wait: [2, 1.5 * hour],
      leave: rate(1, 3),
      repeats: rate(0, 3),
      still: rate(3, 3),
      lost: 2,
    },
    {
      id: "tp_pay",
      codes: 1,
      counts: [1, 1, 1],
      reach: rate(1, 4),
      conversion: null,
      wait: [0, null],
      leave: rate(1, 1),
      repeats: rate(0, 1),
      still: rate(1, 3),
      lost: 1,
    },
  ]);
});

test("scores about a touchpoint keep their scale, and make its emotion on −1 … +1", async () => {
  const [look, , sign] = (await overlay(engine, asked, map)).touchpoints;
  expect([look!.scores, look!.emotion, look!.quotes]).toEqual([[], null, []]);
  expect(sign!.scores).toMatchObject([
    {
      name: "csat",
      scale: [1, 5],
      onScale: { n: 2, mean: 3.5 },
      counts: [
        { value: 2, count: 1 },
        { value: 5, count: 1 },
      ],
    },
  ]);
  expect(sign!.emotion).toMatchObject({ n: 2, mean: 0.25 });
  // A list of many maps asks once for all of them, and tells the same.
  const felt = await readFelt(engine, 1, undefined);
  expect([look!, sign!].map(({ codes }) => feltAt(felt, codes))).toEqual([null, 0.25]);
  expect(sign!.quotes.map((quote) => quote.text)).toEqual([
    "That took me 2 minutes",
    "That took me 5 minutes",
  ]);
});

test("a filter recomputes the overlay, down to nobody", async () => {
  const january2 = {
    ...asked,
    filter: { from: "2026-01-02T00:00:00Z", to: "2026-01-03T00:00:00Z" },
  };
  const bob = await overlay(engine, january2, map);
  expect([bob.shown, bob.touchpoints.map((each) => each.journeys)]).toEqual([
    { journeys: 1, of: 4 },
    [1, 0, 1, 0],
  ]);
  const nobody = await overlay(engine, { ...asked, filter: { passed: [999] } }, map);
  expect([nobody.shown, nobody.from, nobody.onMap, nobody.loops]).toEqual([
    { journeys: 0, of: 4 },
    null,
    0,
    [],
  ]);
});

test("the detail of a touchpoint tells the ways in and out, the sources and examples", async () => {
  const { figures, before, after, sources, examples } = await touchpointDetail(
    engine,
    asked,
    map,
    "tp_look",
  );
  expect(figures.id).toBe("tp_look");
  expect(before.map(({ label, count }) => [label, count])).toEqual([
    ["START", 3],
    ["Help · phone", 1],
    ["Sign · web", 1],
  ]);
  expect(after.map(({ label, share }) => [label, share.count, share.n])).toEqual([
    ["Sign · web", 3, 5],
    ["END", 1, 5],
    ["Help · phone", 1, 5],
  ]);
  expect(sources).toEqual([{ source: "log", events: 5 }]);
  expect(
    examples.map(({ start, name, person }) => [
      start.slice(0, 10),
      name === `${person} ${start.slice(0, 10)}`,
    ]),
  ).toEqual([
    ["2026-01-03", true],
    ["2026-01-02", true],
    ["2026-01-01", true],
  ]);
  const story = await timeline(engine, { ws: 1, person: examples[1]!.person });
  expect(story.identifiers).toEqual([{ kind: "email", value: "b…@…nl" }]);
  expect(story.events.at(-1)).toMatchObject({
    kind: "feedback",
    event: "Sign",
    comment: "That took me 2 minutes",
    measures: [{ kind: "score", name: "csat", value: 2, unit: "", low: 1, high: 5 }],
  });
  await expect(touchpointDetail(engine, asked, map, "tp_none")).rejects.toMatchObject({
    code: "not-found",
  });
});
