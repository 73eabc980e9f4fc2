import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { startSpoor, type RunningSpoor } from "./running-spoor.ts";

let browser: Browser;
let spoor: RunningSpoor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  spoor = await startSpoor({ demo: true });
  const context = await browser.newContext({
    viewport: { width: 1640, height: 1000 },
    locale: "nl-NL",
    reducedMotion: "reduce",
  });
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

async function violations(): Promise<string[]> {
  await atRest(page);
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`);
}

/** The journeys that the filter bar says are shown. */
async function shown(): Promise<number> {
  const told = page.locator(".filter-bar, .map-head").getByText(/\d van \d|\d klantreizen/);
  const text = await told.first().innerText();
  return Number((/[\d.]+/.exec(text)?.[0] ?? "").replaceAll(".", ""));
}

describe("the first run", { timeout: 300_000 }, () => {
  test("shows the demo being made, beside the way to one's own data", async () => {
    await page.goto(spoor.address);
    await page.getByRole("heading", { name: "De demo wordt gemaakt" }).waitFor();
    await expect.poll(() => page.getByRole("progressbar").count()).toBe(1);
    await expect
      .poll(() => page.getByRole("link", { name: "Mijn data importeren" }).count())
      .toBe(1);
    expect(await violations()).toEqual([]);
  });

  test("opens on the living map by itself", async () => {
    await page.getByRole("grid").waitFor({ timeout: 240_000 });
    await page.getByRole("heading", { name: "Overstappen van energieleverancier" }).waitFor();
    await expect.poll(shown).toBeGreaterThan(15_000);
    expect(await violations()).toEqual([]);
  });

  test("a segment narrows every figure of the map, and the address holds it", async () => {
    const all = await shown();
    await page.getByRole("button", { name: /Segment/ }).click();
    await page.getByRole("dialog").getByRole("radio").nth(1).check();
    await page.keyboard.press("Escape");
    await page.waitForURL(/segment/);
    await expect.poll(shown).toBeLessThan(all);
    const some = await shown();
    await page.reload();
    await page.getByRole("grid").waitFor();
    await expect.poll(shown).toBe(some);
  });

  test("a touchpoint tells what stands behind it, down to one customer across all systems", async () => {
    await page.getByRole("columnheader", { name: /meterstand/ }).click();
    const drawer = page.getByRole("dialog");
    await drawer.getByText(/95/).first().waitFor();
    expect(await violations()).toEqual([]);
    const customer = drawer.locator('a[href*="/people/"]').first();
    await customer.click();
    await page.waitForURL(/\/people\/\d+/);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByText("Meterstand gevraagd").first().waitFor();
    expect(await violations()).toEqual([]);
  });

  test.each(["overview", "flow", "routes", "touchpoints", "journeys", "import"])(
    "the page %s shows figures and has no violation that axe finds, in both languages",
    async (name) => {
      await page.goto(`${spoor.address}/w/demo/${name}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      const dutch = await page.getByRole("heading", { level: 1 }).innerText();
      expect(await violations()).toEqual([]);
      await page.getByRole("button", { name: "English" }).click();
      await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe("en");
      expect(await violations()).toEqual([]);
      await page.getByRole("button", { name: "Nederlands" }).click();
      await expect.poll(() => page.getByRole("heading", { level: 1 }).innerText()).toBe(dutch);
    },
  );

  test("a kind of customers that the data proposes goes onto the map as a persona, and off it again", async () => {
    const [map] = (await get("/api/w/demo/maps")) as { id: string }[];
    const api = `/api/w/demo/maps/${map!.id}`;
    const personas = async () => ((await get(api)) as { personas: Drawn[] }).personas;
    // The map of the demo has all of them: one that nobody drew is one that was taken off.
    const hunter = (await personas()).find(({ name }) => name === "Prijsjager")!;
    const removed = await fetch(`${spoor.address}${api}/commands`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        author: { client: "client-first-run", name: "Noor" },
        commands: [{ number: 1, command: { do: "remove", at: hunter.id } }],
      }),
    });
    expect(removed.status).toBe(200);
    const before = await personas();
    expect(before.map(({ id }) => id)).not.toContain(hunter.id);
    await page.goto(`${spoor.address}/w/demo/segments`);
    await page.getByRole("button", { name: "Maak er een persona van" }).first().click();
    await page.getByLabel("Naam van de persona").fill("Wie op prijs kiest");
    await page.getByLabel("Je naam").fill("Noor");
    await page.getByRole("button", { name: "Zet op de kaart" }).click();
    const done = page.getByRole("status").filter({ hasText: "Wie op prijs kiest" });
    await done.waitFor();
    expect(await violations()).toEqual([]);
    const during = await personas();
    expect(during.slice(0, -1)).toEqual(before);
    expect(during.at(-1)).toMatchObject({
      name: "Wie op prijs kiest",
      evidence: [{ kind: "measured" }],
    });
    // What stands on the map shows, where one chooses a persona, exactly the journeys that were counted.
    const { predicate, evidence } = during.at(-1)!;
    const filter = encodeURIComponent(JSON.stringify({ attributes: predicate }));
    const { shown: asked } = (await get(`/api/w/demo/overview?filter=${filter}`)) as {
      shown: { journeys: number };
    };
    expect(asked.journeys).toBe(evidence[0]!.n);

    await done.getByRole("button", { name: "Haal hem er weer af" }).click();
    await page.getByRole("status").filter({ hasText: "Weer van de kaart gehaald" }).waitFor();
    await expect.poll(() => personas()).toEqual(before);
  });
});

type Drawn = {
  readonly id: string;
  readonly name: string;
  readonly predicate: object;
  readonly evidence: readonly { readonly n: number }[];
};

async function get(path: string): Promise<unknown> {
  const response = await fetch(`${spoor.address}${path}`);
  expect([path, response.status]).toEqual([path, 200]);
  return response.json();
}
