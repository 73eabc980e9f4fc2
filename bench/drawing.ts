import type { BrowserContext, Page } from "@playwright/test";
import { must } from "../src/core/assert.ts";
import { openBrowser } from "../tests/e2e/browser.ts";
import { synthetic } from "../tests/e2e/map-harness/synthetic.ts";
import { startSpoor } from "../tests/e2e/running-spoor.ts";
import { IN_SIGHT, serveBare } from "./bare-page.ts";
import { mainThread, OVER } from "./main-thread.ts";
import { installClock, scrolled, typed } from "./page-clock.ts";
import type { Row } from "./report.ts";

const TOUCHPOINTS = 1000;
const FRAMES = 400;
const LETTERS = 60;

/** What is measured, and what is asked of the map: the median and, of frames, the 95th percentile; ms. */
const wanted = [
  { what: "first paint", most: 150 },
  // Of the processor, on the page's main thread: other programs on the machine disturb it less.
  { what: "work to first paint" },
  { what: "address to first paint" },
  { what: "scrolling frame", most: 17, slow: 35 },
  { what: "key to pixel", most: 16 },
  { what: "Enter to own screen", most: 50 },
  { what: "Enter to another’s screen", most: 200 },
] as const satisfies readonly Wanted[];
type Wanted = { readonly what: string; readonly most?: number; readonly slow?: number };
type Taken = {
  readonly what: (typeof wanted)[number]["what"];
  readonly by: string;
  readonly ms: readonly number[];
};

/** One way to draw the map: where it stands, and where one clicks, types, and reads. */
type Candidate = {
  readonly name: string;
  readonly address: string;
  /** The last thing that comes over the wire before the map can be drawn; null = the page itself. */
  readonly data: string | null;
  /** Null where nothing comes when one scrolls; such a page is only opened. */
  readonly scroller: string | null;
  /** The cell of a lane under the touchpoint at `column`, 0-based. */
  readonly cell: (column: number) => string;
  /** The last of what is in the window as the page opens: the cell at its lower right. */
  readonly corner: string;
  /** What Enter does here: a table that can be typed in as a whole has nothing to commit. */
  readonly commits: boolean;
};

/** Drawing and changing a map of 1,000 touchpoints × 12 lanes in Chromium, beside tables without any of Spoor. */
export async function drawMap(runs: number): Promise<Row[]> {
  const { journey, overlay } = synthetic(TOUCHPOINTS);
  await using spoor = await startSpoor();
  await using bare = await serveBare(journey);
  const map = `/api/w/own/maps/${journey.id}`;
  const put = await fetch(spoor.address + map, { method: "PUT", body: JSON.stringify(journey) });
  if (!put.ok) throw new Error(await put.text());
  const candidates: Candidate[] = [
    {
      name: "floor",
      address: `${bare.address}/floor`,
      data: null,
      scroller: null,
      cell: (column) => `tr:nth-child(3) td:nth-child(${column + 1})`,
      corner: `tr:nth-child(13) td:nth-child(${IN_SIGHT})`,
      commits: false,
    },
    {
      name: "table",
      address: `${bare.address}/table`,
      data: null,
      scroller: "html",
      cell: (column) => `tr:nth-child(3) td:nth-child(${column + 1})`,
      corner: `tr:nth-child(13) td:nth-child(${IN_SIGHT})`,
      commits: false,
    },
    {
      name: "peer",
      address: `${bare.address}/peer`,
      data: "/rows",
      scroller: "html",
      cell: (column) => `tr:nth-child(3) td:nth-child(${column + 1})`,
      corner: `tr:nth-child(13) td:nth-child(${IN_SIGHT})`,
      commits: true,
    },
    {
      name: "spoor",
      address: `${spoor.address}/w/own/map/${journey.id}`,
      data: map,
      scroller: ".map-page",
      cell: (column) => `[data-lane=doing] [data-column="${column + 1}"]`,
      corner: `[data-lane=opportunities] [data-column="${IN_SIGHT}"]`,
      commits: true,
    },
  ];
  const browsers = [await openBrowser(), await openBrowser()];
  try {
    const contexts = await Promise.all(
      browsers.map(async (browser, at) => {
        const context = await browser.newContext({ viewport: { width: 1640, height: 930 } });
        await context.addInitScript(installClock);
        await context.addInitScript((name) => {
          localStorage.setItem("spoor.editing", "1");
          localStorage.setItem("spoor.name", name);
        }, `Bench ${at}`);
        await context.addInitScript(laidOver, JSON.stringify(overlay));
        return context;
      }),
    );
    const taken = await openings(candidates, must(contexts[0], "a browser"), runs);
    for (const candidate of candidates) taken.push(...(await take(candidate, contexts, runs)));
    return wanted.flatMap((each) => rowsOf(each, taken));
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
  }
}

/** Gives the page figures in every lane, without importing the events that they would be of. */
function laidOver(figures: string): void {
  const asked = globalThis.fetch;
  // Made once, before anything is measured: over the wire it would cost the page nothing to make either.
  const made = new Blob([figures]);
  globalThis.fetch = (input, init) =>
    typeof input === "string" && input.includes("/overlay")
      ? Promise.resolve(new Response(made))
      : asked(input, init);
}

