import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";

const desk = { viewport: { width: 1440, height: 900 }, locale: "nl-NL" };
const phone = { viewport: { width: 390, height: 844 }, locale: "nl-NL" };

let browser: Browser;
let spoor: RunningSpoor;
let map: string;

beforeAll(async () => {
  [spoor, browser] = await Promise.all([startSpoor(), openBrowser()]);
  const response = await fetch(`${spoor.address}/api/w/own/maps`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ language: "nl", template: "complaint" }),
  });
  ({ id: map } = (await response.json()) as { id: string });
});

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

/** The health check of the map, open, and in it one group. */
async function openCheck(options: BrowserContextOptions, group?: string): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(`${spoor.address}/w/own/map/${map}`);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await page.getByRole("region", { name: "Gezondheidscheck" }).waitFor();
  if (group !== undefined) await page.locator("summary").filter({ hasText: group }).click();
  return page;
}

async function violations(page: Page): Promise<string[]> {
  await atRest(page);
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const finding = (page: Page, title: string) =>
  page.locator(".check-finding").filter({ hasText: title });

test("a finding is mended where it stands, set aside with a reason, and counted again", async () => {
  const page = await openCheck(desk, "Wordt het bijgehouden?");
  const review = finding(page, "Deze kaart had opnieuw bekeken moeten worden");
  await review.getByRole("button", { name: "Over een half jaar opnieuw bekijken" }).click();
  await review.waitFor({ state: "detached" });

  await page.locator("summary").filter({ hasText: "Gaat het over iemand?" }).click();
  const persona = finding(page, "Nergens staat").or(finding(page, "persona")).first();
  const title = (await persona.locator("strong").textContent()) ?? "";
  await persona.getByRole("button", { name: "Hier niet, omdat …" }).first().click();
  await persona.getByLabel("Waarom geldt deze regel hier niet?").fill("Dat volgt in januari");
  await persona.getByRole("button", { name: "Terzijde leggen" }).click();
  await page.locator("summary").filter({ hasText: "Door het team terzijde gelegd" }).click();
  const aside = finding(page, "Dat volgt in januari");
  await expect.poll(() => aside.locator("strong").textContent()).toBe(title);
  expect(await violations(page)).toEqual([]);
  await aside.getByRole("button", { name: "Weer meetellen" }).click();
  await aside.waitFor({ state: "detached" });
});

test.each([
  ["at a desk", desk],
  ["on a phone, in the dark", { ...phone, colorScheme: "dark" as const }],
])("axe finds nothing wrong with how maps are checked, and it fits, %s", async (_, options) => {
  const page = await openCheck(options, "Is de kaart breed genoeg?");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Zo wordt er gecheckt" }).click();
  await page.locator("summary").filter({ hasText: "Is de kaart breed genoeg?" }).click();
  expect(await violations(page)).toEqual([]);
  const sheet = page.locator(".check-sheet");
  await expect
    .poll(() => sheet.evaluate((element) => element.scrollWidth - element.clientWidth))
    .toBe(0);
});

test("a workspace says what rules weigh, by keyboard, and the map is checked anew", async () => {
  const page = await openCheck(desk);
  const group = "Is de kaart breed genoeg?";
  await page.getByRole("button", { name: "Zo wordt er gecheckt" }).click();
  await page.locator("summary").filter({ hasText: group }).focus();
  await page.keyboard.press("Enter");
  const rule = page.getByLabel("Niets op deze kaart is in handen van klanten of buitenstaanders");
  await rule.selectOption("uit");
  await page.getByLabel("Minste aantal mensen bij onderzoek").fill("2");
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await page.getByText("Bewaard. De kaart is opnieuw gecheckt.").waitFor();

  await page.getByRole("button", { name: "Als YAML" }).click();
  const yaml = page.getByLabel("Instellingen als YAML");
  await expect.poll(() => yaml.inputValue()).toContain('only-own: "off"');
  await yaml.fill("minResearch: 3\nrules:\n  only-won: off\n");
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  const fault = page.getByRole("alert").filter({ hasText: "Hier klopt nog iets niet" });
  await expect.poll(() => fault.textContent()).toMatch(/Regel 3.*only-won/);
  await yaml.fill("minResearch: 3\nrules:\n  no-scope: error\n");
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await page.getByText("Bewaard. De kaart is opnieuw gecheckt.").waitFor();
  await page.getByRole("button", { name: "Als velden" }).click();
  await expect
    .poll(() => page.getByLabel("Minste aantal mensen bij onderzoek").inputValue())
    .toBe("3");
  await expect.poll(() => rule.inputValue()).toBe("");
  const settings = async () =>
    (await fetch(`${spoor.address}/api/w/own/check-settings`)).json() as Promise<unknown>;
  await expect.poll(settings).toMatchObject({ minResearch: 3, rules: { "no-scope": "error" } });
});
