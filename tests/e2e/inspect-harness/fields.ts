import type { Locator, Page } from "@playwright/test";
import { readJourney } from "../../../src/core/map/file.ts";

export async function write(within: Page | Locator, label: string, text: string) {
  const field = within.getByLabel(label, { exact: true }).first();
  await field.fill(text);
  await field.blur();
}

export async function choose(within: Page | Locator, label: string, option: string) {
  await within.getByLabel(label, { exact: true }).first().selectOption({ label: option });
}

/** Adds one to a list; the place of the new one comes back. */
export async function add(page: Page, list: string): Promise<Locator> {
  const section = page.locator(`[data-list="${list}"]`).first();
  await section.locator("> button.inspect-add").click();
  return section.locator("> [data-item]").last();
}

export async function journeyOf(page: Page) {
  return readJourney(await page.evaluate(() => window.file));
}

export async function rests(within: Locator) {
  await choose(within, "Rust op", "uit onderzoek");
  await write(within, "Bron", "14 interviews");
  await write(within, "n", "14");
  await write(within, "Datum", "2026-03-10");
  await write(within, "Link", "https://example.org/onderzoek");
}

export const evidence = {
  kind: "research",
  source: "14 interviews",
  n: 14,
  date: "2026-03-10",
  link: "https://example.org/onderzoek",
};
