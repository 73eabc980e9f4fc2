import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";

const desk = { viewport: { width: 1440, height: 900 }, locale: "nl-NL" };
const phone = { viewport: { width: 390, height: 844 }, locale: "en-GB" };

let browser: Browser;
let spoor: RunningSpoor;

beforeAll(async () => {
  [spoor, browser] = await Promise.all([startSpoor(), openBrowser()]);
  for (const template of ["complaint", "moving-house"]) {
    const response = await fetch(`${spoor.address}/api/w/own/maps`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ language: "nl", template }),
    });
    expect(response.status).toBe(200);
  }
});

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

async function openMaps(options: BrowserContextOptions = desk): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(`${spoor.address}/w/own/maps`);
  await page.locator(".atlas-map").first().waitFor();
  return page;
}

const titles = (page: Page) => page.locator(".atlas-map h2").allTextContents();

async function choose(page: Page, title: string, action: string): Promise<void> {
  await page
    .getByRole("button", { name: `Acties voor ${title}` })
    .first()
    .click();
  await page.getByRole("menuitem", { name: action }).click();
}

test.each([
  ["at a desk", desk],
  ["on a phone, in the dark", { ...phone, colorScheme: "dark" as const }],
])("axe finds nothing wrong with the contents, and they fit, %s", async (_, options) => {
  const page = await openMaps(options);
  await atRest(page);
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBe(0);
});

test("words are found on all maps, and a hit opens the map at its touchpoint", async () => {
  const page = await openMaps();
  await page.getByRole("searchbox").fill("beloofd was");
  await page.getByRole("link", { name: "Ik krijg niet wat me beloofd was" }).click();
  await page.waitForURL(/\/map\/jo_een-klacht-indienen\?at=tp_/);
  await page.getByRole("dialog", { name: "Ik krijg niet wat me beloofd was" }).waitFor();
});

test("a future state stands under the map that it is a state of", async () => {
  const page = await openMaps();
  await choose(page, "Een klacht indienen", "Kopieer als toekomstige reis");
  const future = page.locator('.atlas-map[data-bond="state"]');
  await future.waitFor();
  await expect.poll(() => future.locator("h2").textContent()).toBe("Een klacht indienen");
  await page.getByLabel("Toestand").selectOption({ label: "Toekomst" });
  await expect.poll(() => titles(page)).toEqual(["Een klacht indienen"]);
});

test("a map gets another name, is thrown away, and comes back", async () => {
  const page = await openMaps();
  const before = (await titles(page)).find((title) => title !== "Een klacht indienen") ?? "";
  await choose(page, before, "Hernoem");
  const name = page.getByLabel("Naam van de kaart");
  await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
  await name.fill("Het nieuwe huis");
  await name.press("Enter");
  await page.getByRole("link", { name: "Het nieuwe huis" }).waitFor();
  await expect.poll(() => titles(page)).not.toContain(before);
  await choose(page, "Het nieuwe huis", "Gooi weg");
  await page.getByText("“Het nieuwe huis” is weggegooid.").waitFor();
  await page.getByRole("link", { name: "Het nieuwe huis" }).waitFor({ state: "detached" });
  await page.getByRole("status").getByRole("button", { name: "Zet terug" }).click();
  await page.getByRole("link", { name: "Het nieuwe huis" }).waitFor();
});

test("a touchpoint leads to the journey that it opens, which stands under it in the contents", async () => {
  const move = (await (await fetch(`${spoor.address}/api/w/own/portfolio`)).json()) as {
    id: string;
    title: string;
  }[];
  const [complaint, other] = [
    move.find(({ id }) => id === "jo_een-klacht-indienen"),
    move.find(({ title }) => title === "Het nieuwe huis"),
  ];
  const map = await fetch(`${spoor.address}/api/w/own/maps/${complaint?.id}`);
  const { episodes } = (await map.json()) as { episodes: { touchpoints: { id: string }[] }[] };
  const touchpoint = episodes[0]?.touchpoints[0]?.id;
  const command = { do: "set", at: touchpoint, field: "opens", from: null, to: other?.id };
  await fetch(`${spoor.address}/api/w/own/maps/${complaint?.id}/commands`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      author: { client: "test-client", name: "Sanne" },
      commands: [{ number: 1, command }],
    }),
  });
  const page = await openMaps();
  await expect
    .poll(() => page.locator('.atlas-map[data-bond="opened"] h2').textContent())
    .toBe("Het nieuwe huis");
  await page.goto(`${spoor.address}/w/own/map/${complaint?.id}?at=${touchpoint}`);
  await page.getByRole("dialog").getByRole("link", { name: "Het nieuwe huis" }).click();
  await page.getByRole("heading", { name: "Het nieuwe huis", level: 1 }).waitFor();
});
