import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { must } from "../../src/core/assert.ts";
import type { Journey, Touchpoint } from "../../src/core/map/journey.ts";
import { openBrowser } from "./browser.ts";
import { editingPage, storeMap } from "./drawn-map.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";
import { all, saidAloud, wordsOf } from "./said-aloud.ts";

let browser: Browser;
let spoor: RunningSpoor;
let page: Page;
let map: Journey;

const evidence = { kind: "assumed" } as const;
const touchpoint = (n: number): Touchpoint => ({
  id: `tp_${n}`,
  title: `Ik doe stap ${n}`,
  channel: n % 2 === 0 ? "phone" : "web",
  doing: `Wat hij doet, ${n}`,
  momentOfTruth: n === 3,
  importance: { customer: n, organisation: 5 - n },
  emotions: [{ id: `em_${n}`, value: n / 10, evidence }],
  quotes: [{ id: `qu_${n}`, text: `Gezegd, ${n}`, evidence }],
  pains: [{ id: `pn_${n}`, title: `Pijn, ${n}`, evidence }],
  opportunities: [{ id: `op_${n}`, title: `Kans, ${n}`, evidence }],
  metrics: [{ id: `me_${n}`, name: `Maat, ${n}`, measure: "geteld" }],
  backstage: {
    frontstage: [`Balie ${n}`],
    process: `Proces ${n}`,
    system: `Systeem ${n}`,
    unit: `Afdeling ${n}`,
  },
  actions: [{ id: `ac_${n}`, title: `Actie, ${n}`, owner: `Sanne ${n}` }],
});

beforeAll(async () => {
  [spoor, browser] = await Promise.all([startSpoor(), openBrowser()]);
  const drawn = await storeMap(spoor.address, "Aloud", {
    title: "Hardop gelezen",
    language: "nl",
    episodes: [
      { id: "ep_1", title: "Ik begin", goal: "Snel weg", touchpoints: [1, 2].map(touchpoint) },
      { id: "ep_2", title: "Ik ga door", goal: "Klaar zijn", touchpoints: [3, 4].map(touchpoint) },
    ],
  });
  page = await editingPage(browser, drawn.page);
  map = await drawn.stored();
});

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

/** The columns of the file, from left to right. */
const columns = () =>
  map.episodes.flatMap((episode) =>
    episode.touchpoints.map((each, at) => ({ episode, touchpoint: each, opens: at === 0 })),
  );

/** What the file says in a lane under a touchpoint, in the order in which it is said. */
const lanes: Readonly<Record<string, (column: ReturnType<typeof columns>[number]) => string[]>> = {
  Beeld: () => [],
  Gevoel: ({ touchpoint: { emotions = [] } }) =>
    emotions.map(({ value }) => `+${(value * 2).toFixed(1).replace(".", ",")}`),
  "Wat klanten zeggen": ({ touchpoint: { quotes = [] } }) => quotes.map(({ text }) => text),
  Pijnpunt: ({ touchpoint: { pains = [] } }) => pains.map(({ title }) => title),
  Kans: ({ touchpoint: { opportunities = [] } }) => opportunities.map(({ title }) => title),
  Doel: ({ episode: { goal }, opens }) => (opens && goal ? [goal] : []),
  "Wat de klant doet": ({ touchpoint: { doing = "" } }) => [doing],
  Belang: ({ touchpoint: { importance } }) => [
    `${importance?.customer} van 5`,
    `${importance?.organisation} van 5`,
  ],
  Maten: ({ touchpoint: { metrics = [] } }) => metrics.map(({ name }) => name),
  "Voor de schermen": ({ touchpoint: { backstage } }) => backstage?.frontstage ?? [],
  "Achter de schermen": ({ touchpoint: { backstage } }) => [
    backstage?.process ?? "",
    backstage?.system ?? "",
  ],
  Afdeling: ({ touchpoint: { backstage } }) => [backstage?.unit ?? ""],
  Acties: ({ touchpoint: { actions = [] } }) =>
    actions.flatMap(({ title, owner = "" }) => [title, owner]),
};

/** `text` without what is not in `parts`, in the order of `text`; so that two orders can be compared. */
function inOrder(text: string, parts: readonly string[]): string[] {
  return parts
    .filter((part) => text.includes(part))
    .toSorted((one, other) => text.indexOf(one) - text.indexOf(other));
}

test("the grid is read as the file has it: episodes, touchpoints, and lane by lane each cell under its names", async () => {
  const grid = await saidAloud(page, "grid");
  expect(grid.name).toBe("Kaart van “Hardop gelezen”");
  const [episodes, heads, ...rows] = all(grid, "row");
  const headers = (row: typeof episodes) =>
    all(must(row, "a row"), "columnheader").map(({ name }) => name);
  expect(headers(episodes)).toEqual(["Episodes", ...map.episodes.map(({ title }) => title)]);
  // While a map is changed its channels are buttons, which say what they are.
  const channel = { web: "web", phone: "telefoon" } as Record<string, string>;
  expect(headers(heads).slice(1)).toEqual(
    columns().map(({ touchpoint: each }) =>
      [each.title, `Kanaal: ${channel[each.channel ?? ""]}`, "aangenomen"]
        .concat(each.momentOfTruth ? ["Moment of truth"] : [])
        .join(" "),
    ),
  );
  expect(rows.map((row) => all(row, "rowheader").map(({ name }) => name))).toEqual(
    Object.keys(lanes).map((lane) => [lane]),
  );
  const said = rows.map((row) => all(row, "gridcell"));
  const told = [...new Set(Object.values(lanes).flatMap((of) => columns().flatMap(of)))];
  for (const [at, [lane, of]] of Object.entries(lanes).entries()) {
    const cells = must(said[at], lane);
    expect(cells.length).toBe(columns().length);
    for (const [index, cell] of cells.entries()) {
      const expected = of(must(columns()[index], "a column"));
      // Nothing of it is missing, nothing of another cell is in it, and its parts stand in their order.
      const heard = inOrder(`${cell.name} ${wordsOf(cell)}`, told);
      expect([lane, index, heard]).toEqual([lane, index, [...new Set(expected)]]);
    }
  }
});

test("the list is read as the file has it: an episode with its goal, then each touchpoint with what is said of it", async () => {
  await page.getByRole("button", { name: "Lijst", exact: true }).click();
  await page.locator(".map-list").waitFor();
  const main = await saidAloud(page, "main");
  const titles = all(main, "heading").map(({ name }) => name);
  expect(titles).toEqual([
    map.title,
    ...map.episodes.flatMap((one) => [one.title, ...one.touchpoints.map(({ title }) => title)]),
  ]);
  const items = all(main, "listitem");
  const shown = ["Gevoel", "Wat klanten zeggen", "Pijnpunt", "Kans"];
  const expected = columns().map((column) => [
    column.touchpoint.title,
    ...shown.flatMap((lane) => must(lanes[lane], lane)(column)),
  ]);
  const heard = items.map((item, at) => inOrder(wordsOf(item), must(expected[at], "a touchpoint")));
  expect(heard).toEqual(expected);
  const words = wordsOf(main);
  const chapters = map.episodes.flatMap(({ title, goal = "", touchpoints }) => [
    title,
    goal,
    ...touchpoints.map((each) => each.title),
  ]);
  expect(inOrder(words, chapters)).toEqual(chapters);
});
