import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { must } from "../../src/core/assert.ts";
import { Chance } from "../../src/core/demo/chance.ts";
import { apply } from "../../src/core/map/apply.ts";
import type { Command } from "../../src/core/map/command.ts";
import { writeJourney } from "../../src/core/map/file.ts";
import { Journey } from "../../src/core/map/journey.ts";
import { liveEndpoints, LiveEvent, type Logged, type Sent } from "../../src/protocol/map/live.ts";
import { findMap } from "../../src/server/documents/map.ts";
import { openDocuments } from "../../src/server/documents/open.ts";
import { findWorkspace } from "../../src/server/documents/workspace.ts";

const cli = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
/** More of them, and for longer: SPOOR_KILLS=100 npx vitest run tests/fault/drawing-kill.test.ts */
const kills = Number(process.env["SPOOR_KILLS"] ?? 5);

const dataDir = await mkdtemp(join(tmpdir(), "spoor-drawing-kill-"));
let server: Server | null = null;
afterAll(async () => {
  await server?.end("SIGKILL");
  await rm(dataDir, { recursive: true, force: true });
});

const drawn = Journey.parse({
  spoor: "journey/1",
  id: "jo_kill",
  title: "Kill",
  episodes: Array.from({ length: 5 }, (_, episode) => ({
    id: `ep_${episode}`,
    title: `Episode ${episode}`,
    touchpoints: Array.from({ length: 4 }, (__, at) => ({
      id: `tp_${episode}_${at}`,
      title: "I wait",
    })),
  })),
});
const map = "/api/w/own/maps/jo_kill";

type Server = { address: string; end: (signal: NodeJS.Signals) => Promise<void> };

