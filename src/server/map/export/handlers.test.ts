import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Journey } from "../../../core/map/journey.ts";
import { openEngine } from "../../../engine/open.ts";
import { createApp } from "../../app.ts";
import { saveMap } from "../../documents/map.ts";
import { openDocuments } from "../../documents/open.ts";
import { keepPicture } from "../../documents/picture.ts";
import { createWorkspace } from "../../documents/workspace.ts";
import { writeJourney } from "../../../core/map/file.ts";
import type { Handlers } from "../../handlers.ts";
import { Desk } from "../desk.ts";
import { Shelf } from "../shelf.ts";
import { exportHandlers } from "./handlers.ts";

const journey = Journey.parse({
  spoor: "journey/1",
  id: "jo_a",
  title: "Overstappen",
  language: "nl",
  episodes: [
    {
      id: "ep_a",
      title: "Ik zoek",
      touchpoints: [
        {
          id: "tp_a",
          title: "Ik vergelijk",
          // No such picture is kept here.
          pictures: [{ id: "pi_a", hash: "0".repeat(64), alt: "Een tabel" }],
        },
      ],
    },
  ],
});

const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

async function opened({ pictured = false } = {}): Promise<(path: string) => Promise<Response>> {
  const folder = await mkdtemp(join(tmpdir(), "spoor-export-"));
  const documents = await openDocuments({ path: join(folder, "documents") });
  const engine = await openEngine({ path: join(folder, "engine") });
  const report = (error: unknown) => {
    throw error;
  };
  const desk = new Desk({ documents, now: Date.now, shared: false, report });
  onTestFinished(async () => {
    await desk[Symbol.asyncDispose]();
    await engine[Symbol.asyncDispose]();
    await documents[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });
  const { id } = await createWorkspace(documents, { slug: "a", name: "A", kind: "own" });
  const body = writeJourney(journey);
  if (pictured)
    await keepPicture(documents, id, "0".repeat(64), {
      type: "image/png",
      width: 1,
      height: 1,
      data: pixel,
    });
  await saveMap(documents, id, { id: "jo_a", title: journey.title, body, author: null });
  const handlers = exportHandlers({ engine, documents, shelf: new Shelf(documents, desk) });
  const app = createApp({ handlers: handlers as Handlers, dist: null, loopback: false, report });
  return async (path) => app.request(path);
}

test("a map is answered as a file, in its own language, with what the data says", async () => {
  const asking = await opened();
  const response = await asking("/api/w/a/maps/jo_a/export?format=svg");
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "image/svg+xml; charset=utf-8",
    "content-disposition": `attachment; filename="a.svg"; filename*=UTF-8''a.svg`,
    "x-content-type-options": "nosniff",
  });
  const svg = await response.text();
  expect(svg).toContain("0 klantreizen");
  expect(svg).not.toContain("zonder cijfers");
  expect(svg).not.toContain("<image");
});

test("a picture that is kept stands on every drawing of the map", async () => {
  const asking = await opened({ pictured: true });
  const written = async (format: string) =>
    Buffer.from(
      await (await asking(`/api/w/a/maps/jo_a/export?format=${format}&figures=0`)).arrayBuffer(),
    ).toString("latin1");
  for (const format of ["svg", "html"])
    expect(await written(format)).toContain(`href="data:image/png;base64,${pixel}"`);
  expect(await written("pdf")).toContain("/Subtype /Image");
  expect(await written("pptx")).toMatch(/ppt\/media\/image-?[\d-]+\.png/);
});

test("figures are left out when they are not wanted, and the language is the one asked for", async () => {
  const asking = await opened();
  const response = await asking("/api/w/a/maps/jo_a/export?format=svg&figures=0&language=en");
  expect(await response.text()).toContain("without figures");
});

test("a format that Spoor does not write is refused, and a map that is not there is not found", async () => {
  const asking = await opened();
  expect((await asking("/api/w/a/maps/jo_a/export?format=exe")).status).toBe(400);
  expect((await asking("/api/w/a/maps/jo_b/export?format=svg")).status).toBe(404);
});
