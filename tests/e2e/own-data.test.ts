import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";

const desk = { viewport: { width: 1440, height: 900 }, locale: "en-GB" };
const phone = { viewport: { width: 390, height: 844 }, locale: "en-GB" };

let browser: Browser;
let spoor: RunningSpoor;

beforeAll(async () => {
  [spoor, browser] = await Promise.all([startSpoor(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

/** Forty customers who ask for an offer; half of them sign, one in four calls first. One row is broken. */
function contactFile() {
  const rows = ["case;customer;event;channel;time;score"];
  for (let customer = 0; customer < 40; customer++) {
    const day = `2026-03-${String(1 + (customer % 28)).padStart(2, "0")}`;
    const step = (event: string, channel: string, hour: string, score = "") =>
      rows.push(`C-${customer};${5000 + customer};${event};${channel};${day} ${hour};${score}`);
    step("Ask for an offer", "web", "09:00");
    if (customer % 4 === 0) step("Call", "phone", "10:30", "2");
    if (customer % 2 === 0) step("Sign", "web", "12:00");
  }
  rows.push("C-99;5099;Call;phone;yesterday;");
  return { name: "contact.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) };
}

async function open(path: string, options: BrowserContextOptions = desk): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(spoor.address + path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

async function violations(page: Page, within = "html"): Promise<string[]> {
  await atRest(page);
  const found = await new AxeBuilder({ page }).include(within).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe("one's own data", () => {
  test("an empty workspace teaches the way to the import", async () => {
    const page = await open("/");
    await expect
      .poll(() => page.getByRole("listitem").filter({ hasText: "export" }).count())
      .toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "Import my data" }).click();
    await page.getByRole("heading", { name: "Import", level: 1 }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("comes in through the page, is corrected, and the books balance", async () => {
    const page = await open("/w/own/import");
    await page.setInputFiles('input[type="file"][multiple]', contactFile());
    await page.getByLabel("Meaning of event").waitFor();
    await page.getByLabel("Meaning of case").selectOption("journey");
    await page.getByLabel("Meaning of channel").selectOption("channel");
    await page.getByLabel("Meaning of score").selectOption("attribute");
    await page.getByLabel("Meaning of score").selectOption("score");
    await page.getByRole("cell", { name: "Ask for an offer" }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByRole("heading", { name: "Everything is in" }).waitFor();
    await expect
      .poll(() => page.locator(".ledger dd").allTextContents())
      .toEqual(["71", "=70", "+0", "+1"]);
    await expect.poll(() => page.getByText("The books balance").isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "See why 1 row was set aside" }).click();
    await page.getByRole("cell", { name: "yesterday" }).first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("answers the questions, each on a page that axe finds nothing wrong with", async () => {
    const expected: Record<string, string> = {
      overview: "journeys",
      flow: "of all steps drawn",
      routes: "its journeys",
      touchpoints: "Call",
      journeys: "C-0",
    };
    for (const [name, words] of Object.entries(expected)) {
      for (const options of [desk, { ...phone, colorScheme: "dark" as const }]) {
        const page = await open(`/w/own/${name}`, options);
        await page.locator(".answer").getByText(words).first().waitFor();
        await expect.poll(() => page.getByText("40 of 40 journeys").count()).toBe(1);
        expect([name, await violations(page)]).toEqual([name, []]);
        await page.context().close();
      }
    }
  });

  test("speaks the language of the browser, and another when asked, and remembers it", async () => {
    const page = await open("/w/own/touchpoints", { ...desk, locale: "nl-NL" });
    await page.getByRole("heading", { name: "Contactmomenten" }).waitFor();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Touchpoints" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Touchpoints" }).waitFor();
    await expect.poll(() => page.getAttribute("html", "lang")).toBe("en");
  });

  test("a filter stands in the address, so that a link shows the same", async () => {
    const page = await open("/w/own/routes");
    await page.getByRole("button", { name: /^Channel/ }).click();
    await page.getByRole("checkbox", { name: /phone/ }).check();
    await page.getByText("10 of 40 journeys").waitFor();
    expect(await violations(page, '[role="dialog"]')).toEqual([]);
    const link = page.url().slice(spoor.address.length);
    const other = await open(link);
    await other.getByText("10 of 40 journeys").waitFor();
    await other.keyboard.press("Tab");
    await expect
      .poll(() => other.evaluate(() => document.activeElement?.textContent))
      .toBe("Skip to the content");
  });

  test("leads from a way in the flow to the journeys, and on to one customer", async () => {
    const page = await open("/w/own/flow?detail=100");
    await page.getByRole("button", { name: /^Call · phone/ }).press("Enter");
    await page.getByRole("button", { name: "Only journeys that pass Call · phone" }).click();
    await page.getByText("10 of 40 journeys").waitFor();
    await page.getByRole("link", { name: "Journeys", exact: true }).click();
    await page.getByRole("link", { name: "C-0", exact: true }).click();
    await page.getByRole("heading", { name: "One customer" }).waitFor();
    await page.getByText("3 moments in 1 system").waitFor();
    await expect.poll(() => page.getByText("2 of 5").count()).toBe(1);
    expect(await violations(page)).toEqual([]);
  });

  test("becomes a first map", async () => {
    const page = await open("/w/own/import?import=1");
    await page.getByRole("button", { name: "Draw a first map" }).click();
    await page.waitForURL(/\/w\/own\/map\/jo_/);
    await page.locator(".map-page h1").waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
