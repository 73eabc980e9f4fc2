import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";

const desk = { viewport: { width: 1440, height: 900 }, locale: "nl-NL" };
const phone = { viewport: { width: 390, height: 844 }, locale: "nl-NL", hasTouch: true };

let browser: Browser;
let spoor: RunningSpoor;
let touchpoints: readonly { readonly id: string; readonly title: string }[];

beforeAll(async () => {
  [spoor, browser] = await Promise.all([startSpoor(), openBrowser()]);
  const { id } = await ask("POST", "/w/own/maps", { language: "nl", template: "complaint" });
  const { episodes } = await ask("GET", `/w/own/maps/${id}`);
  touchpoints = episodes.flatMap((episode: { touchpoints: unknown[] }) => episode.touchpoints);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

// oxlint-disable-next-line typescript/no-explicit-any -- an answer of any endpoint
async function ask(method: string, path: string, body?: unknown): Promise<any> {
  const response = await fetch(`${spoor.address}/api${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  expect(response.status, await response.clone().text()).toBe(200);
  return response.json();
}

async function open(address: string, options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext({ ...options, reducedMotion: "reduce" })).newPage();
  page.on("dialog", () => expect.fail("a script ran"));
  page.on("pageerror", (error) => expect.fail(error.message));
  await page.goto(new URL(address, spoor.address).href);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

async function isFine(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await atRest(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
}

test("a survey is started by keyboard, answered on a phone without a connection too, ended, and told", async () => {
  const page = await open("/w/own/perception", desk);
  await page.getByRole("heading", { name: "Weet je hoe je klanten zich voelen?" }).waitFor();
  await isFine(page);
  await page.getByRole("button", { name: "Vraag het collega’s" }).focus();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog", { name: "Enquêtes" });
  await sheet.getByLabel(/^Afdelingen/).fill("Service\nVerkoop");
  await isFine(page);
  await sheet.getByRole("button", { name: "Maak de link" }).focus();
  await page.keyboard.press("Enter");
  const link = await sheet.getByRole("textbox", { name: "Link naar de enquête" }).inputValue();

  const form = await open(link, phone);
  await form.getByLabel("Je afdeling").selectOption("Service");
  const first = form.getByRole("group", { name: touchpoints[0]!.title, exact: true });
  await first.getByRole("radio", { name: "slecht (−1)", exact: true }).check();
  await form
    .getByRole("group", { name: touchpoints[1]!.title, exact: true })
    .getByRole("radio", { name: /^Weet ik niet/ })
    .check();
  await form.getByLabel(/^Wat doet volgens jou/).fill('<img src=x onerror="alert(1)">');
  await isFine(form);
  await form.reload();
  await expect.poll(() => form.getByLabel("Je afdeling").inputValue()).toBe("=Service");
  await form.context().setOffline(true);
  await form.getByRole("button", { name: "Verstuur" }).click();
  await form.getByText(/^Bewaard in deze browser/).waitFor();
  await form.context().setOffline(false);
  await form.getByText("Dank je wel. Je antwoord is binnen.").waitFor({ timeout: 60_000 });
  await isFine(form);
  await form.getByRole("button", { name: "Wijzig mijn antwoord" }).click();
  await first.getByRole("radio", { name: "heel goed (+2)" }).check();
  await form.getByRole("button", { name: "Verstuur" }).click();
  await form.getByText("Dank je wel. Je antwoord is binnen.").waitFor();

  const secret = link.split("/s/")[1]!;
  const answer = { department: "Service", scores: { [touchpoints[0]!.id]: 2 }, remark: null };
  for (const nth of [1, 2, 3, 4, 5])
    await ask("PUT", `/s/${secret}/survey`, { token: `${nth}`.repeat(30), answer });
  await page.reload();
  await page.getByRole("heading", { name: "De enquête loopt: 6 collega’s" }).waitFor();
  await isFine(page);
  await page.getByRole("button", { name: "Enquêtes" }).first().click();
  await sheet.getByRole("button", { name: /^Nu beëindigen/ }).click();
  await sheet.getByRole("button", { name: "Beëindig haar" }).click();
  await sheet.getByText(/voorbij sinds/).waitFor();
  await sheet.getByRole("button", { name: "Sluiten" }).click();

  await page.locator(".dumbbells").waitFor();
  await page.getByText('<img src=x onerror="alert(1)">', { exact: true }).waitFor();
  const row = page.getByRole("row").filter({ hasText: touchpoints[0]!.title });
  await expect.poll(() => row.innerText()).toContain("+1");
  await isFine(page);
  await form.reload();
  await form.getByRole("heading", { name: "Deze enquête is voorbij" }).waitFor();
  await isFine(form);
}, 300_000);
