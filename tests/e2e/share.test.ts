import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
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
  const { id } = await post<{ id: string }>("/maps", { language: "nl", template: "complaint" });
  map = id;
});

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(`${spoor.address}/api/w/own${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

async function open(path: string, options: BrowserContextOptions = desk): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(spoor.address + path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

async function violations(page: Page): Promise<string[]> {
  await atRest(page);
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Another site, with one page. */
async function siteWith(html: string): Promise<AsyncDisposable & { readonly address: string }> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8").end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

let client = 0;
async function rename(from: string, to: string): Promise<void> {
  client += 1;
  await post(`/maps/${map}/commands`, {
    author: { client: `test-client-${client}`, name: "Sanne" },
    commands: [{ number: 1, command: { do: "set", at: map, field: "title", from, to } }],
  });
}

test("a link shows the map to people outside as it changes, until it is withdrawn", async () => {
  const page = await open(`/w/own/map/${map}`);
  await page.getByRole("button", { name: "Delen" }).click();
  await page.getByRole("button", { name: "Maak een link" }).click();
  const link = await page.getByLabel("Link", { exact: true }).inputValue();
  expect(link).toMatch(/\/s\/[\w-]{32}$/);
  expect(await violations(page)).toEqual([]);

  const outside = await open(link.slice(spoor.address.length), phone);
  await outside.getByRole("heading", { name: "Een klacht indienen", level: 1 }).waitFor();
  expect(await violations(outside)).toEqual([]);
  expect(await outside.getByRole("button", { name: "Delen" }).count()).toBe(0);
  await outside.getByRole("button", { name: "Ik krijg niet wat me beloofd was" }).click();
  const drawer = outside.getByRole("dialog", { name: "Ik krijg niet wat me beloofd was" });
  await drawer.waitFor();
  expect(await drawer.locator(".drawer-loading, .drawer-none").count()).toBe(0);
  await drawer.and(outside.locator(":focus-within")).waitFor();
  await outside.keyboard.press("Escape");
  await drawer.waitFor({ state: "detached" });
  await rename("Een klacht indienen", "Een klacht, opnieuw");
  await outside.getByRole("heading", { name: "Een klacht, opnieuw", level: 1 }).waitFor();

  await page.getByRole("button", { name: /^Trek in/ }).click();
  await page.getByText(/ingetrokken op/).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await outside.reload();
  await outside.getByRole("heading", { name: "Deze link werkt niet meer" }).waitFor();
  expect(await violations(outside)).toEqual([]);
  await rename("Een klacht, opnieuw", "Een klacht indienen");
});

test("a map stands in a page of another site", async () => {
  const page = await open(`/w/own/map/${map}`);
  await page.getByRole("button", { name: "Delen" }).click();
  await page.getByLabel("In een andere pagina").check();
  await page.getByRole("button", { name: "Maak een link" }).click();
  const snippet = await page.getByLabel("Voor in de andere pagina").inputValue();
  const other = await (await browser.newContext(desk)).newPage();
  await using site = await siteWith(`<!doctype html><title>Site</title>${snippet}`);
  await other.goto(site.address);
  const heading = other.frameLocator("iframe").getByRole("heading", { level: 1 });
  await expect.poll(() => heading.textContent()).toBe("Een klacht indienen");
});

test("a version gets a name, and the map becomes again what it was then", async () => {
  const page = await open(`/w/own/map/${map}`);
  await throughMore(page, "Versies");
  await page.getByLabel("Naam voor de kaart zoals hij nu is").fill("Voor de sessie");
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await page.getByRole("heading", { name: "Voor de sessie" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await rename("Een klacht indienen", "Na de sessie");
  await page.getByRole("button", { name: /^Herstel Voor de sessie/ }).click();
  await page.getByRole("button", { name: "Herstel", exact: true }).click();
  await page.getByText("De kaart is weer zoals hij was.").waitFor();
  await page.getByRole("button", { name: "Sluiten" }).click();
  await page.getByRole("heading", { name: "Een klacht indienen", level: 1 }).waitFor();
});
