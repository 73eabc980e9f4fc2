import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Journey } from "../../src/core/map/journey.ts";
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

const drawn = {
  title: "Blokken",
  language: "nl" as const,
  episodes: [
    {
      id: "ep_a",
      title: "Een",
      goal: "Weten",
      touchpoints: [
        {
          id: "tp_a",
          title: "Ik zoek",
          doing: "=1+1",
          emotions: [{ id: "em_a", value: 0.25, evidence: { kind: "assumed" as const } }],
        },
        { id: "tp_b", title: "Ik bel", doing: "Belt <b>drie</b> keer" },
      ],
    },
    { id: "ep_b", title: "Twee", touchpoints: [{ id: "tp_c", title: "Ik koop" }] },
  ],
  lanes: [
    { id: "ln_doing", kind: "doing" as const },
    { id: "ln_own", kind: "text" as const, title: "Systemen" },
    { id: "ln_em", kind: "emotion" as const },
  ],
};

async function begun(name: string): Promise<{ map: DrawnMap; page: Page }> {
  const map = await storeMap(spoor.address, name, drawn);
  const page = await editingPage(browser, map.page);
  await page.bringToFront();
  return { map, page };
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const putOnClipboard = (page: Page, text: string) =>
  page.evaluate((given) => navigator.clipboard.writeText(given), text);
const chosen = (page: Page) => page.locator('[aria-selected="true"]').count();
const touchpoints = ({ episodes }: Journey) => episodes.flatMap((one) => one.touchpoints);

async function rowOf(page: Page, lane: string): Promise<number> {
  const cell = page.locator(`[data-lane="${lane}"] .cell`).first();
  return Number(await cell.getAttribute("data-row"));
}

test("cells are chosen with Shift and copied as a spreadsheet takes them", async () => {
  const { page } = await begun("Copy");
  const doing = await rowOf(page, "doing");
  await cellAt(page, 0, 1).focus();
  for (let down = 0; down < doing; down++) await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(() => chosen(page)).toBe((doing + 1) * 2);
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.keyboard.press("Control+c");
  await expect.poll(() => clipboard(page)).toContain("drie");
  const [titles, ...rest] = (await clipboard(page)).split("\n");
  expect([titles, rest.at(-1)]).toEqual(["Ik zoek\tIk bel", "'=1+1\tBelt <b>drie</b> keer"]);
  const table = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType("text/html"))?.text();
  });
  expect(table).toContain("&lt;b&gt;drie&lt;/b&gt;");
  await expect
    .poll(() => page.locator('[role="status"]').allInnerTexts())
    .toContain(`${(doing + 1) * 2} cellen gekopieerd`);

  await page.keyboard.press("Escape");
  await expect.poll(() => chosen(page)).toBe(0);
  await cellAt(page, 0, 2).focus();
  await cellAt(page, doing, 3).click({ modifiers: ["Shift"] });
  await expect.poll(() => chosen(page)).toBe((doing + 1) * 2);
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => chosen(page)).toBe(0);
  const emotion = await rowOf(page, "emotion");
  await cellAt(page, emotion, 1).focus();
  await page.keyboard.press("Control+c");
  await expect.poll(() => clipboard(page)).toBe("0,5");
  await page.keyboard.press("Control+a");
  await expect.poll(() => chosen(page)).toBe(3 * ((await page.locator(".lane").count()) + 1));
});

test("a block is pasted into the cells, what finds no place is told, and one step takes it back", async () => {
  const { map, page } = await begun("Paste");
  const doing = await rowOf(page, "doing");
  const own = await rowOf(page, "text");
  expect(own).toBe(doing + 1);
  await cellAt(page, doing, 2).focus();
  await putOnClipboard(page, 'Wacht\tTekent\tte ver\r\n"CRM\nERP"\tDMS\t\r\n');
  await page.keyboard.press("Control+v");
  const notice = page.getByRole("region", { name: "Wat er net gebeurde" });
  await expect.poll(() => notice.innerText()).toContain("4 cellen geplakt. 1 cel vond geen plek");
  await expect.poll(() => notice.locator("li").allInnerTexts()).toEqual(["“te ver”"]);
  await expect
    .poll(async () => touchpoints(await map.stored()).slice(1))
    .toMatchObject([
      { doing: "Wacht", cells: { ln_own: "CRM\nERP" } },
      { doing: "Tekent", cells: { ln_own: "DMS" } },
    ]);
  await cellAt(page, await rowOf(page, "emotion"), 2).focus();
  await putOnClipboard(page, "-1,5\tboos");
  await page.keyboard.press("Control+v");
  await expect.poll(() => notice.locator("li").allInnerTexts()).toEqual(["“boos”"]);
  await expect
    .poll(async () => touchpoints(await map.stored())[1]?.emotions?.[0]?.value)
    .toBe(-0.75);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect
    .poll(map.stored)
    .toEqual({ spoor: "journey/1", id: "jo_test", state: "current", ...drawn });
});

