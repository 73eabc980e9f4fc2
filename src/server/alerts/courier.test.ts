import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer as createHttp } from "node:http";
import { createServer as createTcp, type AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { mappingOf, openStores, simple, type Stores } from "../../../tests/golden/import/stores.ts";
import type { KeptAlert } from "../documents/alert.ts";
import { createOutgoing } from "../outgoing.ts";
import { openSeal } from "../seal.ts";
import { channelHandlers } from "./channel-handlers.ts";
import { Courier } from "./courier.ts";

/** A mail server that takes everything, and what it was given. */
async function openMail() {
  const mails: string[] = [];
  const server = createTcp((socket) => {
    let text = "";
    let inside = false;
    socket.write("220 mail\r\n");
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      text += chunk.toString();
      for (;;) {
        const end = inside ? text.indexOf("\r\n.\r\n") : text.indexOf("\r\n");
        if (end < 0) return;
        const line = text.slice(0, end);
        text = text.slice(end + (inside ? 5 : 2));
        if (inside) {
          mails.push(line);
          inside = false;
          socket.write("250 taken\r\n");
        } else if (/^DATA/i.test(line)) {
          inside = true;
          socket.write("354 go on\r\n");
        } else if (/^QUIT/i.test(line)) {
          socket.end("221 bye\r\n");
        } else socket.write(/^EHLO/i.test(line) ? "250 mail\r\n" : "250 ok\r\n");
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { mails, port, close: () => server.close() };
}

/** A machine that is called: it fails as often as it is told to, then takes what comes. */
async function openReceiver(failures: number) {
  const calls: { id: string; signature: string; body: string }[] = [];
  const server = createHttp((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      calls.push({
        id: String(request.headers["spoor-id"]),
        signature: String(request.headers["spoor-signature"]),
        body,
      });
      response.writeHead(calls.length <= failures ? 503 : 204).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { calls, port, close: () => server.close() };
}

let stores: Stores;
let slug: string;
let ws: number;
beforeAll(async () => {
  stores = await openStores();
  ({ slug, id: ws } = await stores.workspace());
  const file = await stores.file("one.csv", "journey,event,time\n1,paid,2026-11-01T10:00:00Z\n");
  await stores.import(slug, [file], mappingOf([simple]));
}, 120_000);
afterAll(() => stores[Symbol.asyncDispose](), 120_000);

const odd = (day: string, reason: KeptAlert["reason"]): KeptAlert => ({
  id: `al_${day}`,
  at: 1,
  to: null,
  day,
  count: 2,
  expected: 61.4,
  low: 40,
  high: 90,
  z: -8,
  reason,
  found: "2026-11-30T00:00:00Z",
  withdrawn: false,
  state: "new",
  note: "",
  who: "",
  changed: null,
});

test("an odd day reaches an inbox by mail, and a machine that failed twice, signed, under one id", async () => {
  const { documents, engine, dataDir } = stores.deps;
  const [post, receiver] = [await openMail(), await openReceiver(2)];
  const seal = await openSeal(dataDir);
  const mail = { url: `smtp://127.0.0.1:${post.port}`, from: "Spoor <spoor@example.nl>" };
  let now = Date.parse("2026-11-30T12:00:00Z");
  const reported: unknown[] = [];
  await using courier = new Courier({
    engine,
    documents,
    outgoing: createOutgoing({ allow: ["127.0.0.1"] }),
    seal,
    mail,
    now: () => now,
    report: (error) => void reported.push(error),
  });
  const { addAlertChannel, alertChannels, endAlertChannel } = channelHandlers({
    documents,
    seal,
    mail,
    now: () => now,
  });
  const params = { workspace: slug };
  type Body = Parameters<typeof addAlertChannel>[0]["body"];
  const add = (to: Body["to"]) =>
    addAlertChannel({ params, body: { to, language: "nl", who: "Ann" } } as Parameters<
      typeof addAlertChannel
    >[0]);
  const list = () => alertChannels({ params } as Parameters<typeof alertChannels>[0]);
  const letters = await add({ kind: "email", target: "klant@example.nl" });
  const target = `http://127.0.0.1:${receiver.port}/odd`;
  const { channel, secret } = await add({ kind: "webhook", target });
  expect(letters.secret).toBeNull();

  await courier.tell(ws, [
    odd("2026-11-29", { is: "source", source: "kassa" }),
    odd("2026-11-28", { is: "holiday", holiday: "easter" }),
    odd("2026-06-01", { is: "customers" }),
  ]);
  await courier.deliver();
  expect(post.mails).toHaveLength(1);
  expect(post.mails[0]).toContain("To: klant@example.nl");
  expect(post.mails[0]).toMatch(/Message-ID: <ad_[\w-]+@example\.nl>/);
  const text = post.mails[0]!.replaceAll("=\r\n", "");
  expect(text).toContain("2 klanten in plaats van 61");
  expect(text).toContain("kassa");
  expect(receiver.calls).toHaveLength(1);
  const failing = (await list()).channels.find(({ id }) => id === channel.id);
  expect(failing).toMatchObject({ delivered: 0, problem: "The address answered with 503." });

  // Not before its time, and longer each time.
  await courier.deliver();
  expect(receiver.calls).toHaveLength(1);
  now += 60_000;
  await courier.deliver();
  expect(receiver.calls).toHaveLength(2);
  now += 60_000;
  await courier.deliver();
  expect(receiver.calls).toHaveLength(2);
  now += 4 * 60_000;
  await courier.deliver();
  expect(receiver.calls).toHaveLength(3);
  now += 24 * 3_600_000;
  await courier.deliver();
  expect(receiver.calls).toHaveLength(3);
  expect(post.mails).toHaveLength(1);

  expect(new Set(receiver.calls.map(({ id }) => id)).size).toBe(1);
  for (const { id, signature, body } of receiver.calls) {
    const [, time, given] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature)!;
    expect(given).toBe(createHmac("sha256", secret!).update(`${time}.${body}`).digest("hex"));
    expect(JSON.parse(body)).toMatchObject({ id, workspace: slug, day: "2026-11-29" });
    expect(JSON.parse(body).alerts).toMatchObject([{ at: "paid", count: 2 }]);
  }
  expect((await list()).channels.map(({ delivered, problem }) => [delivered, problem])).toEqual([
    [1, null],
    [1, null],
  ]);
  // The secret stands nowhere as it is.
  const kept = await stores.deps.documents.query(
    z.object({ secret: z.string().nullable() }),
    "SELECT secret FROM alert_channel",
  );
  expect(kept.some((row) => row.secret?.includes(secret!))).toBe(false);

  // Who is sent nothing any more is not.
  for (const { id } of (await list()).channels)
    await endAlertChannel({
      params: { ...params, channel: id },
      body: { ended: true, who: "Ann" },
    } as Parameters<typeof endAlertChannel>[0]);
  await courier.tell(ws, [odd("2026-11-30", { is: "customers" })]);
  await courier.deliver();
  expect([post.mails.length, receiver.calls.length]).toEqual([1, 3]);
  expect(reported).toEqual([]);
  post.close();
  receiver.close();
}, 120_000);
