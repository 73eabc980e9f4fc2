import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { serveHarness } from "./map-harness/serve.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";

const desk = { viewport: { width: 1440, height: 900 }, locale: "nl-NL" };
const phone = { viewport: { width: 390, height: 844 }, locale: "nl-NL", hasTouch: true };

let browser: Browser;
let spoor: RunningSpoor;
let harness: Awaited<ReturnType<typeof serveHarness>>;
let map: string;

beforeAll(async () => {
  [spoor, browser] = await Promise.all([startSpoor(), openBrowser()]);
  harness = await serveHarness();
  ({ id: map } = await post<{ id: string }>("/maps", { language: "nl", template: "complaint" }));
});

afterAll(async () => {
  await browser?.close();
  await harness?.[Symbol.asyncDispose]();
  await spoor?.[Symbol.asyncDispose]();
});

async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(`${spoor.address}/api/w/own${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

async function open(address: string, options: BrowserContextOptions = desk): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

async function violations(page: Page): Promise<string[]> {
  await atRest(page);
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Is the map out of reach, for the keyboard and for who hears the page? */
function isBehind(page: Page): Promise<boolean> {
  return page
    .locator(".map-page")
    .evaluate((map) => map.closest("[inert], [aria-hidden=true]") !== null);
}

const slide = (page: Page) => page.locator(".present-slide");

/** Waits until the keys are the presentation's. */
async function isHeld(page: Page): Promise<void> {
  await page.getByRole("dialog").and(page.locator(":focus-within")).waitFor();
}

test("P shows the map on the whole screen, keys walk through it, Esc leaves", async () => {
  const page = await open(harness.address);
  await page.keyboard.press("p");
  const dialog = page.getByRole("dialog", {
    name: "Presentatie van “Overstappen van energieleverancier”",
  });
  await dialog.waitFor();
  await isHeld(page);
  await expect.poll(() => slide(page).getAttribute("aria-label")).toMatch(/^1 van 8: Overstappen/);
  await expect.poll(() => isBehind(page)).toBe(true);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await page.getByRole("heading", { name: "Ik zoek en vergelijk", level: 2 }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
    "3 van 8: Ik zoek en vergelijk",
  );
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("End");
  await page.getByRole("heading", { name: "Wat het meest knelt" }).waitFor();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => slide(page).getAttribute("aria-label")).toBe("8 van 8: Het einde");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => isBehind(page)).toBe(false);
});

test("a swipe to the left goes on, to the right goes back", async () => {
  const page = await open(harness.address, phone);
  await page.getByRole("button", { name: "Presenteren" }).tap();
  const swipe = (from: number, to: number) =>
    slide(page).evaluate(
      (shown, [start, end]) => {
        for (const [type, clientX] of [
          ["pointerdown", start],
          ["pointerup", end],
        ] as const)
          shown.dispatchEvent(
            new PointerEvent(type, { pointerType: "touch", clientX, clientY: 400, bubbles: true }),
          );
      },
      [from, to] as const,
    );
  await swipe(300, 120);
  await page.getByText("2 van 8").waitFor();
  await swipe(200, 190);
  await swipe(120, 300);
  await page.getByText("1 van 8").waitFor();
});

test("what does not fit on the screen is read first with the key that leads on", async () => {
  const page = await open(harness.address, { ...desk, viewport: { width: 900, height: 420 } });
  await page.keyboard.press("p");
  await isHeld(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const top = () => slide(page).evaluate(({ scrollTop }) => scrollTop);
  await page.getByText("3 van 8").waitFor();
  await page.keyboard.press("PageDown");
  await expect.poll(top).toBeGreaterThan(0);
  expect(await page.getByText("3 van 8").count()).toBe(1);
  await page.keyboard.press("ArrowRight");
  await page.getByText("4 van 8").waitFor();
  await expect.poll(() => top()).toBe(0);
});

test("an episode shows its touchpoints, what hurts, what is said, and figures with n", async () => {
  const page = await open(harness.address);
  await page.getByRole("button", { name: "Presenteren" }).click();
  for (let at = 0; at < 3; at += 1) await slide(page).click({ position: { x: 30, y: 500 } });
  const shown = slide(page);
  await shown.getByRole("heading", { name: "Ik stap over" }).waitFor();
  await expect.poll(() => shown.getByRole("listitem").count()).toBe(3);
  await expect.poll(() => shown.locator(".present-pain").textContent()).toContain("Wat er knelt");
  await expect.poll(() => shown.locator("blockquote").count()).toBe(1);
  const figures = await shown.locator(".present-figures > div").allTextContents();
  expect(figures.length).toBeGreaterThan(2);
  for (const words of figures) expect(words).toMatch(/n = [\d.]+/);
});

test.each([
  ["light", desk],
  ["dark", { ...desk, colorScheme: "dark" as const }],
  ["on a phone", phone],
])("axe finds nothing wrong with any slide, %s", async (_, options) => {
  const page = await open(harness.address, options);
  await page.getByRole("button", { name: "Presenteren" }).click();
  await isHeld(page);
  for (const key of ["Home", "ArrowRight", "ArrowRight", "End"]) {
    await page.keyboard.press(key);
    expect(await violations(page)).toEqual([]);
    const wide = await page.evaluate(() => {
      const shown = document.querySelector(".present-slide");
      return (shown?.scrollWidth ?? 0) - (shown?.clientWidth ?? 0);
    });
    expect(wide).toBe(0);
  }
});

test("printed, there is a page for each episode, one before and one after", async () => {
  const page = await open(harness.address);
  await page.keyboard.press("p");
  await slide(page).waitFor();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(8);
});

test("people outside are shown a map without figures in the same way", async () => {
  const { secret } = await post<{ secret: string }>(`/maps/${map}/shares`, {
    kind: "read",
    figures: false,
    author: "Sanne",
  });
  const page = await open(`${spoor.address}/s/${secret}`);
  await page.getByRole("button", { name: "Presenteren" }).click();
  await slide(page).getByText("zoals het team hem tekende, zonder cijfers").waitFor();
  await isHeld(page);
  await page.keyboard.press("ArrowRight");
  await slide(page).getByRole("list", { name: "Contactmomenten" }).waitFor();
  await expect.poll(() => page.locator(".present-figures").count()).toBe(0);
  expect(await violations(page)).toEqual([]);
});