test("on the titles a list becomes touchpoints, and a block brings its channels and cells", async () => {
  const { map, page } = await begun("Titles");
  await cellAt(page, 0, 3).focus();
  await putOnClipboard(page, "Ik betaal\r\nIk wacht\r\nIk klaag\r\n");
  await page.keyboard.press("Control+v");
  await expect
    .poll(async () => outline(await map.stored()))
    .toEqual(["Een: Ik zoek, Ik bel", "Twee: Ik betaal, Ik wacht, Ik klaag"]);
  await cellAt(page, 0, 5).focus();
  const before = await rowOf(page, "doing");
  const skip = "\t\r\n".repeat(before - 1);
  await putOnClipboard(page, `Ik mail\tIk app\r\ne-mail\tWhatsApp\r\n${skip}Schrijft\tTypt\r\n`);
  await page.keyboard.press("Control+v");
  await expect
    .poll(async () => touchpoints(await map.stored()).slice(4))
    .toMatchObject([
      { title: "Ik mail", channel: "email", doing: "Schrijft" },
      { title: "Ik app", channel: "whatsapp", doing: "Typt" },
    ]);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect
    .poll(async () => outline(await map.stored()))
    .toEqual(["Een: Ik zoek, Ik bel", "Twee: Ik koop"]);

  const doing = await rowOf(page, "doing");
  await cellAt(page, 0, 1).focus();
  for (let down = 0; down < doing; down++) await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+c");
  await cellAt(page, 0, 3).focus();
  await page.keyboard.press("Control+v");
  await expect
    .poll(async () => touchpoints(await map.stored()).at(-1))
    .toEqual({ id: "tp_c", title: "Ik zoek", doing: "=1+1" });
});

test("a block is cut and emptied; titles alone are touchpoints that go", async () => {
  const { map, page } = await begun("Cut");
  const doing = await rowOf(page, "doing");
  await cellAt(page, doing, 1).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+x");
  await expect
    .poll(async () => touchpoints(await map.stored()).map((one) => one.doing))
    .toEqual([undefined, undefined, undefined]);
  await cellAt(page, doing, 2).focus();
  await page.keyboard.press("Control+v");
  await expect
    .poll(async () => touchpoints(await map.stored()).map((one) => one.doing))
    .toEqual([undefined, "=1+1", "Belt <b>drie</b> keer"]);
  await cellAt(page, doing, 1).focus();
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("Delete");
  const notice = page.getByRole("region", { name: "Wat er net gebeurde" });
  await notice.getByText("3 cellen leeggemaakt").waitFor();
  await expect
    .poll(async () => touchpoints(await map.stored()).map((one) => one.doing))
    .toEqual([undefined, undefined, undefined]);

  await cellAt(page, 0, 2).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Delete");
  await notice.getByText("2 contactmomenten verwijderd").waitFor();
  await expect.poll(async () => outline(await map.stored())).toEqual(["Een: Ik zoek"]);
  for (let step = 0; step < 4; step++) await page.keyboard.press("Control+z");
  await expect
    .poll(map.stored)
    .toEqual({ spoor: "journey/1", id: "jo_test", state: "current", ...drawn });
});

test("ten megabytes are refused kindly, and the page stays alive", async () => {
  const { map, page } = await begun("Large");
  await cellAt(page, 0, 1).focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "x\t".repeat(5_000_000));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  const notice = page.getByRole("region", { name: "Wat er net gebeurde" });
  await notice.getByText("Dit is te groot om op een kaart te plakken.").waitFor();
  await notice.getByRole("button", { name: "Sluiten" }).click();
  await cellAt(page, 0, 1).focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("textarea.cell-editor:focus");
  await page.keyboard.type("Ik leef");
  await page.keyboard.press("Enter");
  await expect.poll(async () => outline(await map.stored())[0]).toBe("Een: Ik leef, Ik bel");
});

test("who only reads can copy, and pastes nothing", async () => {
  const { map, page } = await begun("Read");
  await page.keyboard.press("e");
  await page.waitForSelector("[data-editing]", { state: "detached" });
  const doing = await rowOf(page, "doing");
  await cellAt(page, doing, 1).focus();
  await page.keyboard.press("Control+c");
  await expect.poll(() => clipboard(page)).toBe("'=1+1");
  await cellAt(page, doing, 3).focus();
  await page.keyboard.press("Control+v");
  await page.keyboard.press("Delete");
  await page.keyboard.press("e");
  await page.waitForSelector("[data-editing] .cell");
  expect(await map.stored()).toEqual({
    spoor: "journey/1",
    id: "jo_test",
    state: "current",
    ...drawn,
  });
});
