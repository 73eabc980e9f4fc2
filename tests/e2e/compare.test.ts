import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { throughMore } from "./more-door.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";

const desk = { viewport: { width: 1440, height: 900 }, locale: "nl-NL" };
const phone = { viewport: { width: 390, height: 844 }, locale: "en-GB" };

let browser: Browser;
let spoor: RunningSpoor;
let now: string;
let future: string;
let other: string;
let otherTitle: string;

type Drawn = {
  id: string;
  title: string;
  episodes: {
    id: string;
    touchpoints: { id: string; title: string; pains?: { id: string; title: string }[] }[];
  }[];
};

/** A future state in which one touchpoint went, one came, one moved and one feels better. */
beforeAll(async () => {
  [spoor, browser] = await Promise.all([startSpoor(), openBrowser()]);
  ({ id: now } = await ask<Drawn>("POST", "/maps", { language: "nl", template: "complaint" }));
  ({ id: other, title: otherTitle } = await ask<Drawn>("POST", "/maps", {
    language: "nl",
    template: "moving-house",
  }));
  const copy = { state: "future", title: "Een klacht, straks", author: "Sanne" };
  const drawn = await ask<Drawn>("POST", `/maps/${now}/copy`, copy);
  future = drawn.id;
  const [first, second, third] = drawn.episodes;
  const [stays, moves] = first!.touchpoints;
  const goes = second!.touchpoints[0]!;
  await send(future, 1, [
    { do: "remove", at: goes.id },
    { do: "move", at: moves!.id, to: third!.id, after: null },
    {
      do: "add",
      to: first!.id,
      list: "touchpoints",
      after: stays!.id,
      element: {
        id: "tp_nieuw",
        title: "Ik word gebeld voordat ik klaag",
        channel: "phone",
        emotions: [{ id: "em_nieuw", value: 0.8, evidence: { kind: "assumed" } }],
      },
    },
  ]);
});

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${spoor.address}/api/w/own${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

function send(map: string, number: number, commands: readonly unknown[]) {
  return ask("POST", `/maps/${map}/commands`, {
    author: { client: "test-client", name: "Sanne" },
    commands: [{ number, command: { do: "all", commands } }],
  });
}

async function open(path: string, options: BrowserContextOptions = desk): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(spoor.address + path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

/** Words without the places where they may be broken. */
function plain(words: string): string {
  return words.replaceAll("\u00ad", "");
}

async function violations(page: Page): Promise<string[]> {
  await atRest(page);
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test("a map leads to its future state above which it stands, in the same columns", async () => {
  const page = await open(`/w/own/map/${now}`);
  await throughMore(page, "Vergelijken");
  await page.getByRole("heading", { name: "Een klacht, straks" }).waitFor();
  const states = page.locator(".compare-state");
  const told = async (what: string) =>
    (await states.nth(1).locator(`ol > li[data-what="${what}"] h4`).allTextContents()).map(plain);
  const map = await ask<Drawn>("GET", `/maps/${now}`);
  const [first, second] = map.episodes;
  await expect.poll(() => told("removed")).toEqual([second!.touchpoints[0]!.title]);
  await expect.poll(() => told("new")).toEqual(["Ik word gebeld voordat ik klaag"]);
  await expect.poll(() => told("moved")).toEqual([first!.touchpoints[1]!.title]);
  await expect.poll(() => told("left")).toEqual([first!.touchpoints[1]!.title]);
  await expect.poll(() => page.locator(".compare-arcs g").count()).toBe(1);
  const counts = await page.locator(".compare-counts li").allTextContents();
  expect(counts.slice(0, 3)).toEqual([
    "1 contactmoment vervallen",
    "1 nieuw contactmoment",
    "1 verplaatst",
  ]);
  const left = async (at: number, title: string) => {
    const heads = states.nth(at).locator("ol > li h4");
    const place = (await heads.allTextContents()).map(plain).indexOf(title);
    return (await heads.nth(place).boundingBox())?.x;
  };
  for (const { touchpoints } of map.episodes.slice(2))
    for (const { title } of touchpoints)
      expect(await left(1, title), title).toBe(await left(0, title));
});

test("what changed is told in words, of all or of one touchpoint, by keyboard", async () => {
  const page = await open(`/w/own/compare?maps=${now},${future}`);
  const list = page.locator(".compare-changes");
  await list.getByText("“Ik word gebeld voordat ik klaag” toegevoegd").waitFor();
  const before = await list.locator("li").count();
  const map = await ask<Drawn>("GET", `/maps/${future}`);
  const at = map.episodes[0]!.touchpoints[0]!;
  await send(future, 2, [{ do: "set", at: at.id, field: "notes", from: null, to: "Kort" }]);
  await page.reload();
  await page.getByRole("button", { name: `1 wijziging van “${at.title}”` }).focus();
  await page.keyboard.press("Enter");
  await list.getByText(`Over “${at.title}”`).waitFor();
  await expect
    .poll(() => list.locator("li").allTextContents())
    .toEqual([`Notities van contactmoment “${at.title}”: “Kort”`]);
  await page.getByRole("button", { name: "Alle wijzigingen" }).click();
  await expect.poll(() => list.locator("li").count()).toBe(before + 1);
});

test("two versions of a map are chosen beside it and laid above each other", async () => {
  await ask("POST", `/maps/${other}/versions`, {
    author: { client: "test-client", name: "Sanne" },
    name: "Voor de sessie",
  });
  const drawn = await ask<Drawn>("GET", `/maps/${other}`);
  await send(other, 1, [{ do: "remove", at: drawn.episodes[0]!.touchpoints[0]!.id }]);
  const page = await open(`/w/own/map/${other}`);
  await throughMore(page, "Versies");
  await page.getByRole("combobox", { name: "Naar" }).selectOption({ label: "Zoals hij nu is" });
  await page.getByRole("button", { name: "Vergelijk", exact: true }).click();
  await page.waitForURL(new RegExp(`maps=${other}%401%2C${other}$`));
  await page.locator('.compare-state ol > li[data-what="removed"]').waitFor();
  await expect
    .poll(() => page.locator(".compare-counts li").first().textContent())
    .toBe("1 contactmoment vervallen");
  await page.getByRole("button", { name: "Draai om" }).click();
  await page.locator('.compare-state ol > li[data-what="new"]').waitFor();
});

test("maps that are chosen in the list stand under each other, each in its own columns", async () => {
  const page = await open("/w/own/maps");
  await page.getByRole("button", { name: "Vergelijk kaarten" }).click();
  await page.getByLabel("Vergelijk “Een klacht indienen”").check();
  await expect
    .poll(() => page.getByRole("button", { name: "Vergelijk deze" }).isDisabled())
    .toBe(true);
  await page.getByLabel(`Vergelijk “${otherTitle}”`).check();
  await page.getByRole("button", { name: "Vergelijk deze" }).click();
  await page.locator(".small-map").nth(1).waitFor();
  await expect
    .poll(() => page.locator(".small-map h2").allTextContents())
    .toEqual(["Een klacht indienen", otherTitle]);
  await expect.poll(() => page.locator(".small-curve").count()).toBe(2);
});

test.each([
  ["light", desk],
  ["dark, at a desk", { ...desk, colorScheme: "dark" as const }],
  ["dark, on a phone", { ...phone, colorScheme: "dark" as const }],
])("axe finds nothing wrong, and nothing is wider than the page, %s", async (_, options) => {
  for (const maps of [`${now},${future}`, `${now},${other}`, now]) {
    const page = await open(`/w/own/compare?maps=${maps}`, options);
    await page.locator(".compare-state, .small-map, .lead").last().waitFor();
    expect(await violations(page)).toEqual([]);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBe(0);
  }
});
