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

test("a tool is chosen, its address taken, its secret given, its mapping changed", async () => {
  await page.goto(`${spoor.address}/w/own/sources`);
  await page.getByLabel("How does it tell?").selectOption("Typeform");
  await page.getByRole("button", { name: "Listen to it" }).click();
  const source = page.getByRole("region", { name: "Typeform" });
  const address = await source.getByLabel("Address for the webhook").inputValue();
  expect(address).toMatch(new RegExp(`^${spoor.address}/hooks/spw_[0-9a-f]{40}$`));

  const secret = "secret-of-the-form";
  await source.getByLabel("Secret of the tool").fill(secret);
  await page.keyboard.press("Enter");
  await source.getByText("Every call must be signed with it.").waitFor();
  expect(await page.content()).not.toContain(secret);
  expect((await fetch(address, { method: "POST", body: "{}" })).status).toBe(403);
  await source.getByText("1 call with a wrong signature was refused").waitFor();
  await source.getByRole("button", { name: "Check no longer" }).click();
  await source.getByRole("button", { name: "Check signatures" }).waitFor();

  await source.getByText("How it is read").click();
  const mapping = source.getByLabel("Which fields become who");
  await expect.poll(() => mapping.inputValue()).toContain("form_response.answers: field.ref");
  const text = await mapping.inputValue();
  await mapping.fill(text.replace("scale: [ 0, 10 ]", "scale: wide"));
  await source.getByRole("button", { name: "Save", exact: true }).click();
  const line = text.split("\n").findIndex((each) => each.includes("scale: [ 0, 10 ]")) + 1;
  await source.getByText(`Line ${line},`).waitFor();
  await clean();
  await mapping.fill(text.replace("name: NPS", "name: Would recommend"));
  await source.getByRole("button", { name: "Save", exact: true }).click();
  await source.getByText("Saved", { exact: true }).waitFor();
  const kept = async () =>
    (await fetch(`${spoor.address}/api/w/own/sources/Typeform/mapping`)).text();
  await expect.poll(kept).toContain("Would recommend");
  await clean();
});
