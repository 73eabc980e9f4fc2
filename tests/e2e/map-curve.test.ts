import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Locator, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Overlay } from "../../src/core/evidence/overlay.ts";
import { Journey } from "../../src/core/map/journey.ts";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { figuresOver } from "./map-harness/figures.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";

let browser: Browser;
let spoor: RunningSpoor;

beforeAll(async () => {
  spoor = await startSpoor();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

const assumed = { kind: "assumed" };
const research = { kind: "research", source: "14 interviews", n: 14 };

const drawnMap = {
  spoor: "journey/1",
  id: "jo_curve",
  title: "Curve",
  state: "current",
  personas: [
    { id: "pe_sam", name: "Zuinige Sam" },
    { id: "pe_noor", name: "Nieuwe Noor" },
  ],
  lanes: [
    { id: "ln_doing", kind: "doing" },
    { id: "ln_law", kind: "text", title: "Wet en regels" },
  ],
  episodes: [
    {
      id: "ep_1",
      title: "Ik zoek",
      touchpoints: [
        {
          id: "tp_1",
          title: "Ik zoek",
          emotions: [{ id: "em_1", value: 0.5, evidence: research }],
        },
        {
          id: "tp_2",
          title: "Ik bel",
          cells: { ln_law: "Bellen mag" },
          metrics: [{ id: "me_1", name: "Wachttijd", measure: "wait", unit: "min" }],
          emotions: [
            { id: "em_2", value: 0, evidence: assumed },
            { id: "em_3", value: -0.5, persona: "pe_sam", evidence: assumed },
          ],
        },
        { id: "tp_3", title: "Ik wacht" },
        { id: "tp_4", title: "Ik tip", emotions: [{ id: "em_4", value: 1, evidence: assumed }] },
      ],
    },
  ],
};

type Emotion = { readonly value: number; readonly persona?: string };
type Stored = {
  readonly episodes: readonly {
    readonly touchpoints: readonly {
      readonly emotions?: readonly Emotion[];
      readonly cells?: Readonly<Record<string, string>>;
      readonly importance?: unknown;
      readonly backstage?: unknown;
    }[];
  }[];
};

async function freshMap(
  name: string,
  map: object = drawnMap,
): Promise<{ readonly api: string; readonly page: string }> {
  const send = (path: string, method: string, body: unknown) =>
    fetch(spoor.address + path, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const { slug } = (await (await send("/api/workspaces", "POST", { name })).json()) as {
    slug: string;
  };
  const api = `/api/w/${slug}/maps/jo_curve`;
  expect((await send(api, "PUT", map)).status).toBeLessThan(300);
  return { api: spoor.address + api, page: `${spoor.address}/w/${slug}/map/jo_curve` };
}

async function editing(
  address: string,
  colorScheme: "light" | "dark" = "light",
  overlay: Overlay | null = null,
): Promise<Page> {
  const viewport = { width: 1500, height: 1000 };
  const context = await browser.newContext({ viewport, locale: "nl-NL", colorScheme });
  await context.addInitScript(() => {
    localStorage.setItem("spoor.editing", "1");
    localStorage.setItem("spoor.name", "Anna");
  });
  const page = await context.newPage();
  if (overlay) await page.route("**/overlay*", (route) => route.fulfill({ json: overlay }));
  await page.goto(address);
  await page.waitForSelector("[data-editing] .cell", { timeout: 60_000 });
  return page;
}

async function touchpoints(api: string) {
  const { episodes } = (await (await fetch(api)).json()) as Stored;
  return episodes.flatMap((episode) => episode.touchpoints);
}

/** What is felt at each touchpoint, by whom. */
async function feelings(api: string): Promise<string[]> {
  return (await touchpoints(api)).map(({ emotions = [] }) =>
    emotions.map(({ value, persona }) => `${persona ?? "all"} ${value}`).join(", "),
  );
}

const before = ["all 0.5", "all 0, pe_sam -0.5", "", "all 1"];
const slider = (page: Page, title: string) => page.getByRole("slider", { name: `: ${title}` });

async function dragged(page: Page, handle: Locator, by: number, drop = true): Promise<void> {
  const box = await handle.boundingBox();
  if (!box) throw new Error("There is no handle");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + by / 2);
  await page.mouse.move(x, y + by);
  if (drop) await page.mouse.up();
}

test("a point of the curve is dragged, the curve goes along, and one undo takes it back", async () => {
  const { api, page: address } = await freshMap("Pointer");
  const page = await editing(address);
  const line = () =>
    page
      .locator(".emotion [data-front] .emotion-claimed")
      .evaluateAll((all) => all.map((one) => one.getAttribute("d")).join(""));
  const drawn = await line();
  // The lane holds −2 … +2 in 136 pixels.
  await dragged(page, slider(page, "Ik bel"), 34, false);
  await page.getByText("−1, geërgerd").waitFor();
  await expect.poll(() => line()).not.toBe(drawn);
  expect(await feelings(api)).toEqual(before);
  await page.mouse.up();
  await expect.poll(() => feelings(api)).toEqual(before.with(1, "all -0.5, pe_sam -0.5"));
  await page.getByText("Gevoel bij “Ik bel”: −1, geërgerd").waitFor({ state: "attached" });
  await page.keyboard.press("Control+z");
  await expect.poll(() => feelings(api)).toEqual(before);
  await expect.poll(() => line()).toBe(drawn);
});

test("while a feeling is dragged nothing is drawn anew but what lies around it", async () => {
  const touchpoints = Array.from({ length: 40 }, (_, at) => ({
    id: `tp_${at}`,
    title: `Stap ${at}`,
    emotions: [{ id: `em_${at}`, value: at === 35 ? -1 : 0.5, evidence: assumed }],
  }));
  const long = { ...drawnMap, episodes: [{ id: "ep_1", title: "Lang", touchpoints }] };
  const { page: address } = await freshMap("Long", long);
  const page = await editing(address);
  await expect.poll(() => page.locator("svg.emotion").count()).toBe(4);
  await page.evaluate(async () => {
    const grid = document.querySelector(".grid-body") ?? document.body;
    const all = { subtree: true, childList: true, attributes: true };
    // What the page was still fetching has come when nothing was drawn for a while.
    await new Promise<void>((resolve) => {
      let calm = setTimeout(resolve, 1000);
      new MutationObserver(() => {
        clearTimeout(calm);
        calm = setTimeout(resolve, 1000);
      }).observe(grid, all);
    });
    const touched = new Set<Element>();
    const seen = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const part = target instanceof Element ? target.closest("svg.emotion, .cell") : null;
        if (part) touched.add(part);
      }
      document.body.dataset["touched"] = String(touched.size);
    });
    seen.observe(grid, all);
  });
  await dragged(page, slider(page, "Stap 4"), 20, false);
  await page.locator(".feeling-held").waitFor();
  expect(await page.locator("body").getAttribute("data-touched")).toBe("2");
  await page.mouse.up();
});

