import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { Mapping } from "../../src/core/event/mapping.ts";
import { message } from "../../src/core/message/message.ts";
import type { Documents } from "../../src/server/documents/documents.ts";
import {
  createImport,
  findFinishedImport,
  findImport,
  listImports,
  listUnfinishedImports,
  saveImport,
} from "../../src/server/documents/import.ts";
import type { Logged } from "../../src/protocol/map/live.ts";
import {
  appendCommands,
  commandsDone,
  commandsSince,
  trimLog,
} from "../../src/server/documents/map-log.ts";
import {
  findMap,
  listMaps,
  putBack,
  saveMap,
  settleMap,
  takenIds,
  throwAway,
} from "../../src/server/documents/map.ts";
import {
  addFieldNote,
  changeFieldNote,
  fieldNoteBin,
  findFieldNote,
  listFieldNotes,
} from "../../src/server/documents/field-note.ts";
import { addShare } from "../../src/server/documents/share.ts";
import type { FieldDraft } from "../../src/core/evidence/field-note.ts";
import type { FieldWish } from "../../src/protocol/evidence/field-note.ts";
import { listMappings, saveMapping } from "../../src/server/documents/mapping.ts";
import { migrate } from "../../src/server/documents/migrate.ts";
import { findPicture, keepPicture } from "../../src/server/documents/picture.ts";
import { openDocuments } from "../../src/server/documents/open.ts";
import {
  createWorkspace,
  findWorkspace,
  listWorkspaces,
  saveSettings,
  Settings,
} from "../../src/server/documents/workspace.ts";
import { addNote, addWorkshop, giveDots, listNotes } from "../../src/server/documents/workshop.ts";
import { startPostgres } from "./postgres-server.ts";
import { surveyIsKept } from "./survey-kept.ts";

