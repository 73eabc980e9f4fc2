import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
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

const desk = { viewport: { width: 1640, height: 930 }, locale: "nl-NL" };
const phone = { viewport: { width: 390, height: 844 }, locale: "nl-NL" };

async function mapOn(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(harness.address);
  await page.waitForSelector(".map-page h1");
  return page;
}

async function violations(page: Page): Promise<string[]> {
  await atRest(page);
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe("the map page", () => {
  test.each(["light", "dark"] as const)(
    "has no violation that axe finds, %s",
    async (colorScheme) => {
      expect(await violations(await mapOn({ ...desk, colorScheme }))).toEqual([]);
      expect(await violations(await mapOn({ ...phone, colorScheme }))).toEqual([]);
      const page = await mapOn({ ...desk, colorScheme });
      await page.click('[data-row="0"][data-column="7"]');
      await page.getByRole("dialog").waitFor();
      await atRest(page);
      expect(await violations(page)).toEqual([]);
    },
  );

  test("is a grid on a desk and a list on a phone, and may be switched", async () => {
    const page = await mapOn(phone);
    await expect.poll(() => page.getByRole("grid").count()).toBe(0);
    await expect.poll(() => page.getByRole("heading", { level: 2 }).count()).toBe(6);
    await page.getByRole("button", { name: "Kaart" }).click();
    await expect.poll(() => page.getByRole("grid").count()).toBe(1);
  });

  test("speaks Dutch and English", async () => {
    const names = async (locale: string) => {
      const page = await mapOn({ ...desk, locale });
      return page.locator(".lane-title").allTextContents();
    };
    expect((await names("nl-NL")).slice(1, 3)).toEqual(["Gevoel", "Wat klanten zeggen"]);
    expect((await names("en-GB")).slice(1, 3)).toEqual(["Feeling", "What customers say"]);
  });

  test("reads out a point of the curve with its interval and n", async () => {
    const page = await mapOn(desk);
    const cell = page.locator('[data-lane="emotion"] [data-column="7"]');
    await expect
      .poll(() => cell.getAttribute("aria-label"))
      .toBe("Gevoel: −1,5. 95% tussen −1,6 en −1,4. n = 1.204");
  });

  test("leads from a mark to what the claim rests on", async () => {
    const page = await mapOn(desk);
    await page.locator('[data-row="0"][data-column="1"] .mark').click();
    await page.getByRole("heading", { name: "Waar dit vandaan komt" }).waitFor();
    await expect.poll(() => page.getByText("14 interviews").isVisible()).toBe(true);
  });

  test("folds a lane away and back with the keyboard", async () => {
    const page = await mapOn(desk);
    await page.locator('[data-lane="doing"] [data-column="0"]').focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator('[data-lane="doing"] .cell').count()).toBe(0);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator('[data-lane="doing"] .cell').count()).toBe(16);
  });

  test("is printed in sheets that end between episodes", async () => {
    const page = await mapOn(desk);
    await page.emulateMedia({ media: "print" });
    await page.waitForSelector(".print-sheet");
    const sheets = await page
      .locator(".print-sheet")
      .evaluateAll((all) => all.map((one) => one.querySelectorAll(".episode").length));
    expect(sheets).toEqual([4, 2]);
  });
});
