import { createServer } from "node:http";
import { mkdir, mkdtemp, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { PullOrigin } from "../../src/core/event/pull/origin.ts";
import type { Found } from "../../src/protocol/event/pull.ts";
import { openSpoor } from "../../src/server/compose.ts";
import { readConfig } from "../../src/server/config.ts";
import { bucketKey, startBucket } from "./bucket-server.ts";
import { PullDesk } from "./pull-desk.ts";

// Each waits for imports and runs that others on the machine slow down.
vi.setConfig({ testTimeout: 400_000 });

let dataDir: string;
let exports: string;
let desk: PullDesk;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "spoor-pull-"));
  exports = await mkdtemp(join(tmpdir(), "spoor-exports-"));
  const settings = { SPOOR_DATA: dataDir, SPOOR_DEMO: "0", SPOOR_ALLOW_HOSTS: "127.0.0.1" };
  desk = new PullDesk(await openSpoor(readConfig({ ...settings, SPOOR_FOLDERS: exports })));
}, 300_000);
afterAll(async () => {
  await desk?.spoor[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
  await rm(exports, { recursive: true, force: true });
});

test("a file behind an address: unchanged there is nothing to do, grown only what is new counts", async () => {
  let body = csv(1, 5);
  let tag: string | null = '"one"';
  const asked: (string | undefined)[] = [];
  const server = createServer((request, answer) => {
    asked.push(request.headers["if-none-match"]);
    if (request.headers.authorization !== "Bearer token-of-the-export") {
      answer.writeHead(401).end();
      return;
    }
    if (request.url === "/moved.csv") {
      answer.writeHead(302, { location: "/calls.csv" }).end();
      return;
    }
    if (tag !== null && request.headers["if-none-match"] === tag) {
      answer.writeHead(304).end();
      return;
    }
    answer.writeHead(200, tag === null ? {} : { etag: tag }).end(body);
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const origin = (path: string): PullOrigin => ({
      kind: "address",
      url: `${at}${path}`,
      user: null,
    });
    expect(await desk.problem("/pull/try", { origin: origin("/calls.csv"), secret: "no" })).toBe(
      "call-answered",
    );
    const secret = "token-of-the-export";
    expect(await desk.problem("/pull/try", { origin: origin("/moved.csv"), secret })).toBe(
      "call-redirected",
    );
    const { first } = await desk.add("Calls", origin("/calls.csv"), secret);
    expect(first.ledger).toMatchObject({ received: 5, stored: 5 });
    asked.length = 0;
    expect((await desk.pulled("Calls")).pull.last).toMatchObject({
      state: "done",
      files: 0,
      rows: 0,
    });
    expect(asked).toEqual(['"one"']);
    // A server that tells states apart by nothing: the bytes do.
    tag = null;
    expect((await desk.pulled("Calls")).pull.last).toMatchObject({ state: "done", files: 0 });
    body = csv(1, 8);
    const third = await desk.pulled("Calls");
    expect(third.pull.last).toMatchObject({ state: "done", files: 1 });
    expect(third.ledger).toMatchObject({ received: 13, stored: 8, duplicate: 5 });
    const hours = await desk.ask<{ ledger: { received: number } }[]>("/sources/Calls/hours");
    expect(hours.reduce((sum, { ledger }) => sum + ledger.received, 0)).toBe(13);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test("objects of a bucket come in once each, whatever their name, and a broken one is set aside", async () => {
  using bucket = await startBucket("exports");
  const { objects, read } = bucket;
  objects.set("calls/2026 01 é+(1).csv", Buffer.from(csv(1, 4)));
  objects.set("calls/2026-02.csv.gz", gzipSync(csv(5, 9)));
  objects.set("calls/_SUCCESS", Buffer.from("done"));
  objects.set("other/2026-03.csv", Buffer.from(csv(10, 12)));
  const { accessKey, secret, region } = bucketKey;
  const origin: PullOrigin = {
    kind: "bucket",
    endpoint: bucket.endpoint,
    region,
    bucket: "exports",
    prefix: "calls/",
    files: "*",
    accessKey,
  };
  expect(await desk.problem("/pull/try", { origin, secret: "wrong" })).toBe("pull-bucket-key");
  const absent = { ...origin, bucket: "nothing" };
  expect(await desk.problem("/pull/try", { origin: absent, secret })).toBe("pull-no-bucket");
  const { files } = await desk.ask<Found>("/pull/try", { origin, secret });
  expect(files.map(({ name }) => name)).toEqual([
    "calls/2026 01 é+(1).csv",
    "calls/2026-02.csv.gz",
  ]);
  const { first } = await desk.add("Bucket", origin, secret);
  expect(first.pull.last).toMatchObject({ state: "done", files: 2 });
  expect(first.ledger).toMatchObject({ received: 9, stored: 9 });

  read.length = 0;
  objects.set("calls/2026-04.csv", Buffer.from(csv(13, 14)));
  objects.set("calls/2026-05.csv", Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5]));
  objects.set("calls/2026-06.csv", Buffer.from(`${csv(15, 15)}16,only two\n`));
  const second = await desk.pulled("Bucket");
  expect(read.toSorted()).toEqual(["calls/2026-04.csv", "calls/2026-05.csv", "calls/2026-06.csv"]);
  expect(second.pull.last).toMatchObject({ state: "done", files: 2 });
  expect(second.pull.aside.map(({ name }) => name)).toEqual(["calls/2026-05.csv"]);
  expect(second.ledger).toMatchObject({ received: 14, stored: 12, quarantined: 2 });
  const { rows } = await desk.ask<{ rows: { source: string; raw: string }[] }>("/quarantine");
  const aside = rows.filter((row) => row.source === "Bucket");
  expect(aside.map(({ raw }) => raw.slice(0, 17)).toSorted()).toEqual([
    "16,only two",
    "calls/2026-05.csv",
  ]);

  // Mended, it comes in; the others are left alone.
  read.length = 0;
  objects.set("calls/2026-05.csv", Buffer.from(csv(20, 21)));
  const third = await desk.pulled("Bucket");
  expect([read, third.pull.aside]).toEqual([["calls/2026-05.csv"], []]);
  expect(third.ledger).toMatchObject({ stored: 14 });
});

test("a folder: each file once, none that is being written, none outside of it", async () => {
  const folder = join(exports, "calls");
  await mkdir(join(folder, "deeper"), { recursive: true });
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    await utimes(join(folder, name), new Date("2026-03-01"), new Date("2026-03-01"));
  };
  await write("a.csv", csv(1, 3));
  await write("deeper/b.csv", csv(4, 6));
  await write("c.csv.part", csv(7, 9));
  await writeFile(join(exports, "..", "outside.csv"), csv(90, 99));
  await symlink(join(exports, "..", "outside.csv"), join(folder, "link.csv"));
  const origin: PullOrigin = { kind: "folder", path: folder, files: "*.csv" };
  for (const path of ["/etc", join(exports, ".."), `${exports}/../`, "relative"])
    expect(await desk.problem("/pull/try", { origin: { ...origin, path } })).toBe(
      "pull-folder-closed",
    );
  const away = { ...origin, path: join(exports, "away") };
  expect(await desk.problem("/pull/try", { origin: away })).toBe("pull-folder-absent");
  const { first } = await desk.add("Folder", origin, null);
  expect(first.pull.last).toMatchObject({ state: "done", files: 2 });
  expect(first.ledger).toMatchObject({ received: 6, stored: 6 });

  // A file that goes on growing waits until it is quiet.
  let lines = 0;
  const growing = join(folder, "growing.csv");
  await writeFile(growing, csv(1, 0));
  const writing = setInterval(() => {
    lines += 1;
    void writeFile(growing, csv(100, 100 + lines));
  }, 200);
  const during = await desk.pulled("Folder");
  clearInterval(writing);
  expect(during.pull.last).toMatchObject({ state: "done", files: 0 });
  await utimes(growing, new Date("2026-03-02"), new Date("2026-03-02"));
  // The same bytes at another time are the same file.
  await utimes(join(folder, "a.csv"), new Date("2026-03-03"), new Date("2026-03-03"));
  const after = await desk.pulled("Folder");
  expect(after.pull.last).toMatchObject({ state: "done", files: 1 });
  expect(after.ledger.stored).toBe(
    6 + (await readFile(growing, "utf8")).trim().split("\n").length - 1,
  );
  await rm(join(exports, "..", "outside.csv"));
});

test("JSON that is a list or stands on many lines is read as lines are", async () => {
  const folder = join(exports, "json");
  await mkdir(folder, { recursive: true });
  const items = [1, 2, 3].map((n) => ({
    customer: `j${n}`,
    event: "Call",
    time: `2026-03-0${n}T10:00:00Z`,
  }));
  const old = new Date("2026-03-01");
  for (const [name, text] of [
    ["list.json", JSON.stringify(items, null, 2)],
    ["one.json", JSON.stringify({ ...items[0], customer: "j9" }, null, 2)],
  ] as const) {
    await writeFile(join(folder, name), text);
    await utimes(join(folder, name), old, old);
  }
  const origin: PullOrigin = { kind: "folder", path: folder, files: "*" };
  const { first } = await desk.add("Json", origin, null);
  expect(first.ledger).toMatchObject({ received: 4, stored: 4, quarantined: 0 });
});

function csv(from: number, to: number): string {
  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n).map(
    (n) => `${n},klant-${n},Called,2026-03-01 10:${String(n % 60).padStart(2, "0")}:00\n`,
  );
  return `call,customer,event,time\n${rows.join("")}`;
}
