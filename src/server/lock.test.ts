import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { announceServer, findServer, type RunningServer } from "./lock.ts";

let folder: string;
const servers: Server[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spoor-lock-"));
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    await new Promise((resolve) => server.close(resolve));
  }
  rmSync(folder, { recursive: true });
});

async function listen(instance: string): Promise<RunningServer> {
  const answer = { status: "ok", version: "1", instance, checks: {} };
  const server = createServer((_request, response) => response.end(JSON.stringify(answer)));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, instance, pid: process.pid };
}

test("a running server is found, by its owner's eyes only, until it ends", async () => {
  const server = await listen("1");
  expect(await findServer(folder)).toBeNull();
  const announcement = await announceServer(folder, server);
  expect(await findServer(folder)).toEqual(server);
  expect(statSync(join(folder, "server.json")).mode & 0o777).toBe(0o600);
  announcement[Symbol.dispose]();
  expect(await findServer(folder)).toBeNull();
  expect(existsSync(join(folder, "server.json"))).toBe(false);
});

test("a second server on the same folder is refused and leaves the first announced", async () => {
  const server = await listen("2");
  await announceServer(folder, server);
  await expect(announceServer(folder, await listen("3"))).rejects.toMatchObject({
    code: "folder-in-use",
    message: expect.stringContaining(`port ${server.port}`),
  });
  expect(await findServer(folder)).toEqual(server);
});

test("what a killed server left is replaced, and not removed by who comes late", async () => {
  const gone = await announceServer(folder, { port: 1, instance: "gone", pid: 1 });
  expect(await findServer(folder)).toBeNull();
  const server = await listen("4");
  await announceServer(folder, server);
  gone[Symbol.dispose]();
  expect(await findServer(folder)).toEqual(server);
});

test("another Spoor on that port, or a torn file, is no server of this folder", async () => {
  const other = await listen("other");
  await announceServer(folder, { ...other, instance: "mine" });
  expect(await findServer(folder)).toBeNull();
  writeFileSync(join(folder, "server.json"), '{"port":43');
  expect(await findServer(folder)).toBeNull();
});
