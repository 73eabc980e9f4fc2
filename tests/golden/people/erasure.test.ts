import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { ImportStatus } from "../../../src/core/event/import.ts";
import type { Command } from "../../../src/core/map/command.ts";
import type { Journey } from "../../../src/core/map/journey.ts";
import type { Erasure, ErasurePreview } from "../../../src/core/people/erasure.ts";
import type { FoundPeople } from "../../../src/core/people/found-person.ts";
import type { PrivacyRequest } from "../../../src/core/people/request.ts";
import type { LiveSource } from "../../../src/protocol/event/source.ts";
import { openSpoor, type Spoor } from "../../../src/server/compose.ts";
import { readConfig } from "../../../src/server/config.ts";
import { askColleagues, askedColleagues, namedNobody } from "./asked-colleagues.ts";
import { crmMapping } from "./crm-mapping.ts";
import { dump, inFiles } from "./left-behind.ts";

let dataDir: string;
let spoor: Spoor;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "spoor-erasure-"));
  spoor = await openSpoor(readConfig({ SPOOR_DATA: dataDir, SPOOR_DEMO: "0" }));
}, 120_000);
afterAll(async () => {
  await spoor[Symbol.asyncDispose]();
  rmSync(dataDir, { recursive: true, force: true });
});

const mail = "wilhelmina.zandstra@voorbeeld.example";
const phone = "06 8765 4321";
const customer = "K-7730195";
const words = [mail, "wilhelmina.zandstra", customer, "687654321", encodeURIComponent(mail)];

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await spoor.app.request(`http://localhost${path}`, {
    method,
    ...(body !== undefined && {
      body:
        typeof body === "string" || body instanceof Uint8Array
          ? (body as BodyInit)
          : JSON.stringify(body),
    }),
    headers: { "Content-Type": "application/json" },
  });
  expect(response.ok, `${path} ${await response.clone().text()}`).toBe(true);
  return response.json() as Promise<T>;
}

const crm = `what,time,mail,number,city,name,said
call,2026-03-01T10:00:00Z,${mail},${customer},Sneek,Wilhelmina Zandstra,please call me
order,2026-03-02T10:00:00Z,piet@voorbeeld.example,K-1,Delft,Piet,I spoke to ${mail.toUpperCase()} about it
order,2026-03-03T10:00:00Z,,${customer},Sneek,Wilhelmina Zandstra,
order,not a time,${mail},${customer},Sneek,Wilhelmina Zandstra,
order,2026-03-04T10:00:00Z,piet@voorbeeld.example,K-1,Delft,Piet,fine
broken,row,with,too,many,cells,at,all,${mail}
`;

async function bringIn(workspace: string): Promise<ImportStatus> {
  const { upload } = await ask<{ upload: string }>(
    "POST",
    `/api/w/${workspace}/uploads?name=crm.csv`,
    crm,
  );
  const started = await ask<ImportStatus>("POST", `/api/w/${workspace}/imports`, {
    uploads: [upload],
    mapping: crmMapping,
  });
  for (;;) {
    const status = await ask<ImportStatus>("GET", `/api/w/${workspace}/imports/${started.id}`);
    if (status.finished !== null) return status;
    await pause(50);
  }
}

