import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readJourney, writeJourney } from "../../core/map/file.ts";
import { anyJourney } from "../../core/map/journey.arbitrary.ts";
import { Journey } from "../../core/map/journey.ts";
import { began, edited, received, undone, unsent } from "../../core/map/session.ts";
import type { Turn } from "../../core/map/session.ts";
import type { Sent } from "../../protocol/map/live.ts";
import type { Documents } from "../documents/documents.ts";
import { saveMap } from "../documents/map.ts";
import { openDocuments } from "../documents/open.ts";
import { createWorkspace } from "../documents/workspace.ts";
import { Desk } from "./desk.ts";
import { newAuthor } from "./new-author.ts";

const folder = await mkdtemp(join(tmpdir(), "spoor-become-"));
let documents: Documents;
let workspace = 0;

const map = "jo_energy";
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
  const slug = `w${workspace + 1}`;
  ({ id: workspace } = await createWorkspace(documents, { slug, name: slug, kind: "own" }));
  const body = writeJourney(drawn);
  await saveMap(documents, workspace, { id: map, title: drawn.title, body, author: null });
});

function desk(): Desk {
  const report = (error: unknown) => {
    throw error;
  };
  return new Desk({ documents, now: () => Date.UTC(2026, 10, 24, 9), shared: false, report });
}

function titled(to: string): Sent {
  return { number: 1, command: { do: "set", at: map, field: "title", from: "Energy", to } };
}

test("a map that is stored anew becomes it by commands, and those on their way find their place", async () => {
  await using here = desk();
  const over = new AbortController();
  const drawing = await here.drawing(workspace, map);
  await drawing.send(ann, [titled("Power")]);
  const events = drawing.audience.follow(1, null, over.signal)[Symbol.asyncIterator]();
  const [episode] = drawn.episodes;
  const other: Journey = {
    ...drawn,
    scope: "From need to bill",
    episodes: [{ ...episode!, touchpoints: [{ id: "tp_c", title: "I pay" }] }],
  };
  await here.put(workspace, other, "Ben");
  expect(await events.next()).toMatchObject({
    value: { event: { type: "commands", commands: [{ seq: 2, author: { name: "Ben" } }] } },
  });
  expect(writeJourney(drawing.journey)).toBe(writeJourney(other));
  await drawing.send(ann, [{ ...titled("Energy for Ann"), number: 2 }]);
  const again = await desk().drawing(workspace, map);
  expect([again.seq, writeJourney(again.journey), (await again.since(0))?.length]).toEqual([
    3,
    writeJourney({ ...other, title: "Energy for Ann" }),
    3,
  ]);
  over.abort();
});

test("a map becomes any other, to the byte, and each of its states can be had again", async () => {
  const drawing = await desk().drawing(workspace, map);
  await fc.assert(
    fc.asyncProperty(anyJourney, async (any) => {
      const other = readJourney(writeJourney(any).replaceAll(any.id, map));
      const before = { journey: drawing.journey, seq: drawing.seq };
      await drawing.become(newAuthor("Ann"), other);
      expect(writeJourney(drawing.journey)).toBe(writeJourney(other));
      await drawing.restore(newAuthor("Ben"), before.journey);
      expect(writeJourney(drawing.journey)).toBe(writeJourney(before.journey));
      expect((await drawing.since(before.seq))?.map(({ seq }) => seq)).toEqual(
        Array.from({ length: drawing.seq - before.seq }, (_, at) => before.seq + at + 1),
      );
    }),
    { numRuns: 25 },
  );
  const again = await desk().drawing(workspace, map);
  expect([again.seq, writeJourney(again.journey)]).toEqual([
    drawing.seq,
    writeJourney(drawing.journey),
  ]);
}, 60_000);

test("what another did is still his to take back after an older state was restored", async () => {
  const drawing = await desk().drawing(workspace, map);
  const then = drawing.journey;
  let page = began({ client: ann.client, next: 1, pending: [] }, then, drawing.seq);
  const drawHere = async (turn: Turn) => {
    page = turn.session;
    await drawing.send(
      ann,
      unsent(page).map(({ number, command }) => ({ number, command })),
    );
    page = received(page, (await drawing.since(page.seq)) ?? []).session;
  };
  const said = "Noted";
  await drawHere(
    edited(page, { do: "set", at: "tp_a", field: "notes", from: null, to: "Ask Ben" }, said),
  );
  await drawing.send(ben, [titled("Power")]);
  await drawing.restore(newAuthor("Ben"), {
    ...then,
    episodes: drawing.journey.episodes,
  });
  // Typed while the restoring was on its way: the page does not know of it yet.
  await drawHere(
    edited(page, { do: "set", at: "tp_b", field: "notes", from: null, to: "Mine" }, said),
  );
  expect(drawing.journey).toMatchObject({
    title: "Energy",
    episodes: [{ touchpoints: [{ notes: "Ask Ben" }, { notes: "Mine" }] }],
  });
  await drawHere(undone(page));
  await drawHere(undone(page));
  expect(writeJourney(drawing.journey)).toBe(writeJourney(then));
  expect(writeJourney(page.view)).toBe(writeJourney(drawing.journey));
});
