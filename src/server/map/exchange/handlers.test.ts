import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readJourney } from "../../../core/map/file.ts";
import { createApp } from "../../app.ts";
import type { Documents } from "../../documents/documents.ts";
import { findMap, listMaps } from "../../documents/map.ts";
import { openDocuments } from "../../documents/open.ts";
import { createWorkspace } from "../../documents/workspace.ts";
import type { Handlers } from "../../handlers.ts";
import { exchangeHandlers } from "./handlers.ts";

const folder = await mkdtemp(join(tmpdir(), "spoor-import-map-"));
let documents: Documents;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  documents = await openDocuments({ path: join(folder, "documents") });
  const report = (error: unknown) => {
    throw error;
  };
  const handlers = exchangeHandlers({ documents }) as Handlers;
  app = createApp({ handlers, dist: null, loopback: true, report });
});
afterAll(async () => {
  await documents[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

let count = 0;
async function workspace() {
  const slug = `w${(count += 1)}`;
  return createWorkspace(documents, { slug, name: slug, kind: "own" });
}

type Answer = { journey: { id: string; title: string }; format: string; report: { key: string }[] };

async function send(slug: string, name: string, body: string | Uint8Array<ArrayBuffer>) {
  const response = await app.request(
    `/api/w/${slug}/maps/import?name=${encodeURIComponent(name)}`,
    {
      method: "POST",
      headers: { origin: "http://localhost" },
      body,
    },
  );
  return { status: response.status, answer: (await response.json()) as Answer };
}

const example = await readFile("examples/energy/switching.journey.yaml", "utf8");

test("a map of one's own keeps its id, and is stored byte for byte", async () => {
  const { id, slug } = await workspace();
  const { status, answer } = await send(slug, "switching.journey.yaml", example);
  expect([status, answer.format, answer.report]).toEqual([200, "yaml", []]);
  expect((await findMap(documents, id, answer.journey.id)).body).toBe(example);
});

test("a map that is there already comes in beside it, under an id of its own", async () => {
  const { id, slug } = await workspace();
  await send(slug, "a.yaml", example);
  const { answer } = await send(slug, "a.yaml", example);
  expect(answer.journey.id).toBe("jo_overstappen-van-energieleverancier");
  expect(answer.report).toEqual([{ key: "map-id-taken", id: readJourney(example).id }]);
  expect(await listMaps(documents, id)).toHaveLength(2);
});

test("a table without a title is called after its file", async () => {
  const { slug } = await workspace();
  const table = "Fase;Contactmoment;Kanaal\r\nKopen;Ik bestel;website\r\n";
  const { answer } = await send(slug, "Wasmachine kopen.csv", table);
  expect(answer).toMatchObject({
    format: "csv",
    journey: {
      id: "jo_wasmachine-kopen",
      title: "Wasmachine kopen",
      episodes: [{ title: "Kopen", touchpoints: [{ title: "Ik bestel", channel: "web" }] }],
    },
    report: [{ key: "map-title-from-file" }],
  });
});

test("an old encoding is read, and told", async () => {
  const { slug } = await workspace();
  const bytes = new Uint8Array(Buffer.from("Fase;Stap\r\nCafé;Ik betaal €5\r\n", "latin1"));
  bytes[bytes.indexOf(0xac)] = 0x80;
  const { answer } = await send(slug, "oud.csv", bytes);
  expect(answer.journey).toMatchObject({ episodes: [{ title: "Café" }] });
  expect(answer.report[0]).toEqual({ key: "map-older-encoding" });
});

test.each([
  ["nothing", "", "map-file-empty"],
  ["prose", "Dear Sir", "map-not-recognised"],
  ["a picture", "\u0089PNG\r\n\u001A\n\0\0\0", "map-not-recognised"],
  ["an SVG", "<svg xmlns='http://www.w3.org/2000/svg'/>", "map-other-xml"],
  ["a table of something else", "name,age\nAda,36\n", "map-no-touchpoint-column"],
  ["a JSON of something else", '{"name":"a","version":"1"}', "map-not-recognised"],
  ["a JSON list", '[{"a":1}]', "map-not-recognised"],
  ["broken JSON", '{"spoor":"journey/1",', "map-broken-json"],
])("%s is refused with words, and nothing is stored", async (_, body, key) => {
  const { id, slug } = await workspace();
  const { status, answer } = await send(slug, "file", body);
  expect([status, answer]).toEqual([
    422,
    expect.objectContaining({ message: expect.objectContaining({ key }) }),
  ]);
  expect(await listMaps(documents, id)).toEqual([]);
});

test("a file that is made to swell takes nothing down with it", { timeout: 60_000 }, async () => {
  const { slug } = await workspace();
  const brackets = `spoor: journey/1\na: ${"[".repeat(9 * 1024 * 1024)}`;
  const deep = await send(slug, "bomb.yaml", brackets);
  expect([deep.status, deep.answer]).toMatchObject([400, { message: { key: "yaml-too-deep" } }]);
  const swelling = `{"stages":[${"{},".repeat(3_200_000)}{}],"nodes":[]}`;
  const { status, answer } = await send(slug, "bomb.ojf", swelling);
  expect([status, answer]).toMatchObject([413, { message: { key: "map-too-heavy" } }]);
  expect((await send(slug, "a.yaml", example)).status).toBe(200);
});

test("a file of more than 10 MB is refused while it comes in", async () => {
  const { slug } = await workspace();
  const { status, answer } = await send(slug, "big.csv", "a;b\n".repeat(3 * 1024 * 1024));
  expect([status, answer]).toMatchObject([
    413,
    { message: { key: "map-file-too-large", megabytes: 10 } },
  ]);
});
