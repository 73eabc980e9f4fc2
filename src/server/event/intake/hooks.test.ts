import { createHmac } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { LiveSource } from "../../../protocol/event/source.ts";
import { openSpoor, type Spoor } from "../../compose.ts";
import { readConfig } from "../../config.ts";

let dataDir: string;
let spoor: Spoor;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "spoor-hooks-"));
  spoor = await openSpoor(readConfig({ SPOOR_DATA: dataDir, SPOOR_DEMO: "0" }));
}, 60_000);
afterAll(async () => {
  await spoor[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

async function ask<T>(path: string, body?: unknown, method = "POST"): Promise<T> {
  const response = await spoor.app.request(`http://localhost${path}`, {
    ...(body !== undefined && { method, body: JSON.stringify(body) }),
    headers: { "Content-Type": "application/json" },
  });
  expect(response.ok, await response.clone().text()).toBe(true);
  return response.json() as Promise<T>;
}

/** A webhook of a tool in the own workspace, and what its calls are signed with. */
async function hook(tool: string, secret: string | null = null, name = tool) {
  const made = await ask<LiveSource>("/api/w/own/sources", { name, kind: "webhook", tool });
  const path = `/api/w/own/sources/${name}`;
  if (secret !== null) await ask(`${path}/secret`, { secret }, "PUT");
  return {
    path,
    key: made.keys[0]!.shown,
    address: `/hooks/${made.keys[0]!.shown}`,
    async state() {
      await spoor.intake.settled();
      const all = await ask<LiveSource[]>("/api/w/own/sources");
      return all.find((each) => each.name === name)!;
    },
  };
}

const call = (address: string, body: string, headers: Record<string, string> = {}) =>
  spoor.app.request(`http://localhost${address}`, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json", ...headers },
  });

const secret = "a-secret-of-the-tool";
const hmac = (parts: string[], digest: "base64" | "hex", hash = "sha256") =>
  createHmac(hash, secret).update(parts.join("")).digest(digest);

/** The headers with which each tool would send this body now; `at` is when it says it signed. */
const signed: Record<string, (body: string, url: string, at: number) => Record<string, string>> = {
  hubspot: (body, url, at) => ({
    "X-HubSpot-Request-Timestamp": String(at),
    "X-HubSpot-Signature-v3": hmac(["POST", url, body, String(at)], "base64"),
  }),
  zendesk(body, _, at) {
    const stamp = new Date(at).toISOString();
    return {
      "X-Zendesk-Webhook-Signature-Timestamp": stamp,
      "X-Zendesk-Webhook-Signature": hmac([stamp, body], "base64"),
    };
  },
  shopify: (body) => ({ "X-Shopify-Hmac-Sha256": hmac([body], "base64") }),
  typeform: (body) => ({ "Typeform-Signature": `sha256=${hmac([body], "base64")}` }),
  whatsapp: (body) => ({ "X-Hub-Signature-256": `sha256=${hmac([body], "hex")}` }),
  discourse: (body) => ({ "X-Discourse-Event-Signature": `sha256=${hmac([body], "hex")}` }),
  other: (body) => ({ "X-Spoor-Signature": `sha256=${hmac([body], "hex")}` }),
};

test.each(Object.keys(signed))(
  "%s: what is signed wrong is refused, counted and not kept",
  async (tool) => {
    const { address, state } = await hook(tool, secret);
    const sign = signed[tool]!;
    const url = `http://localhost${address}`;
    const body = `{"é": 1}`;
    const good = sign(body, url, Date.now());
    expect((await call(address, body, good)).status).toBe(200);
    expect((await call(address, `${body} `, good)).status).toBe(403);
    expect((await call(address, body)).status).toBe(403);
    const short = Object.entries(good).map(([name, value]) => [name, value.slice(0, -4)]);
    expect((await call(address, body, Object.fromEntries(short) as typeof good)).status).toBe(403);
    const { ledger, webhook } = await state();
    expect(ledger.received).toBe(1);
    expect(webhook).toMatchObject({ tool, signs: true, secret: true, refused: { calls: 3 } });
    expect(JSON.stringify(webhook)).not.toContain(secret);
  },
);

test.each(["hubspot", "zendesk"])("%s: what was signed long ago is refused", async (tool) => {
  const { address } = await hook(tool, secret, `${tool} of old`);
  const sign = (at: number) => signed[tool]!("{}", `http://localhost${address}`, at);
  expect((await call(address, "{}", sign(Date.now() - 4 * 60_000))).status).toBe(200);
  expect((await call(address, "{}", sign(Date.now() - 6 * 60_000))).status).toBe(403);
  expect((await call(address, "{}", sign(Date.now() + 6 * 60_000))).status).toBe(403);
});

test("HubSpot signs the address that it knows, which a proxy may stand in front of", async () => {
  const { address } = await hook("hubspot", secret, "HubSpot behind a proxy");
  const headers = signed["hubspot"]!("{}", `https://spoor.example${address}`, Date.now());
  const proxy = { "X-Forwarded-Proto": "https", "X-Forwarded-Host": "spoor.example" };
  expect((await call(address, "{}", { ...headers, ...proxy })).status).toBe(200);
  expect((await call(address, "{}", headers)).status).toBe(403);
});

test("Qualtrics signs the message in its form", async () => {
  const { address, state } = await hook("qualtrics", secret);
  const message = `{"Status":"Complete","ResponseID":"R_1","RecipientID":"C_1","CompletedDate":"2026-03-24 12:31:40"}`;
  const form = (HMAC: string) =>
    new URLSearchParams({ Topic: "a.b", HMAC, MSG: message }).toString();
  const type = { "Content-Type": "application/x-www-form-urlencoded" };
  expect((await call(address, form(hmac([message], "hex", "sha512")), type)).status).toBe(200);
  expect((await call(address, form(hmac([message], "hex")), type)).status).toBe(403);
  expect((await state()).ledger).toMatchObject({ received: 1, stored: 1 });
});

test("Meta is answered when it knows the key, and only then", async () => {
  const { address, key } = await hook("whatsapp", secret, "WhatsApp asks");
  const asked = (token: string, challenge: string) =>
    spoor.app.request(
      `http://localhost${address}?${new URLSearchParams({ "hub.mode": "subscribe", "hub.verify_token": token, "hub.challenge": challenge }).toString()}`,
    );
  const answer = await asked(key, "1158201444");
  expect([answer.status, await answer.text()]).toEqual([200, "1158201444"]);
  expect(answer.headers.get("content-type")).toContain("text/plain");
  expect((await asked("another", "1158201444")).status).toBe(403);
  expect((await asked(key, "<script>")).status).toBe(403);
  expect((await spoor.app.request("http://localhost/hooks/spw_nothing")).status).toBe(403);
});

test("the key of a webhook opens no other route, and that of others not the hook", async () => {
  const { address, key } = await hook("other", null, "Apart");
  const calls = await ask<LiveSource>("/api/w/own/sources", { name: "Site" });
  expect((await call(`/api/events?key=${key}`, "{}")).status).toBe(403);
  expect((await call(`/hooks/${calls.keys[0]!.shown}`, "{}")).status).toBe(403);
  expect((await call("/hooks/spw_nothing", "{}")).status).toBe(403);
  expect((await call(address, "{}")).status).toBe(200);
});

test("a list, JSON lines and a form are read item by item, and what is none is set aside", async () => {
  const { address, state } = await hook("other", null, "Shapes");
  const event = (id: string) => ({ id, event: "Called", time: 1774343613, customer: "K-1" });
  const lines = `${JSON.stringify(event("3"))}\n\n{ no json\n${JSON.stringify(event("4"))}\n`;
  expect((await call(address, JSON.stringify([event("1"), event("2"), 7]))).status).toBe(200);
  expect((await call(address, lines, { "Content-Type": "text/plain" })).status).toBe(200);
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  const fields =
    "id=5&event=Called&time=2026-03-24T10%3A00%3A00Z&customer=K-1&attributes%5Btopic%5D=bill";
  expect((await call(address, fields, form)).status).toBe(200);
  expect((await call(address, "[".repeat(1e5) + "]".repeat(1e5))).status).toBe(200);
  const large = { ...event("6"), attributes: { note: "x".repeat(40_000) } };
  expect((await call(address, JSON.stringify(large))).status).toBe(200);
  expect((await state()).ledger).toMatchObject({ received: 9, stored: 5, quarantined: 4 });
  const { rows } = await ask<{ rows: { source: string; reason: { key: string } }[] }>(
    "/api/w/own/quarantine",
  );
  const reasons = rows.filter(({ source }) => source === "Shapes").map(({ reason }) => reason.key);
  expect(reasons.toSorted()).toEqual(["event-too-large", "not-an-object", "not-json", "too-deep"]);
});

test("a small body that would make more lines than are taken at once is refused", async () => {
  const { address } = await hook("matomo", null, "Swollen");
  const visit = {
    note: "x".repeat(30_000),
    actionDetails: Array.from({ length: 2000 }, () => ({})),
  };
  expect((await call(address, JSON.stringify(visit))).status).toBe(413);
});

test("a mended mapping and another secret count at once", async () => {
  const { address, path, state } = await hook("other", null, "Mended");
  const items = [
    { id: "1", event: "Called" },
    { id: "2", event: "Called" },
  ];
  const told = { items: items.slice(0, 1), at: 1774343613, customer: "K-1" };
  await call(address, JSON.stringify({ ...told, items }));
  expect((await state()).ledger).toMatchObject({ stored: 0, quarantined: 1 });
  const mapping = await ask<{ rows: object[] }>(`${path}/mapping`);
  const [row] = mapping.rows;
  const mended = {
    ...mapping,
    each: "items",
    rows: [{ ...row, time: "parent.at", who: { customer: "parent.customer" } }],
  };
  await ask(`${path}/mapping`, mended, "PUT");
  await call(address, JSON.stringify(told));
  expect((await state()).ledger).toMatchObject({ stored: 1, quarantined: 1 });
  await ask(`${path}/secret`, { secret }, "PUT");
  expect((await call(address, JSON.stringify(told))).status).toBe(403);
  await ask(`${path}/secret`, { secret: null }, "PUT");
  expect((await call(address, JSON.stringify(told))).status).toBe(200);
  expect((await state()).ledger).toMatchObject({ stored: 1, duplicate: 1 });

  let replay = await ask<{ id: string; state: string }>("/api/w/own/quarantine/replay", {});
  while (["waiting", "reading", "linking"].includes(replay.state)) {
    await pause(20);
    replay = await ask(`/api/w/own/imports/${replay.id}`);
  }
  expect(replay.state).toBe("done");
  const sql = "SELECT toUInt32(count()) AS events FROM event WHERE source = 'Mended'";
  expect(await spoor.engine.analysis.rows(z.object({ events: z.number() }), sql)).toEqual([
    { events: 2 },
  ]);
});

test("there is no webhook of a tool that nobody knows", async () => {
  const response = await spoor.app.request("http://localhost/api/w/own/sources", {
    method: "POST",
    body: JSON.stringify({ name: "X", kind: "webhook", tool: "../energy/mapping" }),
    headers: { "Content-Type": "application/json" },
  });
  expect(response.status).toBe(404);
});

test("what a tool signs with is kept closed, one that an earlier version kept plain too", async () => {
  const { address, state } = await hook("other", "plain-words-of-the-tool", "Kept");
  const sign = (body: string) => ({
    "X-Spoor-Signature": `sha256=${createHmac("sha256", "plain-words-of-the-tool").update(body).digest("hex")}`,
  });
  const inStore = async () => {
    const rows = await spoor.documents.query(
      z.object({ settings: z.record(z.string(), z.string()) }),
      "SELECT settings FROM source WHERE name = 'Kept'",
    );
    return rows[0]!.settings;
  };
  const again = async () => {
    await spoor[Symbol.asyncDispose]();
    spoor = await openSpoor(readConfig({ SPOOR_DATA: dataDir, SPOOR_DEMO: "0" }));
  };
  expect(Object.keys(await inStore()).toSorted()).toEqual(["seal", "sealed", "tool"]);
  expect(JSON.stringify(await inStore())).not.toContain("plain-words");

  await spoor.documents.query(
    z.unknown(),
    `UPDATE source SET settings = '{"tool": "other", "secret": "plain-words-of-the-tool"}' WHERE name = 'Kept'`,
  );
  await again();
  expect(JSON.stringify(await inStore())).not.toContain("plain-words");
  expect((await call(address, "{}", sign("{}"))).status).toBe(200);
  expect((await call(address, "{}", sign("{ }"))).status).toBe(403);

  // With another key file nothing can be checked: the tool is asked to come again, and the page says why.
  const key = join(dataDir, "secret.key");
  const kept = await readFile(key);
  await rm(key);
  await again();
  expect((await call(address, "{}", sign("{}"))).status).toBe(503);
  expect((await state()).webhook).toMatchObject({
    secret: true,
    problem: { key: "hook-secret-unreadable" },
  });
  await writeFile(key, kept);
  await again();
  expect((await call(address, `{"a":1}`, sign(`{"a":1}`))).status).toBe(200);
  expect((await state()).webhook).toMatchObject({ problem: null });
}, 120_000);
