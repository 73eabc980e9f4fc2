import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";

const desk = { viewport: { width: 1440, height: 900 }, locale: "nl-NL" };
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

async function open(path: string, options: BrowserContextOptions = desk): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(spoor.address + path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

async function violations(page: Page): Promise<string[]> {
  await atRest(page);
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const toPlates = (page: Page) => page.locator(".plate").first().waitFor();

test("a workspace without data leads to a map too", async () => {
  const page = await open("/w/own/overview");
  await page.getByRole("link", { name: "Of teken eerst een kaart" }).click();
  await page.getByRole("heading", { name: "Nieuwe kaart", level: 1 }).waitFor();
  await toPlates(page);
  expect(await page.title()).toMatch(/^Nieuwe kaart · /);
  await expect.poll(() => page.getByText("In deze werkruimte is nog geen data.").count()).toBe(1);
});

test.each([
  ["at a desk", desk],
  ["on a phone, in the dark", { ...phone, colorScheme: "dark" as const }],
])("axe finds nothing wrong with the page, and it fits, %s", async (_, options) => {
  const page = await open("/w/own/new", options);
  await toPlates(page);
  expect(await violations(page)).toEqual([]);
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBe(0);
});

test("a template becomes a map of one's own, by keyboard, in the language of the page", async () => {
  const page = await open("/w/own/new");
  await toPlates(page);
  await page.getByRole("button", { name: "Begin met deze kaart: Een klacht indienen" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/map\/jo_een-klacht-indienen/);
  await page.getByRole("heading", { name: "Een klacht indienen", level: 1 }).waitFor();
  await page.getByText("Ik krijg niet wat me beloofd was").first().waitFor();
  expect(await violations(page)).toEqual([]);
});

test("an empty sheet takes the name that is typed", async () => {
  const page = await open("/w/own/new", phone);
  await page.getByLabel("What is the journey about?").fill("Taking out a loan");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/map\/jo_taking-out-a-loan/);
  await page.getByRole("heading", { name: "Taking out a loan", level: 1 }).waitFor();
  await expect.poll(() => page.getByText("I …").count()).toBeGreaterThan(0);
});

test("the catalogue follows the language of the page", async () => {
  const page = await open("/w/own/new");
  await toPlates(page);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Making a complaint", level: 3 }).waitFor();
  await expect
    .poll(() => page.getByRole("heading", { name: "Een klacht indienen" }).count())
    .toBe(0);
});
