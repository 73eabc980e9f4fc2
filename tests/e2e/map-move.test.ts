import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Locator, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { cellAt, editingPage, outline, storeMap } from "./drawn-map.ts";
import type { DrawnMap } from "./drawn-map.ts";
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

const assumed = { kind: "assumed" } as const;

const drawn = {
  title: "Verhuizen",
  episodes: [
    {
      id: "ep_a",
      title: "Een",
      touchpoints: [
        { id: "tp_a", title: "A", channel: "web" as const },
        {
          id: "tp_b",
          title: "B",
          channel: "phone" as const,
          doing: "Belt",
          pains: [{ id: "pn_b", title: "Wachten", evidence: assumed }],
        },
        { id: "tp_c", title: "C" },
      ],
    },
    {
      id: "ep_b",
      title: "Twee",
      goal: "Weten",
      pains: [{ id: "pn_ep", title: "Duur", evidence: assumed }],
      touchpoints: [{ id: "tp_d", title: "D" }],
    },
    {
      id: "ep_c",
      title: "Drie",
      touchpoints: [
        { id: "tp_e", title: "E" },
        { id: "tp_f", title: "F" },
      ],
    },
  ],
};

async function begun(
  name: string,
  colorScheme: "light" | "dark" = "light",
): Promise<{ map: DrawnMap; page: Page }> {
  const map = await storeMap(spoor.address, name, drawn);
  return { map, page: await editingPage(browser, map.page, { colorScheme }) };
}

const becomes = (map: DrawnMap, expected: readonly string[]) =>
  expect.poll(async () => outline(await map.stored())).toEqual(expected);

const original = ["Een: A, B, C", "Twee: D", "Drie: E, F"];

/** Takes a grip to a place in columns from the first: 2.4 is in the third. */
async function drag(page: Page, part: Locator, to: number, done: "drop" | "escape" = "drop") {
  await part.hover();
  const grip = await part.locator(".grip").boundingBox();
  const [first, second] = await Promise.all([
    cellAt(page, 0, 1).boundingBox(),
    cellAt(page, 0, 2).boundingBox(),
  ]);
  if (!grip || !first || !second) throw new Error("The head of the map is not in sight");
  await page.mouse.move(grip.x + 12, grip.y + 12);
  await page.mouse.down();
  await page.mouse.move(grip.x + 30, grip.y + 40, { steps: 3 });
  await page.mouse.move(first.x + to * (second.x - first.x), grip.y + 60, { steps: 6 });
  await page.waitForSelector(".drop-line");
  if (done === "escape") await page.keyboard.press("Escape");
  await page.mouse.up();
}