test("Esc while dragging puts back; where nothing was claimed one is pulled from the line", async () => {
  const { api, page: address } = await freshMap("Pull");
  const page = await editing(address);
  await dragged(page, slider(page, "Ik zoek"), 50, false);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await page.waitForSelector(".feeling-held", { state: "detached" });
  const empty = slider(page, "Ik wacht");
  await expect.poll(() => empty.getAttribute("aria-valuetext")).toBe("nog niets");
  // Halfway between 0 and 1 it lies at 0.5.
  await dragged(page, empty, 68);
  await expect.poll(() => feelings(api)).toEqual(before.with(2, "all -0.5"));
});

test("is a slider to the keyboard, which lays a feeling down with Enter and puts it back with Esc", async () => {
  const { api, page: address } = await freshMap("Keys");
  const page = await editing(address);
  const handle = slider(page, "Ik bel");
  const values = async () => [
    await handle.getAttribute("aria-valuenow"),
    await handle.getAttribute("aria-valuetext"),
  ];
  await page.locator('[data-lane="emotion"] .cell').nth(1).focus();
  await page.keyboard.press("Tab");
  await expect.poll(() => handle.evaluate((one) => one === document.activeElement)).toBe(true);
  await expect.poll(() => values()).toEqual(["0", "0, neutraal"]);
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => values()).toEqual(["0.1", "+0,1, neutraal"]);
  await page.keyboard.press("PageDown");
  await expect.poll(() => values()).toEqual(["-0.4", "−0,4, neutraal"]);
  await page.keyboard.press("End");
  await expect.poll(() => values()).toEqual(["2", "+2, blij"]);
  await page.keyboard.press("Escape");
  await page.waitForSelector('[data-lane="emotion"] .cell[data-column="2"]:focus');
  await expect.poll(() => values()).toEqual(["0", "0, neutraal"]);
  expect(await feelings(api)).toEqual(before);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.waitForSelector('[data-lane="emotion"] .cell[data-column="2"]:focus');
  await expect.poll(() => feelings(api)).toEqual(before.with(1, "all -0.95, pe_sam -0.5"));
  await page.keyboard.press("Control+z");
  await expect.poll(() => feelings(api)).toEqual(before);
});

