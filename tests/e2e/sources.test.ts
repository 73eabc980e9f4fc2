import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { startSpoor, type RunningSpoor } from "./running-spoor.ts";

let spoor: RunningSpoor;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  spoor = await startSpoor({ demo: false });
  browser = await openBrowser();
  page = await (await browser.newContext({ locale: "en" })).newPage();
});
afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

async function clean(): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
}

test("a source is made, connected, heard, given another key, and stopped", async () => {
  await page.goto(`${spoor.address}/w/own/sources`);
  await page.getByRole("heading", { name: "Nothing tells by itself yet" }).waitFor();
  await clean();
  await page.getByLabel("Name of the system").fill("Website");
  await page.keyboard.press("Enter");
  const source = page.getByRole("region", { name: "Website" });
  await source.getByText("nothing heard yet").waitFor();
  const script = await source.getByLabel("In a web page").inputValue();
  const key = /data-key="(spw_[0-9a-f]{40})"/.exec(script)?.[1] ?? "";
  expect(script).toContain(`src="${spoor.address}/spoor.js"`);

  const events = [{ what: "Bill opened", who: { customer: "c1" } }, { what: "Bill opened" }];
  await fetch(`${spoor.address}/api/events?key=${key}`, {
    method: "POST",
    body: JSON.stringify({ events }),
  });
  await source.getByText("Last heard").waitFor({ timeout: 30_000 });
  const books = await source.locator("dl").first().innerText();
  expect(books.split(/\s*\n\s*/)).toEqual(
    expect.arrayContaining(["received", "2", "stored", "set aside"]),
  );
  await source.getByText("Keys", { exact: true }).click();
  await source.getByRole("button", { name: "New server key" }).click();
  const secret = await source.getByLabel("Server key", { exact: true }).inputValue();
  expect(secret).toMatch(/^sps_[0-9a-f]{40}$/);
  await source.getByRole("button", { name: `Withdraw: ${key}` }).click();
  await source.getByText("withdrawn").waitFor();
  const tell = (key: string) =>
    fetch(`${spoor.address}/api/events?key=${key}`, { method: "POST", body: "{}" });
  expect((await tell(key)).status).toBe(403);
  expect((await tell(secret)).status).toBe(200);
  await clean();
  await source.getByRole("button", { name: "Stop listening" }).click();
  await source.getByRole("button", { name: "Listen again" }).waitFor();
  expect((await tell(secret)).status).toBe(403);
});