async function start(): Promise<Server> {
  const env = { ...process.env, PORT: "0", SPOOR_DATA: dataDir, SPOOR_DEMO: "0" };
  const child = spawn(process.execPath, [cli, "serve"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  const address = await new Promise<string>((resolve, reject) => {
    void gone.then(([code]) => reject(new Error(`spoor serve ended with ${code}`)));
    createInterface(child.stdout).on("line", (line) => {
      const found = /http:\S+/.exec(line);
      if (found) resolve(found[0]);
    });
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  return { address, end };
}

/** Somebody who draws without looking, and sends again what was not answered. */
class Drawer {
  readonly author: { client: string; name: string };
  readonly #chance: Chance;
  /** Where in the log each acknowledged command is said to be. */
  readonly done = new Map<number, number>();
  refused = 0;
  #seen: Journey = drawn;
  #pending: Sent[] = [];
  #number = 0;

  constructor(name: string, seed: number) {
    this.author = { client: `client-${name}`, name };
    this.#chance = new Chance(seed);
  }

  /** Draws until the server is gone or `stop` says so, and then until all is answered. */
  async draw(address: string, stop: () => boolean): Promise<void> {
    try {
      while (!stop() || this.#pending.length > 0) {
        if (this.#pending.length === 0) this.#think();
        await this.#send(address);
        const look = await fetch(`${address}${map}`);
        this.#seen = Journey.parse(await look.json());
        await pause(this.#chance.whole(8));
      }
    } catch (error) {
      // The server was killed while it was asked: what is pending is sent to the next one.
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    }
  }

  #think(): void {
    for (let i = this.#chance.whole(4); i >= 0; i -= 1)
      this.#pending.push({ number: (this.#number += 1), command: this.#any() });
  }

  async #send(address: string): Promise<void> {
    const response = await fetch(`${address}${map}/commands`, {
      method: "POST",
      body: JSON.stringify({ author: this.author, commands: this.#pending }),
    });
    const { outcomes } = liveEndpoints.sendCommands.answer.parse(await response.json());
    for (const { number, seq } of outcomes) {
      if (seq === null) this.refused += 1;
      else this.done.set(number, seq);
    }
    this.#pending = [];
  }

  #any(): Command {
    const { episodes } = this.#seen;
    const episode = this.#chance.pick(episodes);
    const all = episodes.flatMap(({ touchpoints }) => touchpoints);
    const [one] = all.length > 0 ? [this.#chance.pick(all)] : [];
    const what = this.#chance.unit();
    if (!one || what < 0.3) {
      const id = `tp_${this.author.name}${this.#number}`;
      const element = { id, title: `I am ${id}` };
      const after = episode.touchpoints[0]?.id ?? null;
      return { do: "add", to: episode.id, list: "touchpoints", after, element };
    }
    if (what < 0.5) return { do: "remove", at: one.id };
    if (what < 0.7) return { do: "move", at: one.id, to: episode.id, after: null };
    const to = `${one.title} ${this.#number}`.slice(-100);
    return { do: "set", at: one.id, field: "title", from: one.title, to };
  }
}

/** The whole log as the stream tells it. */
async function logOf(address: string): Promise<Logged[]> {
  const response = await fetch(`${address}${map}/live?since=0`);
  const decoder = new TextDecoder();
  let text = "";
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, { stream: true });
    const [, data] = /^data: (.*)\n\n/m.exec(text) ?? [];
    if (data === undefined) continue;
    const event = LiveEvent.parse(JSON.parse(data));
    if (event.type === "commands") return event.commands;
    throw new Error(`The stream begins with ${event.type}`);
  }
  throw new Error("The stream ended");
}

test(
  "a server that is killed while two draw keeps each acknowledged command, once",
  { timeout: 60_000 + kills * 40_000 },
  async () => {
    const chance = new Chance(7);
    const drawers = [new Drawer("ann", 1), new Drawer("ben", 2)];
    const acknowledged = () => drawers.reduce((sum, { done }) => sum + done.size, 0);
    server = await start();
    const put = await fetch(`${server.address}${map}`, {
      method: "PUT",
      body: JSON.stringify(drawn),
    });
    expect(put.status).toBe(200);

    for (let kill = 0; kill < kills; kill += 1) {
      const { address } = server;
      const drawing = Promise.all(drawers.map((each) => each.draw(address, () => false)));
      await pause(200 + chance.whole(1200));
      // A slow machine gets the time to do something that can be lost.
      const enough = (kill + 1) * 10;
      const late = Date.now() + 20_000;
      while (acknowledged() <= enough && Date.now() < late) await pause(20);
      await server.end("SIGKILL");
      await drawing;
      server = await start();
    }
    const until = Date.now() + 500;
    const { address } = server;
    await Promise.all(drawers.map((each) => each.draw(address, () => Date.now() > until)));

    const log = await logOf(address);
    const marks = log.map(({ author, number }) => `${author.client} ${number}`);
    expect(new Set(marks).size).toBe(log.length);
    for (const { author, done } of drawers)
      for (const [number, seq] of done) expect(log[seq - 1]).toMatchObject({ seq, number, author });
    expect(log.length).toBe(acknowledged());
    expect(acknowledged()).toBeGreaterThan(kills * 10);

    let replica = drawn;
    for (const { command } of log) {
      const applied = apply(replica, command);
      if (!applied.ok) throw new Error(`The log holds what is refused: ${applied.why.key}`);
      replica = applied.journey;
    }
    const served = Journey.parse(await (await fetch(`${address}${map}`)).json());
    expect(writeJourney(served)).toBe(writeJourney(replica));

    await server.end("SIGTERM");
    server = null;
    await using documents = await openDocuments({ path: join(dataDir, "documents") });
    const { id } = await findWorkspace(documents, "own");
    const stored = await findMap(documents, id, "jo_kill");
    expect([stored.seq, stored.body]).toEqual([log.length, writeJourney(replica)]);
    const [kept] = await documents.query(
      z.strictObject({ count: z.number().int() }),
      "SELECT count(*)::integer AS count FROM map_command",
    );
    expect(must(kept, "the count").count).toBe(log.length);
  },
);