async function choose(page: Page, part: Locator, item: string) {
  await part.hover();
  await part.locator(".part-menu-button").click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

async function fitToRead(page: Page) {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test("a touchpoint and an episode are dragged by their grips, in one step each", async () => {
  const { map, page } = await begun("Drag");
  await drag(page, cellAt(page, 0, 1), 2.8);
  await becomes(map, ["Een: B, C, A", "Twee: D", "Drie: E, F"]);
  await page.waitForSelector('[data-row="0"][data-column="3"]:focus');
  await drag(page, cellAt(page, 0, 2), 4.2);
  await becomes(map, ["Een: B, A", "Twee: D", "Drie: C, E, F"]);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await becomes(map, original);

  await drag(page, page.locator(".episode").nth(2), 0.2);
  await becomes(map, ["Drie: E, F", "Een: A, B, C", "Twee: D"]);
  await page.keyboard.press("Control+z");
  await becomes(map, original);

  await drag(page, cellAt(page, 0, 1), 5.8, "escape");
  await page.waitForSelector(".drop-chip", { state: "detached" });
  expect(outline(await map.stored())).toEqual(original);
  await expect
    .poll(() => page.locator('[role="status"]').allInnerTexts())
    .toContain("“A” teruggezet");
});

test("an episode that its last touchpoint leaves goes, and what hurts there comes along", async () => {
  const { map, page } = await begun("Last");
  await drag(page, cellAt(page, 0, 4), 4.2);
  const notice = page.getByRole("region", { name: "Wat er net gebeurde" });
  // What is pointed at stays.
  await notice.hover();
  await becomes(map, ["Een: A, B, C", "Drie: D, E, F"]);
  await expect
    .poll(async () => (await map.stored()).episodes[1]?.pains)
    .toEqual(drawn.episodes[1]?.pains);
  await expect
    .poll(() => notice.innerText())
    .toContain("“D” verplaatst; “Twee” was leeg en is weg");
  await notice.getByRole("button", { name: "Ongedaan maken" }).click();
  await becomes(map, original);
  await expect.poll(async () => (await map.stored()).episodes[1]?.goal).toBe("Weten");
});

test("a wide map scrolls along while one drags to its edge", async () => {
  const map = await storeMap(spoor.address, "Wide", {
    title: "Breed",
    episodes: Array.from({ length: 6 }, (_, episode) => ({
      id: `ep_${episode}`,
      title: `E${episode}`,
      touchpoints: Array.from({ length: 5 }, (_, at) => ({
        id: `tp_${episode}_${at}`,
        title: `T${episode}${at}`,
      })),
    })),
  });
  const page = await editingPage(browser, map.page);
  const head = cellAt(page, 0, 1);
  await head.hover();
  const grip = await head.locator(".grip").boundingBox();
  if (!grip) throw new Error("No grip");
  await page.mouse.move(grip.x + 12, grip.y + 12);
  await page.mouse.down();
  await page.mouse.move(1000, grip.y + 60, { steps: 4 });
  await page.mouse.move(1490, grip.y + 60, { steps: 4 });
  await page.waitForFunction(() => {
    const scroller = document.querySelector(".map-page");
    return scroller !== null && scroller.scrollLeft >= scroller.scrollWidth - 1510;
  });
  await page.mouse.up();
  await expect
    .poll(async () => outline(await map.stored()).at(-1))
    .toBe("E5: T50, T51, T52, T53, T54, T00");
});

test("by finger a touchpoint is dragged as well", async () => {
  const map = await storeMap(spoor.address, "Touch", drawn);
  const context = await browser.newContext({
    viewport: { width: 1200, height: 800 },
    hasTouch: true,
    locale: "nl-NL",
  });
  await context.addInitScript(() => localStorage.setItem("spoor.editing", "1"));
  const page = await context.newPage();
  await page.goto(map.page);
  await page.waitForSelector("[data-editing] .cell");
  const grip = await cellAt(page, 0, 1).locator(".grip").boundingBox();
  const end = await cellAt(page, 0, 6).boundingBox();
  if (!grip || !end) throw new Error("The head of the map is not in sight");
  const session = await context.newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: [number, number][]) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(([x, y]) => ({ x, y })),
    });
  await touch("touchStart", [[grip.x + 12, grip.y + 12]]);
  for (const x of [60, 200, 400, 600]) await touch("touchMove", [[grip.x + x, grip.y + 40]]);
  await touch("touchMove", [[end.x + end.width * 0.8, grip.y + 40]]);
  await touch("touchEnd", []);
  await becomes(map, ["Een: B, C", "Twee: D", "Drie: E, F, A"]);
  await context.close();
});

