import type { Browser, Locator, Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { startSpoor, type RunningSpoor } from "./running-spoor.ts";

let browser: Browser;
let spoor: RunningSpoor;
let workspace: string;

beforeAll(async () => {
  [spoor, browser] = await Promise.all([startSpoor(), openBrowser()]);
  workspace = (await asked<{ slug: string }>("/api/workspaces", { name: "Shop" })).slug;
  const { keys } = await asked<{ keys: { shown: string }[] }>(`/api/w/${workspace}/sources`, {
    name: "Shop",
  });
  const events = Array.from({ length: 40 }, (_, nth) => visit(nth)).flat();
  await asked(`/api/events?key=${keys[0]?.shown}`, { events });
  const counted = () => asked<{ events: number }>(`/api/w/${workspace}/overview`);
  while ((await counted()).events < events.length)
    await new Promise((resolve) => setTimeout(resolve, 200));
});

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

async function asked<Answer>(path: string, body?: unknown): Promise<Answer> {
  const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(spoor.address + path, sent);
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Everybody looks; three in four buy. */
function visit(nth: number): object[] {
  const steps = nth % 4 === 0 ? ["Looked"] : ["Looked", "Bought"];
  return steps.map((what, hour) => ({
    id: `${nth} ${hour}`,
    what,
    who: { customer: `c-${nth}` },
    time: new Date(Date.UTC(2026, 2, 1 + nth, 8 + hour)).toISOString(),
  }));
}

/** Goes by Tab to what is not reached otherwise. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let at = 0; at < 90; at++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not come to ${String(target)}`);
}

async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

test("by keyboard a question is saved, put in a report, told about, taken along, shared and withdrawn", async () => {
  const context = await browser.newContext({ locale: "en-GB", acceptDownloads: true });
  const page = await context.newPage();
  await page.addInitScript(() => localStorage.setItem("spoor.name", "Sanne"));
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });

  await page.goto(`${spoor.address}/w/${workspace}/touchpoints`);
  await press(page, button("Save"));
  await tabTo(page, page.getByLabel("Name", { exact: true }));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Where they come");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Put it in a report"));
  await page.keyboard.type("A new");
  await press(page, button("Put in"));
  await press(page, page.getByRole("link", { name: "Where they come" }));
  await page.getByRole("heading", { level: 1, name: "Where they come" }).waitFor();

  await press(page, button("Edit"));
  await press(page, button("Add a text"));
  await tabTo(page, page.getByRole("textbox", { name: "Text" }));
  await page.keyboard.type("Three in four **buy**.");
  await page.keyboard.press("Tab");
  await press(page, button("Move or remove text"));
  await page.getByRole("menuitem", { name: "To the top" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("text: place 1 of 2").waitFor();
  await press(page, button("Done"));
  const parts = page.locator(".report-block");
  await parts.first().getByText("Three in four").waitFor();
  await expect
    .poll(() => parts.last().getByRole("heading").first().textContent())
    .toBe("Where they come");

  await parts.last().getByText("Bought").first().waitFor();
  await press(page, button("Refresh all"));
  await page.getByText("All figures are computed from the same data").waitFor();

  await tabTo(page, page.getByRole("link", { name: "PDF" }));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.keyboard.press("Enter"),
  ]);
  expect(download.suggestedFilename()).toBe("Where they come.pdf");
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe("%PDF-");

  await press(page, button("Share"));
  await press(page, button("Make a link"));
  const link = await page.getByLabel("Link", { exact: true }).inputValue();
  const outside = await browser.newContext({ locale: "nl-NL" });
  const board = await outside.newPage();
  const calls: string[] = [];
  board.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/api/")) calls.push(pathname);
  });
  await board.goto(link);
  await board.getByText("Three in four").waitFor();
  await board.getByText("Bought").first().waitFor();
  await expect
    .poll(() => board.getByRole("button", { name: /Bewerken|Delen|Verversen/ }).count())
    .toBe(0);
  expect(new Set(calls.map((path) => path.replace(/[^/]+$/, "")))).toEqual(new Set(["/api/r/"]));
  expect(await board.locator("body").textContent()).not.toContain("Sanne");

  await press(page, button(/^Withdraw/));
  await page.getByText(/^withdrawn on/).waitFor();
  await board.reload();
  await board.getByRole("heading", { level: 1 }).waitFor();
  expect(await board.locator("body").textContent()).not.toContain("Bought");
  await Promise.all([context.close(), outside.close()]);
}, 240_000);
