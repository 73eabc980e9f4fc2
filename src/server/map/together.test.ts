import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { writeJourney } from "../../core/map/file.ts";
import { Journey } from "../../core/map/journey.ts";
import { openEngine } from "../../engine/open.ts";
import type { Engine } from "../../engine/port.ts";
import { createApp } from "../app.ts";
import type { Documents } from "../documents/documents.ts";
import { saveMap } from "../documents/map.ts";
import { openDocuments } from "../documents/open.ts";
import { createWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import { commentHandlers } from "./comment-handlers.ts";
import { Desk } from "./desk.ts";
import { liveHandlers } from "./live-handlers.ts";
import { pictureHandlers } from "./picture-handlers.ts";
import { portfolioHandlers } from "./portfolio.ts";
import { shareHandlers } from "./share-handlers.ts";
import { Shelf } from "./shelf.ts";
import { versionHandlers } from "./version-handlers.ts";
import { workshopHandlers } from "./workshop-handlers.ts";

const folder = await mkdtemp(join(tmpdir(), "spoor-together-"));
let documents: Documents;
let desk: Desk;
let engine: Engine;
let app: ReturnType<typeof createApp>;
let workspaces = 0;
let own = "";
let base = "";

const ann = { client: "client-ann", name: "Ann" };
const [anna, ben] = [
  { id: "person-ann", name: "Ann" },
  { id: "person-ben", name: "Ben" },
];
const drawn = Journey.parse({
  spoor: "journey/1",
  id: "jo_energy",
  title: "Energy",
  owner: "Karin Smit",
  reviewBy: "2027-01-31",
  personas: [{ id: "pe_first", name: "First-timer" }],
  episodes: [
    {
      id: "ep_one",
      title: "Choose",
      pains: [{ id: "pn_one", title: "Slow", evidence: { kind: "research" } }],
      touchpoints: [
        {
          id: "tp_a",
          title: "I compare",
          opens: "jo_compare",
          emotions: [{ id: "em_one", value: -0.5, evidence: { kind: "assumed" } }],
          quotes: [{ id: "qu_one", text: "Hm", by: "Mr Bos", evidence: { kind: "research" } }],
        },
        { id: "tp_b", title: "I choose" },
      ],
    },
  ],
});

beforeAll(async () => {
  documents = await openDocuments({ path: join(folder, "documents") });
  const report = (error: unknown) => {
    throw error;
  };
  desk = new Desk({ documents, now: Date.now, shared: false, report });
  engine = await openEngine({ path: join(folder, "engine") });
  const parts = { engine, documents, desk };
  const handlers = {
    ...liveHandlers(parts),
    ...versionHandlers(parts),
    ...portfolioHandlers(parts),
    ...commentHandlers(parts),
    ...shareHandlers({ ...parts, shelf: new Shelf(documents, desk) }),
    ...pictureHandlers(parts),
    ...workshopHandlers(parts),
  } as unknown as Handlers;
  app = createApp({ handlers, dist: null, loopback: true, report });
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await documents[Symbol.asyncDispose]();
  await engine[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  workspaces += 1;
  const slug = `w${workspaces}`;
  const { id } = await createWorkspace(documents, { slug, name: slug, kind: "own" });
  const body = writeJourney(drawn);
  await saveMap(documents, id, { id: drawn.id, title: drawn.title, body, author: null });
  own = `/api/w/${slug}`;
  base = `${own}/maps/${drawn.id}`;
});

// oxlint-disable-next-line typescript/no-explicit-any -- an answer of any endpoint, compared as a whole
type Answer = { status: number; body: any };

async function ask(method: string, path: string, body?: unknown): Promise<Answer> {
  const init: RequestInit = { method, headers: { Host: "localhost" } };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await app.request(path, init);
  return { status: response.status, body: await response.json() };
}

function titled(number: number, from: string, to: string) {
  const command = { do: "set", at: drawn.id, field: "title", from, to };
  return ask("POST", `${base}/commands`, { author: ann, commands: [{ number, command }] });
}

/** Reads server-sent events as text until `enough`. */
async function heard(response: Response, enough: (text: string) => boolean): Promise<string> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (!enough(text)) {
    const { value, done } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}

test("a change by one is an event to another, with its place in the log as id", async () => {
  const stream = await app.request(`${base}/live`);
  expect(stream.headers.get("content-type")).toContain("text/event-stream");
  const listening = heard(stream, (text) => text.includes("event: commands"));
  expect(await titled(1, "Energy", "Power")).toMatchObject({
    status: 200,
    body: { seq: 1, outcomes: [{ number: 1, seq: 1, why: null }] },
  });
  const text = await listening;
  expect(text).toMatch(/^retry: 1000\n\nevent: map\nid: 0\ndata: \{"type":"map","seq":0/);
  expect(text).toContain('event: commands\nid: 1\ndata: {"type":"commands","commands":[{"seq":1');

  const back = await app.request(`${base}/live`, { headers: { "Last-Event-ID": "0" } });
  const missed = await heard(back, (told) => told.includes("\n\nevent:"));
  expect(missed).toContain("event: commands\nid: 1\n");
  expect(missed).not.toContain("event: map");
});

test("a version is kept, named, read and made what the map is again", async () => {
  await titled(1, "Energy", "Power");
  const kept = await ask("POST", `${base}/versions`, { author: ann, name: "Agreed" });
  expect(kept.body).toMatchObject({ number: 1, name: "Agreed", author: "Ann", seq: 1 });
  await titled(2, "Power", "Gas");
  await ask("PUT", `${base}/versions/1`, { author: ann, name: "Signed" });
  expect((await ask("GET", `${base}/versions/1`)).body).toMatchObject({ title: "Power" });
  await ask("POST", `${base}/versions/1/restore`, { author: ann });
  const drawing = await desk.drawing(workspaceId(), drawn.id);
  expect(drawing.journey.title).toBe("Power");
  await titled(3, "Power", "Heat");
  await ask("POST", `${base}/versions/1/restore`, { author: ann });
  expect([drawing.journey.title, (await drawing.since(0))?.length]).toEqual(["Power", 5]);
  const versions = (await ask("GET", `${base}/versions`)).body as { name: string | null }[];
  expect(versions.map(({ name }) => name)).toEqual([null, null, "Signed"]);
  expect((await ask("GET", `${base}/versions/9`)).status).toBe(404);
  expect((await ask("POST", `${base}/versions/1.5/restore`, { author: ann })).status).toBe(404);
});

function workspaceId(): number {
  return workspaces;
}

test("the list of maps tells what each is about; what is thrown away comes back", async () => {
  await titled(1, "Energy", "Power");
  const [card] = (await ask("GET", `${own}/portfolio`)).body as unknown[];
  expect(card).toEqual({
    id: "jo_energy",
    title: "Power",
    state: "current",
    scenario: null,
    personas: ["First-timer"],
    owner: "Karin Smit",
    reviewBy: "2027-01-31",
    basedOn: null,
    opens: [{ touchpoint: "tp_a", map: "jo_compare" }],
    episodes: 1,
    touchpoints: 2,
    pains: 1,
    evidence: { assumed: 3, research: 2, measured: 0 },
    feelings: [-0.5, null],
    health: null,
    changed: { at: expect.any(String), by: "Ann" },
    deleted: null,
  });
  await ask("DELETE", `${base}?author=Ann`);
  expect((await ask("POST", `${base}/versions`, { author: ann, name: "x" })).status).toBe(404);
  expect((await ask("GET", `${own}/portfolio`)).body).toMatchObject([
    { title: "Power", deleted: expect.any(String) },
  ]);
  expect((await ask("POST", `${base}/put-back`)).status).toBe(200);
  expect((await ask("POST", `${base}/put-back`)).status).toBe(404);
  expect((await ask("GET", `${own}/portfolio`)).body).toMatchObject([{ deleted: null }]);
  expect((await titled(2, "Power", "Gas")).body.seq).toBe(2);
});

test("a comment is answered, changed by its author only, settled and taken back", async () => {
  const said = { author: anna, element: "tp_a", text: "Is this so?", mentions: ["Ben"] };
  const { body: first } = await ask("POST", `${base}/comments`, said);
  expect(first).toMatchObject({ ...said, thread: null, edited: null, resolved: null });
  const answer = { author: ben, element: "tp_b", thread: first.id, text: "It is" };
  const { body: second } = await ask("POST", `${base}/comments`, answer);
  expect(second).toMatchObject({ thread: first.id, element: "tp_a", author: ben });
  expect([first.about, second.about]).toEqual(["I compare", "I compare"]);

  const change = { author: ben, text: "No" };
  expect((await ask("PUT", `${base}/comments/${first.id}`, change)).status).toBe(403);
  expect((await ask("DELETE", `${base}/comments/${first.id}?person=person-ben`)).status).toBe(403);
  const edited = await ask("PUT", `${base}/comments/${second.id}`, change);
  expect(edited.body).toMatchObject({ text: "No", edited: expect.any(String) });

  const asBen = await ask("GET", `${base}/comments?person=${ben.id}`);
  expect(asBen.body.map(({ author }: { author: object }) => author)).toEqual([
    { id: expect.stringMatching(/^[0-9a-f]{32}$/), name: anna.name },
    ben,
  ]);

  const settle = (resolved: boolean) =>
    ask("POST", `${base}/comments/${second.id}/resolve`, { author: ben, resolved });
  expect((await settle(true)).body).toMatchObject({ id: first.id, resolvedBy: "Ben" });
  expect((await settle(false)).body).toMatchObject({ resolved: null, resolvedBy: null });

  await ask("DELETE", `${base}/comments/${first.id}?person=person-ann`);
  expect((await ask("GET", `${base}/comments`)).body).toEqual([]);
});

test("a reaction is given once by each, and taken back by giving it again", async () => {
  const give = (author: object) =>
    ask("POST", `${base}/reactions`, { author, element: "tp_a", mark: "agree" });
  expect((await give(anna)).body).toEqual({ given: true });
  await give(ben);
  expect((await ask("GET", `${base}/reactions?person=${anna.id}`)).body).toEqual([
    { element: "tp_a", mark: "agree", by: [anna, { name: ben.name, id: expect.any(String) }] },
  ]);
  expect(JSON.stringify((await ask("GET", `${base}/reactions`)).body)).not.toContain(ben.id);
  expect((await give(anna)).body).toEqual({ given: false });
  expect((await ask("GET", `${base}/reactions`)).body).toMatchObject([
    { by: [{ name: ben.name }] },
  ]);
});

describe("a link", () => {
  const wish = { kind: "read", figures: false, author: "Ann" };

  test("shows the map without the people of it, follows it, and ends when it is withdrawn", async () => {
    const { body: made } = await ask("POST", `${base}/shares`, wish);
    expect(made.share).toMatchObject({ ...wish, expires: null, revoked: null });
    const outside = `/api/s/${made.secret}`;
    const seen = await ask("GET", outside);
    expect(seen.body).toMatchObject({ kind: "read", journey: { title: "Energy" } });
    expect(JSON.stringify(seen.body)).not.toMatch(/Karin|Bos/);
    expect((await ask("GET", `${outside}/overlay`)).status).toBe(403);
    expect((await ask("GET", `${outside}/workshop?guest=guest-ann`)).status).toBe(404);

    const stream = await app.request(`${outside}/live`);
    const following = heard(stream, (text) => text.includes("Power"));
    await titled(1, "Energy", "Power");
    expect(await following).not.toMatch(/Karin|Bos|event: commands/);

    const open = heard(await app.request(`${outside}/live`), () => false);
    await ask("DELETE", `${base}/shares/${made.share.id}`);
    expect(await open).toContain("event: map");
    const gone = await ask("GET", outside);
    expect([gone.status, gone.body.message.key]).toEqual([404, "share-revoked"]);
    expect((await ask("GET", `${base}/shares`)).body).toMatchObject([
      { id: made.share.id, revoked: expect.any(String) },
    ]);
  });

  test("is over when its time is, and no other secret opens anything", async () => {
    const soon = new Date(Date.now() + 60).toISOString();
    const { body: made } = await ask("POST", `${base}/shares`, { ...wish, expires: soon });
    await new Promise((resolve) => setTimeout(resolve, 80));
    const over = await ask("GET", `/api/s/${made.secret}`);
    expect([over.status, over.body.message.key]).toEqual([404, "share-expired"]);
    const guessed = await ask("GET", `/api/s/${made.secret.slice(0, -1)}`);
    expect([guessed.status, guessed.body.message.key]).toEqual([404, "no-share"]);
    const past = { ...wish, expires: "2020-01-01T00:00:00Z" };
    expect((await ask("POST", `${base}/shares`, past)).status).toBe(400);
  });

  test("to be embedded may stand in a frame of another site, and no other page may", async () => {
    const framed = async (path: string) => {
      const { headers } = await app.request(path);
      const policy = headers.get("content-security-policy") ?? "";
      return [/frame-ancestors ([^;]+)/.exec(policy)?.[1], headers.get("x-frame-options")];
    };
    expect(await framed("/s/secret/embed")).toEqual(["*", null]);
    for (const path of ["/s/secret", "/w/a/embed", "/", "/api/s/secret"])
      expect(await framed(path)).toEqual(["'none'", "DENY"]);
  });
});

test("a picture is kept under its hash, and shown outside only on a map that has it", async () => {
  const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
  const sent = await app.request(`${own}/pictures`, { method: "POST", body: gif });
  const { hash, width, height } = (await sent.json()) as Record<string, unknown>;
  expect([width, height]).toEqual([1, 1]);
  const shown = await app.request(`${own}/pictures/${String(hash)}`);
  expect([
    shown.headers.get("content-type"),
    shown.headers.get("cache-control"),
    shown.headers.get("x-content-type-options"),
    shown.headers.get("content-security-policy"),
  ]).toEqual([
    expect.stringMatching(/^image\//),
    "private, max-age=31536000, immutable",
    "nosniff",
    "default-src 'none'; sandbox; frame-ancestors 'none'",
  ]);
  const wish = { kind: "read", figures: false, author: "Ann" };
  const { secret } = (await ask("POST", `${base}/shares`, wish)).body;
  const outside = `/api/s/${secret}/pictures/${String(hash)}`;
  expect((await app.request(outside)).status).toBe(404);
  const picture = { id: "pi_one", hash, alt: "A dot" };
  const command = { do: "add", to: "tp_a", list: "pictures", after: null, element: picture };
  await ask("POST", `${base}/commands`, { author: ann, commands: [{ number: 1, command }] });
  expect((await app.request(outside)).status).toBe(200);
  const large = await app.request(`${own}/pictures`, {
    method: "POST",
    body: Buffer.alloc(8 * 1024 * 1024 + 1),
  });
  expect(large.status).toBe(413);
});