/** Opens each in turn, so that a noisy machine hits all of them alike; the first turn fills the caches. */
async function openings(
  candidates: readonly Candidate[],
  context: BrowserContext,
  runs: number,
): Promise<Taken[]> {
  const taken = candidates.map(({ name: by }): Opening => ({ by, paint: [], work: [], open: [] }));
  for (let run = 0; run <= runs; run += 1)
    for (const [at, candidate] of candidates.entries()) {
      const page = await context.newPage();
      let open = Number.NaN;
      const { waited, worked } = await mainThread(page, async () => {
        const { painted, came } = await firstPaint(page, candidate);
        open = painted;
        return painted - came;
      });
      if (run > 0) {
        taken[at]?.paint.push(waited);
        taken[at]?.work.push(worked);
        taken[at]?.open.push(open);
      }
      await page.close();
    }
  return taken.flatMap(({ by, paint, work, open }): Taken[] => [
    { what: "first paint", by, ms: paint },
    { what: "work to first paint", by, ms: work },
    { what: "address to first paint", by, ms: open },
  ]);
}

type Opening = {
  readonly by: string;
  readonly paint: number[];
  readonly work: number[];
  readonly open: number[];
};

async function take(
  candidate: Candidate,
  contexts: readonly BrowserContext[],
  runs: number,
): Promise<Taken[]> {
  const { name: by, scroller, cell, commits } = candidate;
  if (scroller === null) return [];
  const own = must(contexts[0], "a browser");
  await using page = await opened(own, candidate);
  const frames = await scrolled(page, scroller, FRAMES);
  await page.locator(cell(2)).click();
  const keys = await typed(page, LETTERS);
  const taken: Taken[] = [
    { what: "scrolling frame", by, ms: frames },
    { what: "key to pixel", by, ms: keys },
  ];
  if (!commits) return taken;
  await page.keyboard.press("Enter");
  await using watching = await opened(must(contexts[1], "another browser"), candidate);
  const here: number[] = [];
  const there: number[] = [];
  for (let turn = 0; turn < runs * 4; turn += 1) {
    const text = `Typed in turn ${turn}`;
    const where = cell(turn % 6);
    const saw = Promise.all([page, watching].map((each) => seen(each, where, text)));
    await page.locator(where).click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    const [one = Number.NaN, other = Number.NaN] = await saw;
    const entered = await page.evaluate(() => clock.entered());
    here.push(one - entered);
    there.push(other - entered);
    await page.waitForTimeout(100);
  }
  return [
    ...taken,
    { what: "Enter to own screen", by, ms: here },
    { what: "Enter to another’s screen", by, ms: there },
  ];
}

/** The rows about one thing: whoever comes first is what the others are compared with. */
function rowsOf({ what, most, slow }: Wanted, taken: readonly Taken[]): Row[] {
  const about = taken.filter((each) => each.what === what);
  const base = share(about[0]?.ms ?? [], 0.5);
  return about.map(({ by, ms }) => {
    const median = share(ms, 0.5);
    const limit =
      by === "spoor" && most ? `, must be ≤ ${most}${slow ? ` and p95 ≤ ${slow}` : ""}` : "";
    return {
      what: `${what}, ${by}`,
      timing: {
        median: median / 1000,
        low: share(ms, 0) / 1000,
        high: share(ms, 1) / 1000,
        runs: ms.length,
      },
      ratio: median / base,
      megabytes: null,
      told: `${median.toFixed(1)} ms, p95 ${share(ms, 0.95).toFixed(1)}${limit}`,
    };
  });
}

async function opened(context: BrowserContext, candidate: Candidate): Promise<Page> {
  const page = await context.newPage();
  await firstPaint(page, candidate);
  await page.evaluate(() => document.fonts.ready.then(() => null));
  await page.waitForTimeout(1000);
  return page;
}

/** Milliseconds from the call for the page to the last byte of the map, and to the frame that shows all that is in sight. */
async function firstPaint(
  page: Page,
  { address, data, corner }: Candidate,
): Promise<{ readonly came: number; readonly painted: number }> {
  await page.goto(address, { waitUntil: "commit" });
  return page.evaluate(
    async ([selector, path, over]) => {
      const painted = await clock.seen(() => document.querySelector(selector) !== null);
      performance.mark(over);
      const [came] = performance
        .getEntriesByType(path === null ? "navigation" : "resource")
        .filter(({ name }) => path === null || new URL(name).pathname === path)
        .map((entry) => (entry as PerformanceResourceTiming).responseEnd);
      return { came: came ?? Number.NaN, painted: painted - performance.timeOrigin };
    },
    [corner, data, OVER] as const,
  );
}

/** When a cell shows a text and no field, painted; milliseconds since 1970. */
function seen(page: Page, where: string, text: string): Promise<number> {
  return page.evaluate(
    ([selector, words]) =>
      clock.seen(() => {
        const cell = document.querySelector(selector);
        return cell?.querySelector("textarea") === null && cell.textContent.includes(words);
      }),
    [where, text] as const,
  );
}

function share(ms: readonly number[], part: number): number {
  const sorted = ms.toSorted((one, other) => one - other);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
}