test("has a line for each persona; what is dragged or typed is of the one that is chosen", async () => {
  const { api, page: address } = await freshMap("Personas");
  const page = await editing(address);
  await expect
    .poll(() => page.locator(".emotion-name").allTextContents())
    .toEqual(["Zuinige Sam", "Alle klanten"]);
  const cell = page.locator('[data-lane="emotion"] .cell').nth(1);
  await expect
    .poll(() => cell.getAttribute("aria-label"))
    .toBe("Alle klanten: 0, aangenomen. Zuinige Sam: −1, aangenomen");
  await page.locator(".whose-feeling").getByText("Zuinige Sam").click();
  await dragged(page, slider(page, "Ik bel"), -34);
  await expect.poll(() => feelings(api)).toEqual(before.with(1, "all 0, pe_sam 0"));
  await page.locator(".whose-feeling").getByText("Nieuwe Noor").click();
  await dragged(page, slider(page, "Ik zoek"), -68);
  await expect
    .poll(() => feelings(api))
    .toEqual(["all 0.5, pe_noor 1", "all 0, pe_sam 0", "", "all 1"]);
  await page.locator('[data-lane="emotion"] .cell').nth(3).focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("input.cell-editor:focus");
  await page.keyboard.type("-1");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await feelings(api))[3]).toBe("all 1, pe_noor -0.5");
});

test("what customers reported is not for dragging", async () => {
  const { page: address } = await freshMap("Measured");
  const csat = [2, 400] as const;
  const overlay = figuresOver(Journey.parse(drawnMap), [
    { still: 100, csat },
    { still: 80, csat },
    { still: 60 },
    { still: 50 },
  ]);
  const page = await editing(address, "light", overlay);
  await page.locator(".feeling-fixed").nth(1).waitFor();
  await expect.poll(() => page.getByRole("slider").count()).toBe(2);
  await page.locator(".feeling-fixed").first().dispatchEvent("pointerdown");
  await page
    .getByText("Dit vertelden klanten zelf: het verandert alleen met de data.")
    .waitFor({ state: "attached" });
});

test("rows of the team's own stand where they are listed and are typed in place, with emphasis", async () => {
  const { api, page: address } = await freshMap("Rows");
  const page = await editing(address);
  const rows = await page.locator(".lane .lane-title").allTextContents();
  expect(rows.slice(rows.indexOf("Wat de klant doet"))[1]).toBe("Wet en regels");
  const type = async (lane: string, column: number, text: string) => {
    await page.locator(`[data-lane="${lane}"] .cell`).nth(column).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".cell-editor:focus");
    await page.keyboard.press("Control+a");
    for (const [at, line] of text.split("\n").entries()) {
      if (at > 0) await page.keyboard.press("Shift+Enter");
      await page.keyboard.type(line);
    }
    await page.keyboard.press("Enter");
    await page.waitForSelector(".cell-editor", { state: "detached" });
  };
  await type("text", 2, "Twee regels\nonder elkaar");
  await type("importance", 2, "4/2");
  await type("backstage", 2, "Wachtrij\nCRM");
  await expect
    .poll(async () => (await touchpoints(api))[2])
    .toMatchObject({
      cells: { ln_law: "Twee regels\nonder elkaar" },
      importance: { customer: 4, organisation: 2 },
      backstage: { process: "Wachtrij", system: "CRM" },
    });
  await type("text", 3, "**Let op** [norm](https://a.example/) [nee](javascript:alert(1))");
  const law = page.locator('[data-lane="text"] .cell').nth(3);
  await expect.poll(() => law.innerText()).toBe("Let op norm [nee](javascript:alert(1))");
  await expect.poll(() => law.locator("strong").innerText()).toBe("Let op");
  await expect
    .poll(() => law.locator("a").evaluateAll((all) => all.map((one) => one.outerHTML)))
    .toEqual([
      '<a href="https://a.example/" target="_blank" rel="noopener noreferrer nofollow" data-own="true" tabindex="-1">norm</a>',
    ]);
  await page.locator('[data-lane="metrics"] .cell').nth(1).focus();
  await page.keyboard.press("Enter");
  const metric = page.getByRole("dialog").locator('[data-list="metrics"]');
  await metric.getByRole("group", { name: "Wachttijd" }).waitFor();
});

test.each(["light", "dark"] as const)("has no violation that axe finds, %s", async (scheme) => {
  const { page: address } = await freshMap(`Axe ${scheme}`);
  const page = await editing(address, scheme);
  await slider(page, "Ik bel").focus();
  await page.keyboard.press("ArrowUp");
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
