import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";
import { furnish, show, views, type Furnished } from "./views.ts";

let browser: Browser;
let spoor: RunningSpoor;
let furnished: Furnished;

beforeAll(async () => {
  [spoor, browser] = await Promise.all([startSpoor({ demo: true }), openBrowser()]);
  const { address } = spoor;
  const workspace = await demoOf(address);
  const [first] = await asked<{ id: string }[]>(`${address}/api/w/${workspace}/maps`);
  const map = first?.id ?? "";
  const state = { state: "future", title: "Overstappen, straks", author: "Sanne" };
  const copied = await fetch(`${address}/api/w/${workspace}/maps/${map}/copy`, {
    method: "POST",
    body: JSON.stringify(state),
  });
  const { id: other, episodes } = (await copied.json()) as {
    id: string;
    episodes: { touchpoints: { id: string }[] }[];
  };
  const touchpoint = episodes[1]?.touchpoints[0]?.id ?? "";
  const place = { address, workspace, map, other, touchpoint };
  furnished = await furnish(place, (n) => `Wat ik ervan vind, in ${n + 3} woorden`);
});

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

async function asked<Answer>(address: string): Promise<Answer> {
  return (await (await fetch(address)).json()) as Answer;
}

/** The slug of the demo, once it is there. */
async function demoOf(address: string): Promise<string> {
  for (;;) {
    const all = await asked<{ slug: string; kind: string; loading: unknown }[]>(
      `${address}/api/workspaces`,
    );
    const demo = all.find(({ kind, loading }) => kind === "demo" && loading === null);
    if (demo) return demo.slug;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** What it says, with the first place where it does. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  await atRest(page);
  const axe = new AxeBuilder({ page });
  const found = await (rules ? axe.withRules(rules) : axe).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test.each(views)("$name: nothing in the way of anybody, by day and by night", async (view) => {
  const context = await browser.newContext({ locale: "nl-NL", reducedMotion: "reduce" });
  const page = await show(context, view, furnished);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violations(page, ["color-contrast"])).toEqual([]);
  await context.close();
});

test("whoever goes by Tab sees where he is, on every button and link of the map's head", async () => {
  const context = await browser.newContext({ locale: "nl-NL", reducedMotion: "reduce" });
  const map = views.find(({ name }) => name === "map");
  if (!map) throw new Error("no view of the map");
  const page = await show(context, map, furnished);
  await page.locator(".filter-button").first().waitFor();
  const unseen: string[] = [];
  for (let at = 0; at < 30; at++) {
    await page.keyboard.press("Tab");
    const { name, outline, past } = await page.evaluate(() => ({
      name: document.activeElement?.className ?? "",
      outline: getComputedStyle(document.activeElement ?? document.body).outlineStyle,
      past: document.activeElement === document.body,
    }));
    if (past) break;
    if (outline === "none") unseen.push(name);
  }
  expect(unseen).toEqual([]);
  await context.close();
});
