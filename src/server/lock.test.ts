import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { announceServer, findServer } from "./lock.ts";

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

async function listen(answer: object): Promise<{ port: number; token: string; pid: number }> {
  const server = createServer((_request, response) => response.end(JSON.stringify(answer)));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, token: `token-${port}`, pid: process.pid };
}

const healthy = { status: "ok", version: "1", checks: {} };

test("a running server is found, by its owner's eyes only, until it ends", async () => {
  const server = await listen(healthy);
  expect(await findServer(folder)).toBeNull();
  const announcement = await announceServer(folder, server);
  expect(await findServer(folder)).toEqual(server);
  expect(statSync(join(folder, "server.json")).mode & 0o777).toBe(0o600);
  announcement[Symbol.dispose]();
  expect(await findServer(folder)).toBeNull();
  expect(existsSync(join(folder, "server.json"))).toBe(false);
});

test("a second server on the same folder is refused and leaves the first announced", async () => {
  const server = await listen(healthy);
  await announceServer(folder, server);
  await expect(announceServer(folder, await listen(healthy))).rejects.toMatchObject({
    code: "folder-in-use",
    message: expect.stringContaining(`port ${server.port}`),
  });
  expect(await findServer(folder)).toEqual(server);
});

test("what a killed server left is replaced, and not removed by who comes late", async () => {
  const gone = await announceServer(folder, { port: 1, token: "gone", pid: 1 });
  expect(await findServer(folder)).toBeNull();
  const server = await listen(healthy);
  await announceServer(folder, server);
  gone[Symbol.dispose]();
  expect(await findServer(folder)).toEqual(server);
});

test("something else on that port, or a torn file, is no server", async () => {
  await announceServer(folder, await listen({ hello: "world" }));
  expect(await findServer(folder)).toBeNull();
  writeFileSync(join(folder, "server.json"), '{"port":43');
  expect(await findServer(folder)).toBeNull();
});
