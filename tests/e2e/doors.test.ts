import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { throughMore } from "./more-door.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";

const desk = { viewport: { width: 1280, height: 800 }, locale: "nl-NL" };
const english = { ...desk, locale: "en-GB" };
const phone = { viewport: { width: 390, height: 844 }, locale: "nl-NL", hasTouch: true };

let browser: Browser;
let spoor: RunningSpoor;
let map: string;

beforeAll(async () => {
  [spoor, browser] = await Promise.all([startSpoor(), openBrowser()]);
  map = await made("/maps", { language: "nl", template: "complaint" });
  await made(`/maps/${map}/copy`, { state: "future", title: "Straks", author: "Sanne" });
});

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

async function made(path: string, body: unknown): Promise<string> {
  const response = await fetch(`${spoor.address}/api/w/own${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { id: string }).id;
}

async function open(options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(`${spoor.address}/w/own/map/${map}`);
  await page.locator(".more-doors").waitFor();
  return page;
}

/** How far the feet of the doors and all words beside them are apart, in pixels. */
function apart(page: Page): Promise<number> {
  return page.locator(".map-tools :is(button, a)").evaluateAll((words) => {
    const feet = words.map((each) => each.getBoundingClientRect().bottom);
    return Math.max(...feet) - Math.min(...feet);
  });
}

test.each([
  ["in Dutch", desk, "Kaart Lijst Presenteren Bewerken Opmerkingen Check Delen Meer"],
  ["in English", english, "Map List Present Edit Comments Check Share More"],
])("what one does with a map every day stands on one line, %s", async (_, options, words) => {
  const page = await open(options);
  const doors = page.locator(".map-ways :is(button, a)");
  await expect.poll(async () => (await doors.allTextContents()).join(" ")).toBe(words);
  await page.locator(".filter-word").first().waitFor();
  await expect.poll(() => apart(page)).toBeLessThan(10);
  await page.evaluate(() => document.fonts.ready.then(() => null));
  const at = await doors.last().boundingBox();
  await page.keyboard.press("e");
  await page.getByRole("button", { name: /^(Ongedaan maken|Undo)$/ }).waitFor();
  await expect.poll(() => doors.last().boundingBox()).toEqual(at);
});

test("the other doors are one menu, by keyboard, and each gives the focus back to its word", async () => {
  const page = await open(desk);
  const more = page.getByRole("button", { name: "Meer", exact: true });
  await more.press("Enter");
  await page.getByRole("menuitem", { name: "Vergelijken" }).waitFor();
  await expect
    .poll(() => page.getByRole("menuitem").allTextContents())
    .toEqual(["Workshop", "Versies", "Vergelijken", "Exporteren"]);
  await page.keyboard.press("Escape");
  for (const words of ["Workshop", "Versies", "Exporteren"]) {
    await throughMore(page, words);
    const room = page.getByRole("dialog");
    await room.waitFor();
    await expect
      .poll(() => room.evaluate((each) => each.contains(document.activeElement)))
      .toBe(true);
    await page.keyboard.press("Escape");
    await room.waitFor({ state: "detached" });
    await expect.poll(() => more.evaluate((each) => each === document.activeElement)).toBe(true);
  }
});

test.each([
  ["at a desk", desk],
  ["on a phone, in the dark", { ...phone, colorScheme: "dark" as const }],
])(
  "axe finds nothing wrong with the menu, and all words are large enough, %s",
  async (_, options) => {
    const page = await open(options);
    await page.getByRole("button", { name: "Meer", exact: true }).click();
    await page.getByRole("menuitem").first().waitFor();
    await atRest(page);
    const found = await new AxeBuilder({ page }).analyze();
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const small = await page
      .locator(".map-ways :is(button, a), [role=menuitem]")
      .evaluateAll((words) =>
        words
          .filter((each) => each.getBoundingClientRect().height < 24)
          .map((each) => each.textContent),
      );
    expect(small).toEqual([]);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBe(0);
  },
);