const batch = [
  {
    type: "track",
    messageId: "a1",
    userId: customer,
    event: "Viewed",
    timestamp: "2026-03-05T10:00:00Z",
    properties: { url: `/me?mail=${encodeURIComponent(mail)}` },
  },
  {
    type: "identify",
    messageId: "a2",
    userId: customer,
    traits: { email: mail, phone },
    timestamp: "2026-03-05T10:00:01Z",
  },
  {
    type: "track",
    messageId: "a3",
    userId: "K-1",
    event: "Viewed",
    timestamp: "2026-03-05T10:00:02Z",
  },
  { type: "track", messageId: "a4", userId: customer, timestamp: "2026-03-05T10:00:03Z" },
];
async function tell(key: string): Promise<void> {
  const response = await spoor.app.request("http://localhost/v1/batch", {
    method: "POST",
    body: JSON.stringify({ batch }),
    headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` },
  });
  expect(response.status).toBe(200);
  await spoor.intake.settled();
}

/** Maps that name him in their texts: one that is drawn, with its past, and one in the bin. */
const maps = "/api/w/own/maps";
const drawer = { client: "browser-of-eva", name: "Eva" };
let sent = 0;
async function draw(map: string, ...commands: Command[]): Promise<(number | null)[]> {
  const numbered = commands.map((command) => ({ number: (sent += 1), command }));
  const { outcomes } = await ask<{ outcomes: { seq: number | null }[] }>(
    "POST",
    `${maps}/${map}/commands`,
    { author: drawer, commands: numbered },
  );
  return outcomes.map(({ seq }) => seq);
}
const titled = (title: string): Command => ({
  do: "set",
  at: "jo_buying",
  field: "title",
  from: "Buying",
  to: title,
});
async function drawMaps(): Promise<void> {
  for (const title of ["Buying", "Asking"]) {
    const { id, episodes } = await ask<Journey>("POST", `${maps}/draft`, { title });
    const touchpoint = episodes[0]!.touchpoints[0]!.id;
    await draw(
      id,
      {
        do: "add",
        to: touchpoint,
        list: "quotes",
        after: null,
        element: {
          id: "qu_his",
          text: `Write to ${mail.toUpperCase()}, or call 06-87654321`,
          evidence: {
            kind: "research",
            link: `https://crm.example/?mail=${encodeURIComponent(mail)}`,
          },
        },
      },
      {
        do: "set",
        at: touchpoint,
        field: "notes",
        from: null,
        to: `About ${customer}\nand others`,
      },
      { do: "set", at: touchpoint, field: "doing", from: null, to: `Gone again: ${mail}` },
      { do: "set", at: touchpoint, field: "doing", from: `Gone again: ${mail}`, to: null },
    );
    await ask("POST", `${maps}/${id}/versions`, { author: drawer, name: `Of ${customer}` });
  }
  await draw("jo_buying", titled(`Buying with ${mail}`));
  await ask("DELETE", `${maps}/jo_asking?author=Eva`);
}

