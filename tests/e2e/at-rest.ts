import type { Page } from "@playwright/test";

/** Waits until nothing fades in or out, and no figure is a former one: only then colours are those that one reads. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.getAnimations().length === 0 &&
      document.querySelector("[data-old], [data-stale]") === null,
  );
}
