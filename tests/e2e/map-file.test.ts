import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";

const desk = { viewport: { width: 1440, height: 900 }, locale: "nl-NL" };
const phone = { viewport: { width: 390, height: 844 }, locale: "en-GB" };
const sample = (name: string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: readFileSync(new URL(`../golden/exchange/samples/${name}`, import.meta.url)),
});

let browser: Browser;
let spoor: RunningSpoor;

beforeAll(async () => {
  [spoor, browser] = await Promise.all([startSpoor(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

async function open(options: BrowserContextOptions = desk): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(`${spoor.address}/w/own/new`);
  await page.locator(".plate").first().waitFor();
  return page;
}

async function violations(page: Page): Promise<string[]> {
  await atRest(page);
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test("a file becomes a map, and what it was not sure of is told before it opens", async () => {
  const page = await open();
  await page.getByLabel("Kies een bestand").setInputFiles(sample("machine.csv"));
  const told = page.getByRole("status").filter({ hasText: "“machine” is binnen" });
  await told.waitFor();
  await expect
    .poll(() => told.getByRole("listitem").allTextContents())
    .toContain("machine, rij 4: “Google” kan niet bij “Channel” staan. Het staat in de notities.");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Kaart openen" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/map\/jo_machine/);
  await page.getByText("I wait at home").first().waitFor();
});

test("a map that is understood wholly opens at once", async () => {
  const page = await open();
  const file = readFileSync(
    new URL("../../examples/templates/complaint.nl.journey.yaml", import.meta.url),
  );
  const chosen = { name: "klacht.yaml", mimeType: "text/yaml", buffer: file };
  await page.getByLabel("Kies een bestand").setInputFiles(chosen);
  await page.waitForURL(/\/map\/jo_/);
});

test("what is no map is refused with words, and another file can be chosen", async () => {
  const page = await open(phone);
  const letter = { name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("Dear Sir") };
  await page.getByLabel("Choose a file").setInputFiles(letter);
  const alert = page.getByRole("alert");
  await alert.waitFor();
  await expect.poll(() => alert.textContent()).toContain("letter.txt is not recognised as a map.");
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Choose a file").setInputFiles(sample("hotel.ojf"));
  await page.getByRole("heading", { name: "“A night in a hotel” has come in" }).waitFor();
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBe(0);
});
