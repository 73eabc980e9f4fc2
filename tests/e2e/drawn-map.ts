import type { Browser, Page } from "@playwright/test";
import { expect } from "vitest";
import { Journey } from "../../src/core/map/journey.ts";

export type DrawnMap = {
  /** Where the map is read and stored. */
  readonly api: string;
  /** Where its page is. */
  readonly page: string;
  /** As the server has it now. */
  readonly stored: () => Promise<Journey>;
};

/** Stores a map in a workspace of its own. */
export async function storeMap(
  address: string,
  name: string,
  drawn: Omit<Journey, "spoor" | "id" | "state">,
): Promise<DrawnMap> {
  const made = await fetch(`${address}/api/workspaces`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name }),
  });
  const { slug } = (await made.json()) as { slug: string };
  return storeMapIn(address, slug, "jo_test", drawn);
}

/** Stores a map in a workspace that is there. */
export async function storeMapIn(
  address: string,
  slug: string,
  id: string,
  drawn: Omit<Journey, "spoor" | "id" | "state">,
): Promise<DrawnMap> {
  const api = `${address}/api/w/${slug}/maps/${id}`;
  const put = await fetch(api, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ spoor: "journey/1", id, state: "current", ...drawn }),
  });
  expect(put.status, await put.text()).toBeLessThan(300);
  return {
    api,
    page: `${address}/w/${slug}/map/${id}`,
    stored: async () => Journey.parse(await (await fetch(api)).json()),
  };
}

/** A page on which the map can be changed. */
export async function editingPage(
  browser: Browser,
  address: string,
  { colorScheme = "light" }: { colorScheme?: "light" | "dark" } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1500, height: 900 },
    locale: "nl-NL",
    colorScheme,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await context.addInitScript(() => {
    localStorage.setItem("spoor.editing", "1");
    localStorage.setItem("spoor.name", "Anna");
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForSelector("[data-editing] .cell");
  return page;
}

/** A cell of the map: row 0 is that of the touchpoints, column 1 the first of them. */
export function cellAt(page: Page, row: number, column: number) {
  return page.locator(`[data-row="${row}"][data-column="${column}"]`);
}

/** `["Episode: A, B", …]` */
export function outline({ episodes }: Journey): string[] {
  return episodes.map(
    ({ title, touchpoints }) => `${title}: ${touchpoints.map((one) => one.title).join(", ")}`,
  );
}
