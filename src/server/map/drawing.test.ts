import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { readJourney, writeJourney } from "../../core/map/file.ts";
import { Journey } from "../../core/map/journey.ts";
import type { LiveEvent, Sent } from "../../protocol/map/live.ts";
import type { Documents } from "../documents/documents.ts";
import { findMap, listMaps, saveMap, throwAway } from "../documents/map.ts";
import { listVersions, versionBody } from "../documents/map-version.ts";
import { openDocuments } from "../documents/open.ts";
import { createWorkspace } from "../documents/workspace.ts";
import { Desk } from "./desk.ts";

const folder = await mkdtemp(join(tmpdir(), "spoor-drawing-"));
let documents: Documents;
let workspace = 0;
let time = Date.UTC(2026, 10, 24, 9);

const map = "jo_energy";
const place = () => ({ workspace, map });
const ann = { client: "client-ann", name: "Ann" };
const ben = { client: "client-ben", name: "Ben" };

const drawn = Journey.parse({
  spoor: "journey/1",
  id: map,
  title: "Energy",
  episodes: [
    {
      id: "ep_one",
      title: "Choose",
      touchpoints: [
        { id: "tp_a", title: "I compare" },
        { id: "tp_b", title: "I choose" },
      ],
    },
  ],
});

beforeAll(async () => {
  documents = await openDocuments({ path: join(folder, "documents") });
});
afterAll(async () => {
  await documents[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  time = Date.UTC(2026, 10, 24, 9);
  const slug = `w${workspace + 1}`;
  ({ id: workspace } = await createWorkspace(documents, { slug, name: slug, kind: "own" }));
  const body = writeJourney(drawn);
  await saveMap(documents, workspace, { id: map, title: drawn.title, body, author: null });
});

function desk(shared = false): Desk {
  const report = (error: unknown) => {
    throw error;
  };
  return new Desk({ documents, now: () => time, shared, report });
}

function titled(number: number, to: string, from = "Energy"): Sent {
  return { number, command: { do: "set", at: map, field: "title", from, to } };
}

function removed(number: number, at: string): Sent {
  return { number, command: { do: "remove", at } };
}

/** Takes the next events of a stream, as many as asked for. */
async function next(events: AsyncIterator<{ event: LiveEvent }>, count: number) {
  const found: LiveEvent[] = [];
  for (let i = 0; i < count; i += 1) {
    const { value, done } = await events.next();
    if (done) break;
    found.push(value.event);
  }
  return found;
}

test("what was answered is there for the next process, which finds no body of it", async () => {
  const crashed = await desk().drawing(workspace, map);
  expect(await crashed.send(ann, [titled(1, "Power"), removed(2, "tp_a")])).toEqual({
    seq: 2,
    outcomes: [
      { number: 1, seq: 1, why: null },
      { number: 2, seq: 2, why: null },
    ],
  });
  expect((await findMap(documents, workspace, map)).body).toBe(writeJourney(drawn));
  expect(await listMaps(documents, workspace)).toEqual([
    { id: map, title: "Power", updated: new Date(time).toISOString() },
  ]);

  const opened = await desk().drawing(workspace, map);
  expect([opened.seq, writeJourney(opened.journey)]).toEqual([2, writeJourney(crashed.journey)]);
  await opened.settle();
  const stored = await findMap(documents, workspace, map);
  expect([stored.seq, stored.body]).toEqual([2, writeJourney(crashed.journey)]);
});

test("a command that is sent again counts once, within a request and after a restart", async () => {
  const first = await desk().drawing(workspace, map);
  await first.send(ann, [titled(1, "Power"), titled(1, "Power")]);
  const second = await desk().drawing(workspace, map);
  expect(await second.send(ann, [titled(1, "Power"), titled(2, "Gas", "Power")])).toEqual({
    seq: 2,
    outcomes: [
      { number: 1, seq: 1, why: null },
      { number: 2, seq: 2, why: null },
    ],
  });
  expect((await second.send(ben, [titled(1, "Heat", "Gas")])).seq).toBe(3);
});

test("what the rules refuse is told, and the rest of the request is done", async () => {
  const drawing = await desk().drawing(workspace, map);
  const { seq, outcomes } = await drawing.send(ann, [removed(1, "tp_gone"), removed(2, "tp_b")]);
  expect([seq, outcomes.map((each) => [each.seq, each.why?.key])]).toEqual([
    1,
    [
      [null, "gone"],
      [1, undefined],
    ],
  ]);
  expect(drawing.journey.episodes[0]?.touchpoints.map(({ id }) => id)).toEqual(["tp_a"]);
});

test("two processes that write at once lose nothing and end alike", async () => {
  const [one, other] = [
    await desk(true).drawing(workspace, map),
    await desk(true).drawing(workspace, map),
  ];
  const notes = (from: string, number: number): Sent => ({
    number,
    command: {
      do: "add",
      to: "ep_one",
      list: "touchpoints",
      after: null,
      element: { id: `tp_${from}${number}`, title: from },
    },
  });
  const count = 15;
  await Promise.all(
    Array.from({ length: count }, (_, at) => [
      one.send(ann, [notes("ann", at + 1)]),
      other.send(ben, [notes("ben", at + 1)]),
    ]).flat(),
  );
  await Promise.all([one.catchUp(), other.catchUp()]);
  expect(one.seq).toBe(2 * count);
  expect(writeJourney(one.journey)).toBe(writeJourney(other.journey));
  const ids = one.journey.episodes[0]?.touchpoints.map(({ id }) => id) ?? [];
  expect(new Set(ids).size).toBe(2 * count + 2);
});

test("who follows sees the map first, then each command, also those he missed", async () => {
  const drawing = await desk().drawing(workspace, map);
  const over = new AbortController();
  const events = drawing.audience.follow(null, "client-ben", over.signal)[Symbol.asyncIterator]();
  expect(await next(events, 1)).toEqual([{ type: "map", seq: 0, journey: drawing.journey }]);
  await drawing.send(ann, [titled(1, "Power")]);
  expect(await next(events, 1)).toMatchObject([
    { type: "commands", commands: [{ seq: 1, number: 1, author: ann }] },
  ]);
  await drawing.send(ann, [titled(2, "Gas", "Power")]);
  await drawing.send(ann, [titled(3, "Heat", "Gas")]);
  const later = new AbortController();
  const back = (await desk().drawing(workspace, map)).audience.follow(1, null, later.signal);
  expect(await next(back[Symbol.asyncIterator](), 1)).toMatchObject([
    { type: "commands", commands: [{ seq: 2 }, { seq: 3 }] },
  ]);
  over.abort();
  expect(await events.next()).toMatchObject({ done: true });
  expect(drawing.audience.size).toBe(0);
});

test("who leaves is not present any more", async () => {
  const { audience } = await desk().drawing(workspace, map);
  const [a, b] = [new AbortController(), new AbortController()];
  const watching = audience.follow(0, "client-ann", a.signal)[Symbol.asyncIterator]();
  const leaving = audience.follow(0, "client-ben", b.signal)[Symbol.asyncIterator]();
  const told = [watching.next(), leaving.next()];
  const presence = { author: ben, at: "tp_a", field: "title", typing: true };
  audience.present(presence);
  const present = { value: { event: { type: "present", people: [presence] } } };
  expect(await Promise.all(told)).toMatchObject([present, present]);
  const gone = leaving.next();
  b.abort();
  await gone;
  expect(await watching.next()).toMatchObject({
    value: { event: { type: "present", people: [] } },
  });
  a.abort();
  await watching.next();
});

test("a version is kept by name, before the first change of a day, and after much drawing", async () => {
  const drawing = await desk().drawing(workspace, map);
  await drawing.send(ann, [titled(1, "Power")]);
  await drawing.keep("Ann", "Agreed with sales");
  await drawing.send(ann, [titled(2, "Gas", "Power")]);
  await drawing.pause();
  time += 24 * 3_600_000;
  await drawing.send(ben, [titled(1, "Heat", "Gas")]);
  const many = Array.from({ length: 20 }, (_, at) =>
    titled(at + 2, `Heat ${at}`, `Heat ${at - 1}`),
  );
  await drawing.send(ben, many);
  await drawing.pause();
  await drawing.pause();
  const kept = (await listVersions(documents, place())).toReversed();
  const shown = kept.map(({ number, name, author, seq }) => [number, name, author, seq]);
  expect(shown).toEqual([
    [1, "Agreed with sales", "Ann", 1],
    [2, null, "Ann", 2],
    [3, null, "Ben", 23],
  ]);
  expect(readJourney(await versionBody(documents, place(), 2)).title).toBe("Gas");
});

test("words that are taken out go by commands, from the log too, and nobody brings them back", async () => {
  const drawing = await desk().drawing(workspace, map);
  const other = await desk(true).drawing(workspace, map);
  const over = new AbortController();
  const events = drawing.audience.follow(0, "client-ben", over.signal)[Symbol.asyncIterator]();
  await drawing.send(ann, [titled(1, "Ask Wilma"), titled(2, "Power", "Ask Wilma")]);
  await drawing.send(ann, [titled(3, "Wilma again", "Power")]);
  await other.catchUp();
  await next(events, 1);
  const sought = { clean: (text: string) => text.replaceAll(/wilma/gi, "▇"), pattern: "wilma" };
  drawing.guard(sought.clean);
  expect(await drawing.redact({ client: "client-new", name: "Spoor" }, sought)).toBe(1);
  expect([drawing.journey.title, drawing.seq, drawing.settled]).toEqual(["▇ again", 4, true]);
  const told = await next(events, 1);
  // By the command or, where that was overtaken, by the whole map.
  expect(["commands", "map"]).toContain(told[0]?.type);
  // Who comes back to any place before it is given the map.
  for (const seq of [0, 1, 3]) expect(await drawing.since(seq)).toBeNull();
  const kept = await documents.query(
    z.object({ seq: z.number(), command: z.unknown() }),
    "SELECT seq, command FROM map_command WHERE workspace = $1 ORDER BY seq",
    [workspace],
  );
  expect(kept).toEqual([1, 2, 3, 4].map((seq) => ({ seq, command: null })));
  await other.catchUp();
  expect([other.seq, other.journey.title]).toEqual([4, "▇ again"]);

  // Ben takes back a step of before; what was sent counts once still.
  await drawing.send(ben, [titled(1, "Wilma!", "▇ again")]);
  expect(drawing.journey.title).toBe("▇!");
  expect((await drawing.send(ann, [titled(3, "Wilma again", "Power")])).outcomes).toEqual([
    { number: 3, seq: 3, why: null },
  ]);
  expect((await drawing.since(4))?.map(({ seq }) => seq)).toEqual([5]);
  const reopened = await desk().drawing(workspace, map);
  expect([reopened.seq, reopened.journey.title]).toEqual([5, "▇!"]);
  over.abort();
  await events.next();
});

test("a map that was thrown away takes no commands", async () => {
  const drawing = await desk().drawing(workspace, map);
  await throwAway(documents, workspace, map, "Ann");
  await expect(drawing.send(ann, [titled(1, "Power")])).rejects.toMatchObject({
    code: "not-found",
  });
});

test("when nobody draws for a while the body is written, and after a pause a version is kept", async () => {
  await using here = desk();
  const drawing = await here.drawing(workspace, map);
  const many = Array.from({ length: 20 }, (_, at) =>
    titled(at + 1, `Heat ${at}`, `Heat ${at - 1}`),
  );
  await drawing.send(ann, many);
  /** Looks now and then, with so many milliseconds going by in between, until it is so. */
  const until = (so: () => Promise<boolean>, passing: number) =>
    vi.waitUntil(
      async () => {
        const is = await so();
        time += passing;
        return is;
      },
      { timeout: 10_000, interval: 1200 },
    );
  const body = await findMap(documents, workspace, map);
  expect(body.seq).toBe(0);
  await until(async () => (await findMap(documents, workspace, map)).seq === 20, 6000);
  expect(await listVersions(documents, place())).toEqual([]);
  const pause = 11 * 60_000;
  await until(async () => (await listVersions(documents, place())).length === 1, pause);
  await until(async () => (await here.drawing(workspace, map)) !== drawing, pause);
}, 30_000);

test("closing the desk writes the bodies", async () => {
  const here = desk();
  await (await here.drawing(workspace, map)).send(ann, [titled(1, "Power")]);
  await here[Symbol.asyncDispose]();
  expect(await findMap(documents, workspace, map)).toMatchObject({ seq: 1, title: "Power" });
});
