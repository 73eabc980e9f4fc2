import type { Page } from "@playwright/test";

/** Goes through a door of the map that stands in the menu behind *Meer*, by keyboard. */
export async function throughMore(page: Page, words: string): Promise<void> {
  await page.getByRole("button", { name: "Meer", exact: true }).press("Enter");
  await page.getByRole("menuitem", { name: words, exact: true }).press("Enter");
}