test("somebody is erased from all stores, shown to be gone, and brought back by no replay", async () => {
  const other = await ask<{ slug: string }>("POST", "/api/workspaces", { name: "Other" });
  const source = await ask<LiveSource>("POST", "/api/w/own/sources", { name: "Site" });
  const key = source.keys[0]!.shown;
  const first = await bringIn("own");
  expect(first.ledger).toEqual({ received: 6, stored: 4, duplicate: 0, quarantined: 2 });
  await tell(key);
  // A neighbour that knows somebody else only.
  await ask("POST", `/api/w/${other.slug}/sources`, { name: "Site" });
  const waiting = await ask<{ upload: string }>(
    "POST",
    "/api/w/own/uploads?name=later.csv.gz",
    gzipSync(`mail\n${mail}\n`),
  );
  const clean = await ask<{ upload: string }>(
    "POST",
    "/api/w/own/uploads?name=clean.csv",
    "mail\npiet@voorbeeld.example\n",
  );
  await drawMaps();
  const request = await ask<PrivacyRequest>("POST", "/api/w/own/privacy/requests", {
    who: "Eva",
    kind: "erasure",
    received: "2026-11-20",
    way: "email",
    identifier: null,
    named: mail,
  });
  await ask("POST", `/api/w/own/privacy/requests/${request.id}/steps`, {
    who: "Eva",
    deed: { what: "noted", text: "is known here" },
  });

  // What others noted of him: a note that is about him, and a remark on a map that mentions him.
  const { people } = await ask<FoundPeople>("POST", "/api/w/own/people/find", { value: mail });
  const { documents } = spoor;
  const done = z.unknown();
  await documents.query(
    done,
    `INSERT INTO field_note (workspace, id, kind, day, author, elements, person, text, quotes, n)
     VALUES (1, 'note', 'visit', '2026-11-01', 'Eva', '[]', $1, 'a note', '[]', 1)`,
    [people[0]!.person],
  );
  await documents.query(
    done,
    `INSERT INTO map_comment (id, workspace, map, element, about, person, author, text)
     SELECT 'said', 1, id, id, '', 'eva', 'Eva', $1 FROM map WHERE workspace = 1 LIMIT 1`,
    [`Ask ${mail} about it`],
  );
  await askColleagues(documents, { customer, mail });

  const whom = { identifiers: [{ kind: "email", value: ` ${mail.toUpperCase()}` }] };
  const preview = await ask<ErasurePreview>("POST", "/api/w/own/privacy/erasures/preview", whom);
  expect(preview).toMatchObject({
    people: 1,
    events: 4,
    quarantined: 3,
    mentioned: 1,
    comments: 1,
    refused: 0,
  });
  expect(JSON.stringify(preview)).not.toContain(mail);
  expect(inFiles(dataDir, words).length).toBeGreaterThan(0);

  const before = await ask<{ people: number }>("GET", "/api/w/own/overview");
  let erasure = await ask<Erasure>("POST", "/api/w/own/privacy/erasures", {
    ...whom,
    who: "Eva",
    request: request.id,
  });
  while (erasure.state === "running") {
    await pause(100);
    erasure = await ask<Erasure>("GET", `/api/w/own/privacy/erasures/${erasure.id}`);
  }
  expect([erasure.state, erasure.problem]).toEqual(["done", null]);
  const { proof } = erasure;
  expect({
    found: proof!.bytes.found,
    tables: proof!.tables.filter(({ found }) => found > 0),
    clean: proof!.clean,
  }).toEqual({
    found: [],
    tables: [],
    clean: true,
  });
  expect(proof!.removed).toEqual(
    expect.arrayContaining([
      { store: "engine", table: "event", rows: 4 },
      { store: "engine", table: "quarantine", rows: 3 },
    ]),
  );
  expect(proof!.removed).toContainEqual({ store: "documents", table: "field_note", rows: 1 });
  expect(
    await documents.query(z.object({ text: z.string() }), "SELECT text FROM map_comment"),
  ).toEqual([{ text: "Ask ▇▇▇ about it" }]);
  expect(await askedColleagues(documents)).toEqual(namedNobody);
  expect(proof!.uploads).toBe(1);
  expect(proof!.bytes.files).toBeGreaterThan(100);

  // On the maps the words are gone, in the past and in the bin too; nobody brings them back by undoing.
  const { title, episodes } = await ask<Journey>("GET", `${maps}/jo_buying`);
  const [told] = episodes[0]!.touchpoints;
  expect([title, told!.notes, told!.quotes]).toEqual([
    "Buying with ▇▇▇",
    "About ▇▇▇\nand others",
    [
      {
        id: "qu_his",
        text: "Write to ▇▇▇, or call ▇▇▇",
        evidence: { kind: "research", link: "https://crm.example/?mail=▇▇▇" },
      },
    ],
  ]);
  expect(
    await draw("jo_buying", { ...titled(`Buying with ${mail}!`), from: title } as Command),
  ).toEqual([expect.any(Number)]);
  const [kept] = (
    await ask<{ number: number; name: string | null }[]>("GET", `${maps}/jo_buying/versions`)
  ).filter(({ name }) => name !== null);
  expect(kept!.name).toBe("Of ▇▇▇");
  expect(await ask("GET", `${maps}/jo_buying/versions/${kept!.number}`)).toMatchObject({
    title: "Buying",
  });
  await ask("POST", `${maps}/jo_buying/versions/${kept!.number}/restore`, { author: drawer });
  await ask("POST", `${maps}/jo_asking/put-back`);
  expect(JSON.stringify(await ask("GET", `${maps}/jo_asking`))).toContain("About ▇▇▇");
  expect((await ask<Journey>("GET", `${maps}/jo_buying`)).title).toBe("Buying");

  const nothing = async () => {
    expect(inFiles(dataDir, words)).toEqual([]);
    const text = await dump(spoor, 1);
    for (const word of words) expect(text).not.toContain(word.toLowerCase());
  };
  await nothing();
  const after = await ask<{ people: number }>("GET", "/api/w/own/overview");
  expect(after.people).toBe(before.people - 1);

  // The register closed the request by itself, and names nobody.
  const { requests } = await ask<{ requests: PrivacyRequest[] }>(
    "GET",
    "/api/w/own/privacy/requests",
  );
  expect(
    requests.map(({ end, about, steps }) => [end, about, steps.map(({ what }) => what)]),
  ).toEqual([["done", "", ["received", "noted", "erased", "closed"]]]);

  // The file that had him is gone, the other waits on.
  const look = (upload: string) =>
    spoor.app.request("http://localhost/api/w/own/uploads/preview", {
      method: "POST",
      body: JSON.stringify({ uploads: [upload] }),
      headers: { "Content-Type": "application/json" },
    });
  expect([(await look(waiting.upload)).status, (await look(clean.upload)).status]).toEqual([
    404, 200,
  ]);

  // All of it again: from the file, from the site.
  const again = await bringIn("own");
  expect(again.ledger).toEqual({
    received: 6,
    stored: 0,
    duplicate: 2,
    quarantined: 0,
    suppressed: 4,
  });
  await tell(key);
  const [books] = await ask<LiveSource[]>("GET", "/api/w/own/sources");
  expect(books!.ledger).toEqual({
    received: 8,
    stored: 3,
    duplicate: 1,
    quarantined: 1,
    suppressed: 3,
  });
  expect(await ask("GET", "/api/w/own/overview")).toEqual(after);
  const searched = await ask<Erasure>("POST", `/api/w/own/privacy/erasures/${erasure.id}/search`, {
    identifiers: [...whom.identifiers, { kind: "customer", value: customer }],
    who: "Eva",
  });
  expect(searched.proof).toMatchObject({ clean: true, bytes: { sought: 2, found: [] } });
  await nothing();
}, 400_000);