const folder = mkdtempSync(join(tmpdir(), "spoor-documents-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const postgres = await startPostgres();
if (typeof postgres === "string") console.warn(`PostgreSQL server skipped: ${postgres}`);
else afterAll(() => postgres[Symbol.asyncDispose]());

const adapters = [
  { name: "in this process", where: { path: join(folder, "documents") }, skip: false },
  typeof postgres === "string"
    ? { name: `server (${postgres})`, where: { url: "" }, skip: true }
    : { name: "server", where: { url: postgres.url }, skip: false },
];

const mapping = Mapping.parse({
  spoor: "mapping/1",
  sources: [{ name: "shop", rows: [{ what: "event", time: "time" }] }],
});
const One = z.strictObject({ one: z.unknown() });

describe.each(adapters.filter(({ skip }) => skip))("documents: $name", () => {
  test.skip("needs a server", () => undefined);
});

describe.each(adapters.filter(({ skip }) => !skip))("documents: $name", ({ where }) => {
  let documents: Documents;
  beforeAll(async () => {
    documents = await openDocuments(where);
  });
  afterAll(() => documents[Symbol.asyncDispose]());

  test("values come back in the same form from every adapter", async () => {
    const rows = await documents.query(
      z.unknown(),
      `SELECT $1::text AS text, $2::bigint AS large, $3::float8 AS real, $4::boolean AS truth,
        $5::jsonb AS json, $6::timestamptz AS time, $7::text AS nothing`,
      ["it's \n \\", 5_000_000_000, 0.5, true, '{"a":[1,null]}', "2026-03-29T02:30:00+02:00", null],
    );
    expect(rows).toEqual([
      {
        text: "it's \n \\",
        large: 5_000_000_000,
        real: 0.5,
        truth: true,
        json: { a: [1, null] },
        time: "2026-03-29T00:30:00.000Z",
        nothing: null,
      },
    ]);
  });

  test("a transaction that fails leaves nothing, and the store goes on", async () => {
    const failing = documents.transaction(async (statements) => {
      await createWorkspace(statements, { slug: "half", name: "Half", kind: "own" });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await expect(findWorkspace(documents, "half")).rejects.toMatchObject({ code: "not-found" });
  });

  test("transactions that run at once do not mix", async () => {
    await documents.query(z.unknown(), "CREATE TABLE tally (n integer NOT NULL)");
    await documents.query(z.unknown(), "INSERT INTO tally VALUES (0)");
    await Promise.all(
      Array.from({ length: 8 }, () =>
        documents.transaction(async ({ query }) => {
          const sql = "SELECT n AS one FROM tally FOR UPDATE";
          const [found] = await query(One, sql);
          await query(z.unknown(), "UPDATE tally SET n = $1", [Number(found?.one) + 1]);
        }),
      ),
    );
    expect(await documents.query(One, "SELECT n AS one FROM tally")).toEqual([{ one: 8 }]);
  });

  test("a workspace keeps its settings, and its slug is its own", async () => {
    const made = await createWorkspace(documents, { slug: "mine", name: "Mine", kind: "own" });
    const settings = Settings.parse({ journeys: { by: "gap", days: 30 } });
    await saveSettings(documents, made.id, settings);
    expect(await findWorkspace(documents, "mine")).toEqual({ ...made, settings });
    expect((await listWorkspaces(documents)).map(({ slug }) => slug)).toEqual(["mine"]);
    await expect(
      createWorkspace(documents, { slug: "mine", name: "Other", kind: "own" }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  test("an import is followed from its start to its end", async () => {
    const { id: workspace } = await createWorkspace(documents, {
      slug: "imports",
      name: "Imports",
      kind: "own",
    });
    const made = await createImport(documents, { workspace, files: ["a.csv"], mapping, bytes: 9 });
    expect(made).toMatchObject({ state: "waiting", finished: null, mapping });
    expect(await listUnfinishedImports(documents)).toEqual([made]);
    const ledger = { received: 3, stored: 2, duplicate: 0, quarantined: 1 };
    const done = await saveImport(documents, made.id, {
      state: "done",
      rows: 3,
      ledger,
      notes: [message("imported-before", { import: 1 })],
      problem: message("import-failed", { said: "no reason" }),
      fingerprint: "f",
    });
    expect(done).toMatchObject({ state: "done", ledger, finished: expect.any(String) });
    expect(await listUnfinishedImports(documents)).toEqual([]);
    expect(await listImports(documents, workspace)).toEqual([done]);
    expect(await findImport(documents, workspace, made.id)).toEqual(done);
    expect(await findFinishedImport(documents, workspace, "f")).toEqual(done);
    expect(await findFinishedImport(documents, workspace + 1, "f")).toBeNull();
    await expect(findImport(documents, workspace + 1, made.id)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("maps and mappings belong to a workspace; a mapping replaces its older self, a map is changed", async () => {
    const { id: a } = await createWorkspace(documents, { slug: "a", name: "A", kind: "own" });
    const { id: b } = await createWorkspace(documents, { slug: "b", name: "B", kind: "own" });
    const map = { id: "m", title: "Map", body: "spoor: journey/1\n", author: null };
    await saveMap(documents, a, map);
    const again = saveMap(documents, a, { ...map, title: "Map again" });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    await saveMapping(documents, a, "shop", mapping);
    await saveMapping(documents, a, "shop", { ...mapping, zone: "UTC" });
    expect(await findMap(documents, a, "m")).toEqual({
      ...map,
      seq: 0,
      updated: expect.any(String),
    });
    expect((await listMaps(documents, a)).map(({ title }) => title)).toEqual(["Map"]);
    expect(await listMaps(documents, b)).toEqual([]);
    expect(await listMappings(documents, a)).toEqual(
      new Map([["shop", { ...mapping, zone: "UTC" }]]),
    );
    expect(await listMappings(documents, b)).toEqual(new Map());
  });

  test("the log of a map has one order, each command once, and is shortened behind the body", async () => {
    const { id: workspace } = await createWorkspace(documents, {
      slug: "log",
      name: "Log",
      kind: "own",
    });
    const place = { workspace, map: "jo_m" };
    const author = { client: "client-ann", name: "Ann" };
    const logged = (seq: number, number = seq): Logged => ({
      seq,
      number,
      author,
      at: "2026-11-24T06:00:00.000Z",
      command: { do: "set", at: "jo_m", field: "title", from: "it's", to: `${seq} \n \\ "` },
    });
    await saveMap(documents, workspace, { id: "jo_m", title: "Map", body: "0", author: null });
    expect(await appendCommands(documents, place, "Two", [logged(1), logged(2)])).toBe(true);
    expect(await findMap(documents, workspace, "jo_m")).toMatchObject({
      title: "Two",
      author: "Ann",
      updated: "2026-11-24T06:00:00.000Z",
      body: "0",
    });
    for (const late of [logged(2, 3), logged(3, 2)])
      await expect(appendCommands(documents, place, "Late", [late])).rejects.toMatchObject({
        code: "conflict",
      });
    expect(await commandsSince(documents, place, 0)).toEqual([logged(1), logged(2)]);
    expect(await commandsDone(documents, place, "client-ann", [2, 9])).toEqual(new Map([[2, 2]]));

    await settleMap(documents, workspace, "jo_m", { body: "2", seq: 2 });
    await settleMap(documents, workspace, "jo_m", { body: "1", seq: 1 });
    expect(await findMap(documents, workspace, "jo_m")).toMatchObject({ body: "2", seq: 2 });
    await trimLog(documents, place, 1);
    expect(await commandsSince(documents, place, 0)).toBeNull();
    expect(await commandsSince(documents, place, 1)).toEqual([logged(2)]);
    expect(await commandsDone(documents, place, "client-ann", [1])).toEqual(new Map([[1, 1]]));

    expect(await throwAway(documents, workspace, "jo_m", null)).toBe(true);
    expect(await appendCommands(documents, place, "Gone", [logged(4)])).toBe(false);
    expect(await putBack(documents, workspace, "jo_m")).toBe(true);
    expect(await takenIds(documents, workspace)).toEqual(["jo_m"]);
  });

  test("a picture comes back byte for byte", async () => {
    const { id: workspace } = await createWorkspace(documents, {
      slug: "pictures",
      name: "Pictures",
      kind: "own",
    });
    const bytes = Buffer.from(Array.from({ length: 600 }, (_, at) => at % 256));
    const picture = { type: "image/png", width: 20, height: 30, data: bytes.toString("base64") };
    await keepPicture(documents, workspace, "hash", picture);
    await keepPicture(documents, workspace, "hash", picture);
    expect(await findPicture(documents, workspace, "hash")).toEqual(picture);
  });

  test("a field note is written, found, written anew, binned, and counted once however often it is sent", async () => {
    const { id: workspace } = await createWorkspace(documents, {
      slug: "field",
      name: "Field",
      kind: "own",
    });
    await saveMap(documents, workspace, { id: "jo_f", title: "F", body: "", author: null });
    const place = { workspace, map: "jo_f" };
    const share = { id: "by-link", hash: "h", kind: "note", figures: false, author: "A" } as const;
    await addShare(documents, place, { ...share, expires: null, workshop: null });
    const note: FieldDraft = {
      kind: "sales",
      day: "2026-11-20",
      author: "",
      map: "jo_f",
      elements: ["tp_a"],
      person: "18446744073709551615",
      segment: { attributes: { region: ["N"] } },
      text: "100% \\ it's _so_ 😀",
      quotes: [{ id: "q", text: 'He said "no"', by: null }],
      feeling: -2,
      n: 1,
      pain: "slow",
      opportunity: null,
      picture: { hash: "a".repeat(64), alt: "a shop" },
    };
    const [one, other] = ["a".repeat(24), "b".repeat(24)];
    const sent = { note, share: "by-link", most: 1 };
    const added = await Promise.all(
      [one, one, one].map((id) => addFieldNote(documents, workspace, { ...sent, id })),
    );
    expect(added).toEqual([true, true, true]);
    expect(await addFieldNote(documents, workspace, { ...sent, id: other })).toBe(false);
    const found = await findFieldNote(documents, workspace, one);
    expect(found).toMatchObject({ ...note, id: one, outside: true, changed: null, deleted: null });
    const list = async (wish: FieldWish) =>
      (await listFieldNotes(documents, workspace, { ...wish, limit: 9, offset: 0 })).total;
    expect(await list({ element: "tp_a", search: "_SO_ 😀" })).toBe(1);
    expect(await list({ search: 'said "NO"' })).toBe(1);
    expect(await list({ search: "_____" })).toBe(0);
    expect(await list({ loose: "1" })).toBe(0);
    const changed = { ...note, n: 7, feeling: null, segment: null, picture: null, pain: null };
    expect(await changeFieldNote(documents, workspace, one, changed)).toMatchObject(changed);
    await fieldNoteBin.move(documents, workspace, one, true);
    expect([await list({}), await list({ binned: "1" })]).toEqual([0, 1]);
    await fieldNoteBin.empty(documents);
    expect(await fieldNoteBin.move(documents, workspace, one, false)).toMatchObject({
      deleted: null,
    });
  });

  test("answers of a survey are kept once a browser, while it runs and has room", () =>
    surveyIsKept(documents));

  test("dots are counted while many give them at once", async () => {
    const { id: workspace } = await createWorkspace(documents, {
      slug: "dots",
      name: "Dots",
      kind: "own",
    });
    const place = { workspace, map: "jo_d" };
    await saveMap(documents, workspace, { id: "jo_d", title: "Dots", body: "", author: null });
    const { id } = await addWorkshop(documents, place, { id: "shop", question: "?", dots: 2 });
    const notes = ["n1", "n2", "n3", "n4"];
    for (const note of notes)
      await addNote(
        documents,
        id,
        { id: note, element: null, kind: "idea", text: note, author: "F", guest: "g" },
        notes.length,
      );
    const votes = await Promise.allSettled(
      notes.map((note) =>
        documents.transaction((statements) =>
          giveDots(statements, id, { note, guest: "g", dots: 1 }),
        ),
      ),
    );
    expect(votes.filter(({ status }) => status === "fulfilled").length).toBe(2);
    const given = await listNotes(documents, id, "g");
    expect(given.reduce((sum, { mine }) => sum + mine, 0)).toBe(2);
  });

  test("a step that fails leaves the schema as it was", async () => {
    const bad = {
      number: 98,
      name: "bad",
      statements: ["CREATE TABLE half_made (n integer)", "SELECT nonsense"],
    };
    await expect(migrate(documents, [bad])).rejects.toThrow("nonsense");
    await migrate(documents, [{ ...bad, statements: ["CREATE TABLE half_made (n integer)"] }]);
    expect(await documents.query(One, "SELECT count(*) AS one FROM half_made")).toEqual([
      { one: 0 },
    ]);
  });

  // The last test: it makes the schema newer than this Spoor knows.
  test("data of a newer version is refused, with what to do", async () => {
    await documents.query(z.unknown(), "INSERT INTO migration VALUES (99, 'later')");
    const known = [{ number: 98, name: "last", statements: [] }];
    await expect(migrate(documents, known)).rejects.toMatchObject({
      code: "newer-schema",
      message: expect.stringMatching(/version 99.*up to 98.*Update Spoor/),
    });
  });
});

test("in this process, rows that were acknowledged outlive a kill", async () => {
  const path = join(folder, "killed");
  const writer = spawn(
    process.execPath,
    [new URL("documents-writer.ts", import.meta.url).pathname, path],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let acknowledged = 0;
  for await (const chunk of writer.stdout) {
    acknowledged = Number(String(chunk).trim().split("\n").at(-1));
    if (acknowledged >= 30) writer.kill("SIGKILL");
  }
  const documents = await openDocuments({ path });
  const workspaces = await listWorkspaces(documents);
  await documents[Symbol.asyncDispose]();
  expect(workspaces.length).toBeGreaterThanOrEqual(acknowledged);
});
