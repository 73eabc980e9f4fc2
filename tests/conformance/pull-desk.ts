import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import type { PullOrigin } from "../../src/core/event/pull/origin.ts";
import type { Looked, Pull } from "../../src/protocol/event/pull.ts";
import type { LiveSource } from "../../src/protocol/event/source.ts";
import type { Spoor } from "../../src/server/compose.ts";

const hourly = { every: "hours", count: 1 } as const;

/** The sources of the own workspace that are asked on a schedule, over the API of a Spoor in this process. */
export class PullDesk {
  spoor: Spoor;
  constructor(spoor: Spoor) {
    this.spoor = spoor;
  }

  async #raw(path: string, body?: unknown, method = "POST"): Promise<Response> {
    return this.spoor.app.request(`http://localhost/api/w/own${path}`, {
      ...(body !== undefined && { method, body: JSON.stringify(body) }),
      headers: { "Content-Type": "application/json" },
    });
  }

  async ask<T>(path: string, body?: unknown, method = "POST"): Promise<T> {
    const response = await this.#raw(path, body, method);
    expect(response.ok, await response.clone().text()).toBe(true);
    return response.json() as Promise<T>;
  }

  /** Asks, and bears that it is refused: another may have been faster. */
  async tried(path: string, body: unknown): Promise<void> {
    const { status } = await this.#raw(path, body);
    expect([200, 409, 503]).toContain(status);
  }

  /** What a call is refused with. */
  async problem(path: string, body: unknown, method = "POST"): Promise<string> {
    const response = await this.#raw(path, body, method);
    const { message } = (await response.json()) as { message?: { key: string } };
    return message?.key ?? String(response.status);
  }

  async source(name: string): Promise<LiveSource & { pull: Pull }> {
    const all = await this.ask<LiveSource[]>("/sources");
    const found = all.find((each) => each.name === name)!;
    return { ...found, pull: found.pull! };
  }

  /** The source when its run of this number has come to an end. */
  async ended(name: string, run: number): Promise<LiveSource & { pull: Pull }> {
    for (;;) {
      const { pull } = await this.source(name);
      if (pull.last && pull.last.run >= run && pull.last.state !== "running") {
        await this.spoor.intake.settled();
        return this.source(name);
      }
      await pause(50);
    }
  }

  /** Pulls now, and waits until that is done. */
  async pulled(name: string): Promise<LiveSource & { pull: Pull }> {
    const { last } = await this.ask<Pull>(`/sources/${encodeURIComponent(name)}/pull/now`, {});
    return this.ended(name, last!.run);
  }

  /** Looks, takes what is guessed, and waits for the first run. */
  async add(name: string, origin: PullOrigin, secret: string | null, given = {}) {
    const looked = await this.ask<Looked>("/pull/look", { origin, secret, name, given });
    const body = { name, origin, secret, schedule: hourly, mapping: looked.mapping };
    await this.ask<Pull>("/pull", body);
    return { looked, first: await this.ended(name, 1) };
  }
}
