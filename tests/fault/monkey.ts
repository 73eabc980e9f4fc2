import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, BrowserContext } from "@playwright/test";
import { Chance } from "../../src/core/demo/chance.ts";
import { Journey } from "../../src/core/map/journey.ts";
import { openBrowser } from "../e2e/browser.ts";
import { startSpoor, type RunningSpoor } from "../e2e/running-spoor.ts";
import { servedWhenQuiet, stored } from "./monkey-after.ts";
import { Marks } from "./monkey-marks.ts";
import { Poster } from "./monkey-poster.ts";
import { Tab } from "./monkey-tab.ts";
import { drawnBy, shownBy } from "./monkey-view.ts";

type Course = {
  readonly seed: number;
  readonly seconds: number;
  readonly kills: number;
  readonly say: (line: string) => void;
};

/** What there was in the end; maps as files, so that they can be compared. */
export type Found = {
  /** The map that each page shows: of both browsers the one that was drawn on and a fresh one. */
  readonly shown: readonly string[];
  /** What stands in the cells of these pages. */
  readonly drawn: readonly ReadonlyMap<string, string>[];
  readonly served: string;
  readonly onDisk: string;
  /** Marks in the log, `client number`, and their place in it. */
  readonly log: readonly (readonly [string, number])[];
  /** The same of what was acknowledged. */
  readonly acknowledged: ReadonlyMap<string, number>;
  readonly refused: number;
  readonly faults: readonly string[];
  readonly done: readonly ReadonlyMap<string, number>[];
};

/**
 * Two browsers and a client without a page do to one map whatever comes to mind, while connections
 * fail and the server is killed; then all go quiet.
 */
export async function runMonkey({ seed, seconds, kills, say }: Course): Promise<Found> {
  const chance = new Chance(seed);
  const dataDir = await mkdtemp(join(tmpdir(), "spoor-monkey-"));
  const browsers = [await openBrowser(), await openBrowser()];
  let spoor: RunningSpoor | null = null;
  try {
    spoor = await startSpoor({ demo: false, dataDir });
    const { address } = spoor;
    const port = Number(new URL(address).port);
    const made = await fetch(`${address}/api/w/own/maps`, {
      method: "POST",
      body: JSON.stringify({ language: "nl", template: "complaint" }),
    });
    const { id } = Journey.parse(await made.json());
    const map = `${address}/api/w/own/maps/${id}`;
    const marks = new Marks();
    const contexts = await Promise.all(
      browsers.map((browser, at) => contextOf(browser, address, `Monkey ${at}`)),
    );
    const open = (salt: number) =>
      Promise.all(
        contexts.map(async (context, at) => {
          const tab = new Tab(
            context,
            `${address}/w/own/map/${id}`,
            new Chance(seed, at, salt),
            marks,
          );
          await tab.open();
          return tab;
        }),
      );
    const tabs = await open(1);
    const poster = new Poster(map, seed);

    const begin = Date.now();
    const end = begin + seconds * 1000;
    const over = () => Date.now() > end;
    const drawing = Promise.all([
      poster.post(over, (client, answer) => marks.heard(client, answer)),
      ...tabs.map((tab) => tab.draw(over)),
    ]);
    // It is awaited below; what fails before waits until then.
    drawing.catch(() => undefined);
    for (let kill = 0; kill < kills; kill += 1) {
      const at = begin + (seconds * 1000 * (kill + 1)) / (kills + 1);
      await pause(Math.max(0, at - Date.now()) + chance.whole(1000));
      await spoor.kill();
      say(`killed after ${marks.done.size} acknowledged commands`);
      await pause(chance.whole(2500));
      spoor = await startSpoor({ demo: false, dataDir, port });
    }
    await drawing;
    say(`${marks.done.size} acknowledged commands`);

    // Who comes in now brings what closed tabs left behind.
    const all = [...tabs, ...(await open(2))];
    const read = () => Promise.all(all.map(({ page }) => shownBy(page)));
    const served = await servedWhenQuiet(map, read);
    const shown = await read();
    const drawn = await Promise.all(all.map(({ page }) => drawnBy(page)));
    await Promise.all(contexts.map((context) => context.close()));
    await spoor.stop();
    return {
      shown,
      drawn,
      served,
      ...(await stored(dataDir, id)),
      acknowledged: marks.done,
      refused: marks.refused,
      faults: [...marks.faults, ...poster.faults, ...all.flatMap(({ faults }) => faults)],
      done: tabs.map((tab) => tab.done),
    };
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await spoor?.kill();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function contextOf(browser: Browser, origin: string, name: string): Promise<BrowserContext> {
  const localStorage = Object.entries({ "spoor.editing": "1", "spoor.name": name });
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    locale: "nl-NL",
    storageState: {
      cookies: [],
      origins: [
        { origin, localStorage: localStorage.map(([key, value]) => ({ name: key, value })) },
      ],
    },
  });
  await context.addInitScript(() => (globalThis.print = () => undefined));
  return context;
}
