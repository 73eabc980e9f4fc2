import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { startSpoor, type RunningSpoor } from "./running-spoor.ts";

const csv = `klant,mail,wat,wanneer
KLANT-00481516,griet.zandstra@voorbeeld.example,Gebeld,2026-01-05 10:00
KLANT-00481516,,Betaald,2026-01-09 10:00
`;
const mapping = {
  spoor: "mapping/1",
  zone: "Europe/Amsterdam",
  identity: {},
  sources: [
    {
      name: "crm",
      files: "*",
      rows: [
        { kind: "event", what: "wat", time: "wanneer", who: { klant: "klant", email: "mail" } },
      ],
    },
  ],
};

let browser: Browser;
let spoor: RunningSpoor;
let page: Page;

async function ask<T>(path: string, body?: string): Promise<T> {
  const init = body === undefined ? {} : { method: "POST", body };
  const response = await fetch(`${spoor.address}/api/w/own/${path}`, init);
  expect(response.ok).toBe(true);
  return (await response.json()) as T;
}

beforeAll(async () => {
  browser = await openBrowser();
  spoor = await startSpoor({ demo: false });
  const { upload } = await ask<{ upload: string }>("uploads?name=crm.csv", csv);
  await ask("imports", JSON.stringify({ uploads: [upload], mapping }));
  const context = await browser.newContext({ locale: "nl-NL", reducedMotion: "reduce" });
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

test("what a customer is known by is masked until somebody asks for it", async () => {
  const persons = async () => {
    const { journeys } = await ask<{ journeys: { person: string }[] }>("journeys");
    return journeys.map(({ person }) => person);
  };
  await expect.poll(persons, { timeout: 60_000 }).toHaveLength(1);
  const [person] = await persons();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${spoor.address}/w/own/people/${person}`);
  const known = page.locator(".ties");
  const show = known.getByRole("button", { name: "Toon gegevens volledig" });
  await show.waitFor();
  await expect.poll(() => known.innerText()).toMatch(/g…@…example[^]*…1516/);
  expect(await page.content()).not.toContain("griet.zandstra");
  expect(asked.filter((url) => /reveal|show=/.test(url))).toEqual([]);

  await show.focus();
  await page.keyboard.press("Enter");
  const hide = known.getByRole("button", { name: "Scherm gegevens af" });
  await hide.waitFor();
  await expect
    .poll(() => known.innerText())
    .toMatch(/griet\.zandstra@voorbeeld\.example[^]*KLANT-00481516/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await page.keyboard.press("Enter");
  await show.waitFor();
  await expect.poll(() => page.content()).not.toContain("griet.zandstra");
});
