import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { serveHarness } from "./map-harness/serve.ts";

let browser: Browser;
let harness: Awaited<ReturnType<typeof serveHarness>>;

beforeAll(async () => {
  harness = await serveHarness();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await harness?.[Symbol.asyncDispose]();
});

async function mapOf(columns: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1640, height: 930 } });
  await page.goto(`${harness.address}?columns=${columns}`);
  await page.waitForSelector('[role="gridcell"]');
  await page.evaluate(() => document.fonts.ready);
  return page;
}

type Frames = { readonly median: number; readonly p95: number };

/** Scrolls 40 pixels to the right per frame, and measures how long the frames take, in ms. */
async function scrolled(page: Page, frames: number): Promise<Frames> {
  const times = await page.evaluate(async (count) => {
    const scroller = document.querySelector(".map-page");
    const next = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const lengths: number[] = [];
    let before = await next();
    for (let frame = 0; frame < count; frame++) {
      scroller?.scrollBy(40, 0);
      const now = await next();
      lengths.push(now - before);
      before = now;
    }
    return lengths;
  }, frames);
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

describe("a map of 1,000 touchpoints", () => {
  test("scrolls about as smoothly as one of 60", { retry: 1 }, async () => {
    const small = await scrolled(await mapOf(60), 120);
    const large = await scrolled(await mapOf(1000), 400);
    const shown = ({ median, p95 }: Frames) => `median ${median.toFixed(1)} p95 ${p95.toFixed(1)}`;
    process.stdout.write(
      `scrolling, ms a frame: 60 touchpoints ${shown(small)}, 1,000 touchpoints ${shown(large)}\n`,
    );
    expect(large.median).toBeLessThan(small.median * 2.5);
  });

  test("keeps only what is in sight in the document, and says how much there is", async () => {
    const page = await mapOf(1000);
    const grid = page.getByRole("grid");
    await expect.poll(() => grid.getAttribute("aria-colcount")).toBe("1001");
    expect(await page.locator('[role="gridcell"]').count()).toBeLessThan(600);
  });

  test("can be walked to its end and back with the keyboard", async () => {
    const page = await mapOf(1000);
    await page.locator('[data-row="0"][data-column="1"]').focus();
    await page.keyboard.press("End");
    await page.waitForSelector('[data-row="0"][data-column="1000"]:focus');
    await page.keyboard.press("ArrowDown");
    await page.waitForSelector('[data-row="1"][data-column="1000"]:focus');
    await page.keyboard.press("Control+Home");
    await page.waitForSelector('[data-row="0"][data-column="0"]:focus');
    await expect.poll(() => page.locator('[role="grid"] [tabindex="0"]').count()).toBe(1);
  });

  test("keeps the focused cell while one scrolls away from it", async () => {
    const page = await mapOf(1000);
    await page.locator('[data-row="2"][data-column="3"]').focus();
    await scrolled(page, 60);
    expect(await page.locator('[data-row="2"][data-column="3"]:focus').count()).toBe(1);
  });
});

describe("a map of 60 touchpoints", () => {
  test("is in the document whole, so that find-in-page sees it", async () => {
    const page = await mapOf(60);
    await expect.poll(() => page.locator(".touchpoint").count()).toBe(60);
  });

  test("opens the drawer with Enter, and Escape gives the focus back", async () => {
    const page = await mapOf(60);
    await page.locator('[data-row="2"][data-column="3"]').focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector('[role="dialog"]');
    await page.keyboard.press("Escape");
    await page.waitForSelector('[role="dialog"]', { state: "detached" });
    await page.waitForSelector('[data-row="2"][data-column="3"]:focus');
  });
});
