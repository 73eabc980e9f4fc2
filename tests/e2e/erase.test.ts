import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Erasure } from "../../src/core/people/erasure.ts";
import type { FoundPeople } from "../../src/core/people/found-person.ts";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { startSpoor, type RunningSpoor } from "./running-spoor.ts";

let spoor: RunningSpoor;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  spoor = await startSpoor({ demo: false });
  browser = await openBrowser();
  page = await (await browser.newContext({ locale: "en" })).newPage();
});
afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

const api = (path: string) => `${spoor.address}/api/w/own${path}`;
async function ask<T>(path: string, body?: unknown): Promise<T> {
  const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const answer = await fetch(api(path), sent);
  expect(answer.ok, await answer.clone().text()).toBe(true);
  return (await answer.json()) as T;
}

async function clean(): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await atRest(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
}

async function shot(name: string): Promise<void> {
  const folder = process.env["SPOOR_SHOTS"];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

const patience = { timeout: 90_000 };

test("somebody objects and is erased on his own page; a rule is made; the page Privacy tells of both", async () => {
  const source = await ask<{ keys: { shown: string }[] }>("/sources", { name: "Shop" });
  const who = { email: "ann.smit@voorbeeld.example" };
  const events = [
    { id: "1", what: "Page viewed", who, time: "2026-03-01T10:00:00Z" },
    { id: "2", what: "Order placed", who, time: "2026-03-02T10:00:00Z" },
    {
      id: "3",
      what: "Page viewed",
      who: { email: "bob@voorbeeld.example" },
      time: "2026-03-03T10:00:00Z",
    },
  ];
  await fetch(`${spoor.address}/api/events?key=${source.keys[0]!.shown}`, {
    method: "POST",
    body: JSON.stringify({ events }),
  });
  await expect
    .poll(async () => (await ask<{ people: number }>("/overview")).people, patience)
    .toBe(2);
  const { people } = await ask<FoundPeople>("/people/find", { value: who.email });

  await page.goto(`${spoor.address}/w/own/people/${people[0]!.person}`);
  await page.getByText("This customer counts in all numbers.").waitFor(patience);
  await page.getByRole("textbox", { name: /name/i }).fill("Eva");
  await clean();
  await page.getByRole("button", { name: "He objects: count him no more" }).click();
  await page.getByText("This customer objects").waitFor(patience);
  await expect.poll(() => ask("/overview")).toMatchObject({ people: 1, objected: 1 });
  await shot("person");

  await page.getByRole("button", { name: "Erase this person" }).click();
  const sheet = page.getByRole("dialog", { name: "Erase this person" });
  await sheet.getByText("2 events from 1 source").waitFor(patience);
  await clean();
  await shot("erase");
  await sheet.getByRole("button", { name: "Erase for good" }).click();
  await sheet.getByText("Nothing of him was found").waitFor(patience);
  await clean();
  await shot("proof");
  await page.keyboard.press("Escape");
  const [erasure] = await ask<Erasure[]>("/privacy/erasures");
  expect(erasure).toMatchObject({ who: "Eva", state: "done", proof: { clean: true } });
  await expect.poll(() => ask("/overview")).toMatchObject({ people: 1, events: 1 });

  await page.goto(`${spoor.address}/w/own/privacy`);
  await page.locator("summary", { hasText: "Nothing of him was found" }).waitFor(patience);
  await page.getByRole("button", { name: "Make a rule" }).click();
  await page.getByLabel("Name of the event").fill("Page viewed");
  await page.getByLabel("Days after which they go").fill("100");
  await page.getByRole("button", { name: "What would go?" }).click();
  await page.getByText("1 of 1 events are that old and go tomorrow.").waitFor(patience);
  await clean();
  await shot("privacy");
  await page.getByRole("button", { name: "Make this rule" }).click();
  await page.getByText("“Page viewed” from every source: 100 days").waitFor(patience);
  await page.getByRole("button", { name: "End this rule" }).click();
  await page.getByText(/^Ended on/).waitFor(patience);
  await page.setViewportSize({ width: 390, height: 844 });
  await clean();
  await shot("phone");
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(wide).toBe(false);
}, 400_000);
