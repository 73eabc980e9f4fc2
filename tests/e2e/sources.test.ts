import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
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
    await atRest(page);
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

  const events = [
    { what: "Bill opened", who: { customer: "c1" } },
    { what: "Bill opened", time: "some day" },
  ];
  await fetch(`${spoor.address}/api/events?key=${key}`, {
    method: "POST",
    body: JSON.stringify({ events }),
  });
  await source.getByText("Last heard").waitFor();
  const books = source.locator("dl").first();
  await expect
    .poll(async () => (await books.innerText()).split(/\s*\n\s*/))
    .toEqual(expect.arrayContaining(["received", "2", "stored", "set aside"]));
  await source.getByText("All is well.").waitFor();
  await source.getByText(/in people’s journeys after [0-9.]+ s\./).waitFor();
  await source.getByText("As a table").click();
  const hours = source.locator(".source-hours tbody tr").first();
  await expect
    .poll(async () => (await hours.innerText()).split("\t").slice(1))
    .toEqual(["2", "1", "0", "1", "0"]);

  await source.getByText("Set aside", { exact: true }).click();
  await source.getByText("1 row could not be read.").waitFor();
  await clean();
  await source.getByText("Watch live", { exact: true }).click();
  const tail = source.locator(".tail tbody tr");
  await tail.first().waitFor();
  const address = "klant@voorbeeld.nl";
  const more = { what: "Contract signed", who: { email: address }, attributes: { rate: "green" } };
  await fetch(`${spoor.address}/api/events?key=${key}`, {
    method: "POST",
    body: JSON.stringify({ events: [more] }),
  });
  await tail.filter({ hasText: "Contract signed" }).waitFor();
  await expect
    .poll(() => tail.first().innerText())
    .toMatch(/Contract signed\s+email k…@…nl\s+rate/);
  expect(await source.innerText()).not.toContain(address);
  const { width, height } = page.viewportSize()!;
  await page.setViewportSize({ width: 390, height: 844 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, "nothing stands out of a phone's screen").toBeLessThanOrEqual(0);
  await page.setViewportSize({ width, height });
  await clean();
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

test("what was set aside of one source is tried again with a mended mapping, and of no other", async () => {
  const api = `${spoor.address}/api/w/own`;
  const ask = async (path: string, method = "GET", body?: unknown) => {
    const response = await fetch(`${api}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    expect(response.ok).toBe(true);
    return response.json();
  };
  for (const name of ["Till", "Desk"]) {
    const { keys } = await ask("/sources", "POST", { name, kind: "webhook", tool: "other" });
    const mapping = await ask(`/sources/${name}/mapping`);
    const rows = mapping.rows.map((row: object) => ({ ...row, time: "when" }));
    await ask(`/sources/${name}/mapping`, "PUT", { ...mapping, rows });
    await fetch(`${spoor.address}/hooks/${keys[0].shown}`, {
      method: "POST",
      body: JSON.stringify({
        id: "1",
        event: "Paid",
        time: "2026-11-30T10:00:00Z",
        customer: "c9",
      }),
    });
    await expect
      .poll(async () => (await ask(`/sources/${name}/aside`)).rows, { timeout: 60_000 })
      .toBe(1);
    await ask(`/sources/${name}/mapping`, "PUT", mapping);
  }
  await page.goto(`${spoor.address}/w/own/sources`);
  const source = page.getByRole("region", { name: "Till" });
  await source.getByText("Set aside", { exact: true }).click();
  await source.getByText("1 row could not be read.").waitFor();
  await source.getByRole("button", { name: "Try them again" }).click();
  await page.waitForURL(/\/import\?import=/);
  await expect
    .poll(async () => (await ask("/sources/Till/aside")).rows, { timeout: 60_000 })
    .toBe(0);
  expect((await ask("/sources/Desk/aside")).rows).toBe(1);
});
