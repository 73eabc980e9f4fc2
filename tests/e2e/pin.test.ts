import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { editingPage } from "./drawn-map.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";

let browser: Browser;
let spoor: RunningSpoor;

const api = () => `${spoor.address}/api/w/own`;

async function ask<T>(path: string, body?: unknown, method = "POST"): Promise<T> {
  const response = await fetch(`${api()}${path}`, {
    ...(body !== undefined && {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
  expect(response.ok, await response.clone().text()).toBe(true);
  return (await response.json()) as T;
}

type Touchpoints = { touchpoints: { event: string; code: number }[] };

/** Forty customers look, thirty of them sign; a map of both, and a saved question about it. */
beforeAll(async () => {
  [spoor, browser] = await Promise.all([startSpoor(), openBrowser()]);
  const source = await ask<{ keys: { shown: string }[] }>("/sources", { name: "Shop" });
  const events = Array.from({ length: 40 }, (_, nth) =>
    ["Looked", ...(nth % 4 === 0 ? [] : ["Signed"])].map((what, hour) => ({
      what,
      who: { customer: `c-${nth}` },
      time: new Date(Date.UTC(2026, 2, 1 + nth, 8 + hour)).toISOString(),
    })),
  ).flat();
  await fetch(`${spoor.address}/api/events?key=${source.keys[0]?.shown}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ events }),
  });
  await vi.waitFor(
    async () => expect((await ask<{ journeys: number }>("/overview")).journeys).toBe(40),
    { timeout: 60_000, interval: 250 },
  );
  await ask(
    "/maps/jo_signing",
    {
      spoor: "journey/1",
      id: "jo_signing",
      title: "Tekenen",
      language: "nl",
      state: "current",
      episodes: [
        {
          id: "ep_all",
          title: "Kiezen",
          touchpoints: [
            { id: "tp_look", title: "Ik kijk rond", events: [{ event: "Looked" }] },
            { id: "tp_sign", title: "Ik teken", events: [{ event: "Signed" }] },
          ],
        },
      ],
    },
    "PUT",
  );
  const { touchpoints } = await ask<Touchpoints>("/facets");
  const code = (event: string) => touchpoints.find((each) => each.event === event)?.code;
  const asked = { filter: {}, more: { steps: `${code("Looked")},${code("Signed")}` } };
  await ask("/questions", { name: "Tekenen ze?", question: "funnel", asked, author: "Sanne" });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

const metrics = async () => {
  const { episodes } = await ask<{ episodes: { touchpoints: { metrics?: object[] }[] }[] }>(
    "/maps/jo_signing",
  );
  return episodes.flatMap(({ touchpoints }) =>
    touchpoints.map((each) => each.metrics?.length ?? 0),
  );
};

async function fitToRead(page: Page) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await atRest(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

async function picture(page: Page, name: string) {
  const folder = process.env["SPOOR_PICTURES"];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

test("a figure is pinned to a touchpoint from its saved question, seen on the map, and taken off again", async () => {
  const size = { viewport: { width: 1280, height: 900 } };
  const [english, dutch] = await Promise.all([
    browser.newContext({ ...size, locale: "en-GB" }),
    browser.newContext({ ...size, locale: "nl-NL" }),
  ]);
  const page = await english.newPage();
  await page.goto(`${spoor.address}/w/own/reports`);
  await page.getByRole("button", { name: /^Pin to a map/ }).click();
  const dialog = page.getByRole("dialog", { name: "Pin to a map" });
  await dialog.getByLabel("Figure").waitFor();
  await expect
    .poll(() => dialog.getByLabel("Figure").locator("option").first().textContent())
    .toBe("Of those at Looked, come to Signed · 75%");
  await dialog.getByLabel("Where").selectOption({ label: "Ik teken" });
  await fitToRead(page);
  await picture(page, "pin-en");
  await dialog.getByRole("button", { name: "Pin", exact: true }).click();
  await dialog.getByText("Pinned.").waitFor();
  await expect.poll(() => metrics()).toEqual([0, 1]);
  const other = await dutch.newPage();
  await other.goto(`${spoor.address}/w/own/map/jo_signing?at=tp_sign`);
  const drawer = other.getByRole("dialog");
  await drawer.getByText("75%").first().waitFor({ timeout: 60_000 });
  await drawer.getByRole("link", { name: "‘Tekenen ze?’ openen" }).waitFor();
  await fitToRead(other);
  await picture(other, "pinned-nl");
  await dialog.getByRole("button", { name: "Undo" }).click();
  await dialog.getByText("Taken off the map again.").waitFor();
  await expect.poll(() => metrics()).toEqual([0, 0]);
  await Promise.all([english.close(), dutch.close()]);
}, 300_000);

test("a figure is pinned where one draws, and undone like any other change", async () => {
  const page = await editingPage(browser, `${spoor.address}/w/own/map/jo_signing?at=tp_look`);
  await page.getByRole("button", { name: "Een cijfer van een bewaarde vraag vastzetten" }).click();
  const dialog = page.getByRole("dialog", { name: "Een cijfer van een bewaarde vraag vastzetten" });
  await dialog.getByLabel("Cijfer").waitFor();
  await dialog.getByRole("button", { name: "Vastzetten", exact: true }).click();
  await expect.poll(metrics, { timeout: 30_000 }).toEqual([1, 0]);
  await page.locator(".cell-metric", { hasText: "75%" }).first().waitFor({ timeout: 60_000 });
  await picture(page, "pinned-editing-nl");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await expect.poll(metrics, { timeout: 30_000 }).toEqual([0, 0]);
}, 300_000);
