import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { z } from "zod";
import type { LiveSource } from "../../../src/protocol/event/source.ts";
import { openSpoor } from "../../../src/server/compose.ts";
import { readConfig } from "../../../src/server/config.ts";

/** A whole Spoor with one live source, and short ways to use its API. */
export async function openDesk() {
  const dataDir = await mkdtemp(join(tmpdir(), "spoor-people-"));
  const spoor = await openSpoor(readConfig({ SPOOR_DATA: dataDir, SPOOR_DEMO: "0" }));
  const send = (path: string, body?: unknown, method = body === undefined ? "GET" : "POST") =>
    spoor.app.request(`http://localhost${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { "Content-Type": "application/json" },
      }),
    });
  async function ask<T>(path: string, body?: unknown, method?: string): Promise<T> {
    const response = await send(path, body, method);
    expect(response.ok, await response.clone().text()).toBe(true);
    return (await response.json()) as T;
  }
  // A household's telephone number joins nobody.
  await spoor.documents.query(
    z.unknown(),
    "UPDATE workspace SET settings = jsonb_set(settings, '{identity}', $1::jsonb)",
    [JSON.stringify({ customer: { unique: true } })],
  );
  const source = await ask<LiveSource>("/api/w/own/sources", { name: "Shop" });
  const key = source.keys[0]!.shown;
  return {
    spoor,
    dataDir,
    send,
    ask,
    key,
    /** Events in Spoor's own words, taken in and in people's journeys. */
    async tell(...events: readonly object[]) {
      await ask(`/api/events?key=${key}`, { events });
      await spoor.intake.settled();
    },
    async [Symbol.asyncDispose]() {
      await spoor[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type PrivacyDesk = Awaited<ReturnType<typeof openDesk>>;
