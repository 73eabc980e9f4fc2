import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { throughMore } from "./more-door.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";

const desk = { viewport: { width: 1440, height: 900 }, locale: "nl-NL" };
const phone = { viewport: { width: 390, height: 844 }, locale: "nl-NL" };

let browser: Browser;
let spoor: RunningSpoor;
let map: string;

beforeAll(async () => {
  [spoor, browser] = await Promise.all([startSpoor(), openBrowser()]);
  const response = await fetch(`${spoor.address}/api/w/own/maps`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ language: "nl", template: "complaint" }),
  });
  ({ id: map } = (await response.json()) as { id: string });
});

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

async function openMenu(options: BrowserContextOptions = desk): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(`${spoor.address}/w/own/map/${map}`);
  await throughMore(page, "Exporteren");
  await page.getByRole("dialog", { name: "Deze kaart exporteren" }).waitFor();
  return page;
}

async function violations(page: Page, within = "body"): Promise<string[]> {
  await atRest(page);
  const found = await new AxeBuilder({ page }).include(within).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** What the browser keeps when a format is chosen by keyboard. */
async function downloaded(page: Page, format: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: format }).press("Enter"),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test.each([
  ["at a desk", desk],
  ["on a phone, in the dark", { ...phone, colorScheme: "dark" as const }],
])("axe finds nothing wrong with the formats and what they leave out, %s", async (_, options) => {
  const page = await openMenu(options);
  const left = page.locator(".export-left").filter({ hasText: "Mermaid" });
  await left.locator("summary").click();
  await expect
    .poll(() => left.locator("p").first().textContent())
    .toMatch(/^In Mermaid is geen plaats voor: .*pijnpunten/);
  expect(await violations(page, "[role=dialog]")).toEqual([]);
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBe(0);
});

test("formats that hold the whole map say so by leaving nothing out", async () => {
  const page = await openMenu();
  await page.locator(".export-left").first().waitFor();
  const told = await page.locator(".export-left summary").allTextContents();
  const named = ["Excel", "CSV", "YAML", "JSON", "OpenJourney", "CJML", "Mermaid"].filter((name) =>
    told.some((text) => text.endsWith(name)),
  );
  expect(named).toEqual(["CSV", "OpenJourney", "CJML", "Mermaid"]);
});

test.each([
  [/^PDF/, ".pdf", "%PDF-"],
  [/^PowerPoint/, ".pptx", "PK"],
  [/^Mermaid/, ".mmd", "journey"],
  [/^YAML/, ".yaml", "spoor: journey/1"],
])("%s is kept as a file", async (format, ending, begin) => {
  const { name, bytes } = await downloaded(await openMenu(), format);
  expect(name).toMatch(new RegExp(`${ending.replaceAll(".", "\\.")}$`));
  expect(bytes.toString("latin1").trimStart().slice(0, begin.length)).toBe(begin);
});

test("a file that was exported comes back as a map, and what was not understood is told", async () => {
  const { bytes } = await downloaded(await openMenu(), /^Mermaid/);
  const text = `${bytes.toString("utf8")}\n    wat is dit\n`;
  const page = await (await browser.newContext(desk)).newPage();
  await page.goto(`${spoor.address}/w/own/new`);
  await page.locator(".plate").first().waitFor();
  await page.getByLabel("Kies een bestand").setInputFiles({
    name: "klacht.mmd",
    mimeType: "text/plain",
    buffer: Buffer.from(text),
  });
  const told = page.getByRole("status").filter({ hasText: "is binnen" });
  await told.waitFor();
  await expect.poll(() => told.textContent()).toContain("wat is dit");
  expect(await violations(page)).toEqual([]);
  await told.getByRole("button", { name: "Kaart openen" }).press("Enter");
  await page.getByRole("heading", { name: "Een klacht indienen", level: 1 }).waitFor();

  await page.goto(`${spoor.address}/w/own/new`);
  await page.locator(".plate").first().waitFor();
  await page.getByLabel("Kies een bestand").setInputFiles({
    name: "haakjes.yaml",
    mimeType: "text/plain",
    buffer: Buffer.from(`spoor: journey/1\nid: ${"[".repeat(5_000_000)}`),
  });
  const refused = page.getByRole("alert");
  await refused.waitFor();
  await expect
    .poll(() => refused.textContent())
    .toContain("Regel 2: dit gaat te veel niveaus diep");
  expect(await violations(page)).toEqual([]);
});

test("a picture stands on the map, and on the map that people outside see", async () => {
  const post = async (path: string, body: BodyInit) => {
    const response = await fetch(`${spoor.address}/api/w/own${path}`, { method: "POST", body });
    expect(response.status).toBe(200);
    return (await response.json()) as Record<string, string>;
  };
  const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
  const { hash } = await post("/pictures", gif);
  const element = { id: "pi_one", hash, alt: "Het formulier" };
  const { episodes } = (await (await fetch(`${spoor.address}/api/w/own/maps/${map}`)).json()) as {
    episodes: { touchpoints: { id: string }[] }[];
  };
  const to = episodes[0]?.touchpoints[0]?.id;
  const command = { do: "add", to, list: "pictures", after: null, element };
  const author = { client: "test-client-picture", name: "Sanne" };
  await post(
    `/maps/${map}/commands`,
    JSON.stringify({ author, commands: [{ number: 1, command }] }),
  );
  const { secret } = await post(
    `/maps/${map}/shares`,
    JSON.stringify({ kind: "read", figures: false, author: "Sanne" }),
  );
  for (const path of [`/w/own/map/${map}`, `/s/${secret}`]) {
    const page = await (await browser.newContext(desk)).newPage();
    await page.goto(spoor.address + path);
    const picture = page.getByRole("img", { name: "Het formulier" }).first();
    await picture.scrollIntoViewIfNeeded();
    await page.waitForFunction(() =>
      [...document.images].some(({ alt, naturalWidth }) => alt === "Het formulier" && naturalWidth),
    );
  }
});
