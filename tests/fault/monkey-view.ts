import type { Page } from "@playwright/test";
import { writeJourney } from "../../src/core/map/file.ts";
import { Journey } from "../../src/core/map/journey.ts";

type Fiber = {
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly memoizedProps: { readonly value?: { readonly journey?: unknown; canUndo?: unknown } };
};

/** The map that a page shows, as a file: what its parts are given to draw from. */
export async function shownBy(page: Page): Promise<string> {
  const journey = await page.evaluate(() => {
    const [root] = Object.entries(document.querySelector("#app") ?? {}).flatMap(([key, value]) =>
      key.startsWith("__reactContainer$") ? [value as { stateNode: { current: Fiber } }] : [],
    );
    const open = root ? [root.stateNode.current] : [];
    for (let fiber = open.pop(); fiber; fiber = open.pop()) {
      const value = fiber.memoizedProps?.value;
      if (value?.journey !== undefined && "canUndo" in value) return JSON.stringify(value.journey);
      if (fiber.sibling) open.push(fiber.sibling);
      if (fiber.child) open.push(fiber.child);
    }
    return null;
  });
  if (journey === null) {
    const words = await page.evaluate(() => document.body.innerText.slice(0, 600));
    throw new Error(`No map is drawn at ${page.url()}: ${words}`);
  }
  return writeJourney(Journey.parse(JSON.parse(journey)));
}

/** What stands in the cells of a page: `lane/column: text`, one a line; lanes that are folded have none. */
export async function drawnBy(page: Page): Promise<ReadonlyMap<string, string>> {
  const cells = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>("[role=grid] [data-column]:not([data-column='0'])"),
    ].map((cell) => {
      const lane = cell.closest<HTMLElement>("[data-lane]")?.dataset["lane"] ?? "title";
      return [`${lane}/${cell.dataset["column"]}`, cell.innerText] as const;
    }),
  );
  return new Map(cells);
}
