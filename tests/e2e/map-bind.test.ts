import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Journey } from "../../src/core/map/journey.ts";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { cellAt, editingPage } from "./drawn-map.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";

let browser: Browser;
let spoor: RunningSpoor;

beforeAll(async () => {
  spoor = await startSpoor({ demo: true });
  browser = await openBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

/** The first map of the demo, once it is there. */
async function demoMap(): Promise<string> {
  const maps = `${spoor.address}/api/w/demo/maps`;
  const list = async () => {
    const answer = await fetch(maps);
    return answer.ok ? ((await answer.json()) as { id: string }[]) : [];
  };
  await expect.poll(async () => (await list()).length, { timeout: 240_000 }).toBeGreaterThan(0);
  return `${maps}/${(await list())[0]?.id}`;
}

const slow = { timeout: 60_000 };

const eventsOf = async (api: string, at: number) => {
  const journey = Journey.parse(await (await fetch(api)).json());
  return journey.episodes.flatMap(({ touchpoints }) => touchpoints)[at]?.events;
};

async function fitToRead(page: Page) {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test("events from the data are dragged from the tray onto a touchpoint, or bound by keyboard", async () => {
  const api = await demoMap();
  const before = await eventsOf(api, 0);
  const page = await editingPage(browser, `${spoor.address}/w/demo/map`);
  const door = page.getByRole("button", { name: "Uit de data" });
  await door.click();
  const tray = page.getByRole("complementary", { name: "Uit de data" });
  const events = tray.locator(".tray-event");
  await events.first().waitFor();
  await expect
    .poll(() => tray.getByRole("heading", { level: 2 }).evaluate((one) => one.matches(":focus")))
    .toBe(true);
  await fitToRead(page);

  const [first, second] = await events.allInnerTexts();
  const from = await events.first().boundingBox();
  const to = await cellAt(page, 0, 1).boundingBox();
  if (!from || !to) throw new Error("The tray or the map is not in sight");
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y - 40, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + 120, { steps: 5 });
  await page.waitForSelector(".drop-column");
  await page.mouse.up();
  await expect
    .poll(async () => (await eventsOf(api, 0))?.length ?? 0, slow)
    .toBe((before?.length ?? 0) + 1);
  await expect.poll(async () => events.allInnerTexts(), slow).not.toContain(first);
  await tray.getByText("Ik hoor het van een vriend").waitFor();
  await expect.poll(() => tray.getByText("Ik krijg een hoge jaarrekening").count()).toBe(0);

  await tray.getByRole("heading", { level: 2 }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const asked = page.getByRole("dialog", { name: /^Welk contactmoment is/ });
  await asked.getByLabel("Koppel aan").selectOption({ label: "Ik hoor het van een vriend" });
  await fitToRead(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await eventsOf(api, 1))?.length, slow).toBe(1);
  await expect.poll(async () => events.allInnerTexts(), slow).not.toContain(second);
  await page.waitForFunction(() => document.activeElement?.matches(".tray h2"));

  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect
    .poll(async () => [await eventsOf(api, 0), await eventsOf(api, 1)], slow)
    .toEqual([before, undefined]);
  await tray.getByRole("button", { name: "Sluiten" }).click();
  await expect.poll(() => door.evaluate((one) => one.matches(":focus"))).toBe(true);
}, 360_000);

test("what customers do is taken over on the map from where the two are compared, and taken back", async () => {
  const api = await demoMap();
  const journey = async () => Journey.parse(await (await fetch(api)).json());
  const titles = async () =>
    (await journey()).episodes.flatMap(({ touchpoints }) => touchpoints.map(({ title }) => title));
  const before = await titles();
  const page = await editingPage(browser, `${spoor.address}/w/demo/map`);
  await page.goto(`${spoor.address}/w/demo/fit`);
  const strip = page.locator(".fit-strip");
  await strip.waitFor({ timeout: 60_000 });
  await fitToRead(page);

  const draw = page.getByRole("button", { name: /^Teken het: / }).first();
  const drawn = (await draw.getAttribute("aria-label"))?.replace("Teken het: ", "") ?? "";
  await draw.press("Enter");
  await expect.poll(async () => (await titles()).length, slow).toBe(before.length + 1);
  const [added] = (await titles()).filter((title) => !before.includes(title));
  expect(drawn.startsWith(added ?? "?")).toBe(true);
  // The two are compared anew: what is drawn now is offered no more.
  await expect.poll(() => page.getByLabel(`Teken het: ${drawn}`).count(), slow).toBe(0);
  await page.getByRole("button", { name: /Ongedaan/ }).click();
  await expect.poll(titles, slow).toEqual(before);

  await page.context().close();
});