test("with the keyboard alone a touchpoint and an episode go to any place", async () => {
  const { map, page } = await begun("Keys");
  await cellAt(page, 0, 1).focus();
  // Past the channel, to the grip.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "“A” verplaatsen" });
  await dialog.getByLabel("Naar de episode").focus();
  await page.keyboard.type("Drie");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Na “E");
  await fitToRead(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await becomes(map, ["Een: B, C", "Twee: D", "Drie: E, A, F"]);
  await page.waitForSelector('[data-row="0"][data-column="5"]:focus');
  await expect
    .poll(() => page.locator('[role="status"]').allInnerTexts())
    .toContain("“A” verplaatst");
  await page.keyboard.press("Control+z");
  await becomes(map, original);

  await choose(page, page.locator(".episode").nth(0), "Verplaatsen naar…");
  const episode = page.getByRole("dialog", { name: "“Een” verplaatsen" });
  await episode.getByLabel("Plaats").selectOption({ label: "Na “Twee”" });
  await fitToRead(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await becomes(map, ["Twee: D", "Een: A, B, C", "Drie: E, F"]);
});

test("touchpoints and episodes are split, merged and copied, after telling what that does", async () => {
  const { map, page } = await begun("Split", "dark");
  await choose(page, cellAt(page, 0, 2), "Splitsen…");
  await page.getByLabel("Wat de klant zegt dat hij als tweede doet").fill("B2");
  await fitToRead(page);
  await page.keyboard.press("Enter");
  await becomes(map, ["Een: A, B, B2, C", "Twee: D", "Drie: E, F"]);

  await choose(page, cellAt(page, 0, 2), "Samenvoegen…");
  const merge = page.getByRole("dialog", { name: "“B” samenvoegen" });
  await merge.getByLabel("“A”, ervoor").check();
  const told = await merge.innerText();
  expect(told).toContain("“B” gaat op in “A”.");
  expect(told).toContain("Komt mee: pijnpunt.");
  expect(told).toContain("Wordt bij elkaar gezet: notities, wat de klant doet.");
  expect(told).toContain("want er kan er maar één zijn: kanaal.");
  await fitToRead(page);
  await merge.getByRole("button", { name: "Samenvoegen" }).click();
  await becomes(map, ["Een: A, B2, C", "Twee: D", "Drie: E, F"]);
  await expect
    .poll(async () => (await map.stored()).episodes[0]?.touchpoints[0])
    .toMatchObject({
      channel: "web",
      doing: "Belt",
      notes: "B",
      pains: [{ id: "pn_b", title: "Wachten", evidence: assumed }],
    });

  await choose(page, cellAt(page, 0, 2), "Nieuwe episode vanaf hier…");
  await page.getByLabel("Hoe die heet").fill("Nieuw");
  await fitToRead(page);
  await page.keyboard.press("Enter");
  await becomes(map, ["Een: A", "Nieuw: B2, C", "Twee: D", "Drie: E, F"]);

  await choose(page, page.locator(".episode").nth(1), "Samenvoegen…");
  await page.getByRole("button", { name: "Samenvoegen" }).click();
  await becomes(map, ["Een: A", "Nieuw: B2, C, D", "Drie: E, F"]);
  await choose(page, page.locator(".episode").nth(2), "Splitsen…");
  await page.getByLabel("Hoe die heet").fill("Vier");
  await page.keyboard.press("Enter");
  await becomes(map, ["Een: A", "Nieuw: B2, C, D", "Drie: E", "Vier: F"]);
  await choose(page, page.locator(".episode").nth(3), "Dupliceren");
  await becomes(map, ["Een: A", "Nieuw: B2, C, D", "Drie: E", "Vier: F", "Vier: F"]);
  await choose(page, cellAt(page, 0, 1), "Dupliceren");
  await becomes(map, ["Een: A, A", "Nieuw: B2, C, D", "Drie: E", "Vier: F", "Vier: F"]);
  for (let step = 0; step < 7; step++) await page.keyboard.press("Control+z");
  await becomes(map, original);
});

test("what was deleted can be taken back from a notice that waits for who reads it", async () => {
  const { map, page } = await begun("Notice", "dark");
  await page.clock.install();
  await choose(page, cellAt(page, 0, 2), "Verwijderen");
  await page.clock.runFor(100);
  const notice = page.getByRole("region", { name: "Wat er net gebeurde" });
  await notice.waitFor();
  await page.waitForSelector('[data-row="0"][data-column="2"]:focus');
  await expect
    .poll(() => page.locator('[role="status"]').allInnerTexts())
    .toContain("“B” verwijderd. Control Z maakt het ongedaan");
  const undo = notice.getByRole("button", { name: "Ongedaan maken" });
  for (let tabs = 0; tabs < 8 && !(await undo.evaluate((one) => one.matches(":focus"))); tabs++)
    await page.keyboard.press("Tab");
  // It waits from here on, however long the server takes.
  await becomes(map, ["Een: A, C", "Twee: D", "Drie: E, F"]);
  await fitToRead(page);
  await page.clock.runFor(20_000);
  await page.keyboard.press("Enter");
  await becomes(map, original);
  await expect.poll(() => notice.count()).toBe(0);

  await cellAt(page, 0, 2).focus();
  await page.keyboard.press("Delete");
  await notice.waitFor();
  await page.clock.runFor(9000);
  await expect.poll(() => notice.count()).toBe(0);
  await page.keyboard.press("Control+z");
  await becomes(map, original);
});

test("a touchpoint opens a journey below it, which leads back up to it", async () => {
  const { map, page } = await begun("Below");
  await choose(page, cellAt(page, 0, 2), "Alles over dit contactmoment");
  await page.getByRole("button", { name: "Nieuwe klantreis hieronder" }).click();
  await expect
    .poll(async () => (await map.stored()).episodes[0]?.touchpoints[1]?.opens)
    .toBe("jo_b");
  await page.keyboard.press("Escape");
  const down = page.getByRole("link", { name: "Opent de klantreis “B”" });
  await down.waitFor();
  await fitToRead(page);
  await cellAt(page, 0, 2).focus();
  // The channel comes first.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect.poll(() => down.evaluate((link) => link.matches(":focus"))).toBe(true);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "B" }).waitFor();
  const up = page.getByRole("navigation", { name: "Onderdeel van" });
  await up.getByRole("link", { name: "Verhuizen" }).click();
  await page.getByRole("heading", { level: 1, name: "Verhuizen" }).waitFor();
  await page.getByRole("dialog").getByRole("heading", { name: "B" }).first().waitFor();
});

test("between two touchpoints stands a mark where something is said of the way", async () => {
  const map = await storeMap(spoor.address, "Way", {
    ...drawn,
    transitions: [
      {
        id: "tr_ab",
        from: "tp_a",
        to: "tp_b",
        pains: [{ id: "pn_w", title: "Lang", evidence: assumed }],
      },
      { id: "tr_be", from: "tp_b", to: "tp_e", opportunities: [{ id: "op_w", title: "Sneller" }] },
    ],
  });
  const page = await editingPage(browser, map.page);
  const marks = page.locator(".way-mark");
  await marks.waitFor();
  await expect
    .poll(() => marks.evaluateAll((all) => all.map((one) => one.ariaLabel)))
    .toEqual(["Op weg naar “B”: 1 pijnpunt"]);
  await cellAt(page, 0, 5).hover();
  await expect.poll(() => page.getByText("op weg naar “E”").count()).toBe(1);
});