test("what a crash cut short is ended at the next start", async () => {
  const [source] = await ask<LiveSource[]>("GET", "/api/w/own/sources");
  const key = source!.keys[0]!.shown;
  const told = JSON.stringify({
    events: [
      {
        id: "c1",
        what: "Called",
        who: { email: "crash@voorbeeld.example" },
        time: "2026-03-06T10:00:00Z",
      },
    ],
  });
  const send = () =>
    spoor.app.request(`http://localhost/api/events?key=${key}`, { method: "POST", body: told });
  await send();
  await spoor.intake.settled();
  const { people } = await ask<FoundPeople>("POST", "/api/w/own/people/find", {
    value: "crash@voorbeeld.example",
  });
  expect(people).toHaveLength(1);
  await spoor.documents.query(
    z.unknown(),
    `INSERT INTO erasure (workspace, state, step, who, for_good, people)
     VALUES (1, 'running', 'events', 'Eva', false, $1::jsonb)`,
    [JSON.stringify([people[0]!.person])],
  );
  await spoor[Symbol.asyncDispose]();
  spoor = await openSpoor(readConfig({ SPOOR_DATA: dataDir, SPOOR_DEMO: "0" }));
  const latest = async () => (await ask<Erasure[]>("GET", "/api/w/own/privacy/erasures"))[0]!;
  await expect.poll(async () => (await latest()).state, { timeout: 120_000 }).toBe("done");
  expect(await latest()).toMatchObject({
    problem: null,
    proof: { clean: true, bytes: { sought: 1 } },
  });
  await send();
  await spoor.intake.settled();
  const found = await ask<FoundPeople>("POST", "/api/w/own/people/find", {
    value: "crash@voorbeeld.example",
  });
  expect(found.people).toEqual([]);
  expect(inFiles(dataDir, ["crash@voorbeeld.example"])).toEqual([]);
}, 400_000);
