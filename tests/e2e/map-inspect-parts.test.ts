import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { add, choose, evidence, journeyOf, rests, write } from "./inspect-harness/fields.ts";
import { serveHarness } from "./map-harness/serve.ts";

let browser: Browser;
let harness: Awaited<ReturnType<typeof serveHarness>>;

beforeAll(async () => {
  harness = await serveHarness("../inspect-harness/");
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await harness[Symbol.asyncDispose]();
});

async function open(of: string): Promise<Page> {
  const context = await browser.newContext({ locale: "nl-NL" });
  const page = await context.newPage();
  await page.goto(`${harness.address}?of=${of}`);
  await page.locator(".inspect").waitFor();
  return page;
}

test("every field of an episode can be given a value on the page", async () => {
  const page = await open("episode");
  await write(page, "Titel", "Ik oriënteer me");
  await write(page, "Wat de klant hier wil bereiken", "Weten wat er is");
  const pain = await add(page, "pains");
  await write(pain, "Titel", "Te veel keus");
  await write(pain, "Ernst, 1 (hinderlijk) tot 5 (reden om weg te gaan)", "3");
  await rests(pain);
  const chance = await add(page, "opportunities");
  await write(chance, "Titel", "Help kiezen");
  await write(chance, "Toelichting", "Met drie vragen");
  const goal = await add(page, "goals");
  await write(goal, "Titel", "Sneller gekozen");
  await write(goal, "Wat je meet", "wait");
  await write(goal, "Doel", "3");
  await page.locator('.inspect > [data-list="evidence"] > button.inspect-add').click();
  await rests(page.locator('.inspect > [data-list="evidence"] > .inspect-item'));
  const [episode] = (await journeyOf(page)).episodes;
  expect({ ...episode, touchpoints: episode?.touchpoints.length }).toEqual({
    id: "ep_a",
    title: "Ik oriënteer me",
    goal: "Weten wat er is",
    pains: [{ id: "pn_n1", title: "Te veel keus", severity: 3, evidence }],
    opportunities: [{ id: "op_n2", title: "Help kiezen", text: "Met drie vragen" }],
    goals: [
      {
        id: "go_n3",
        title: "Sneller gekozen",
        kind: "quantitative",
        measure: "wait",
        target: 3,
      },
    ],
    evidence: [evidence],
    touchpoints: 3,
  });
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test("something is said of the way to the next touchpoint, and of the way to any other", async () => {
  const page = await open("touchpoint");
  const next = page.getByRole("group", { name: "op weg naar “Ik koop”" });
  await next.getByRole("button", { name: "+ Pijnpunt" }).click();
  await write(next, "Titel", "Opnieuw inloggen");
  await next.getByRole("button", { name: "+ Kans" }).click();
  await write(next.locator('[data-list="opportunities"]'), "Titel", "Onthoud mij");
  await choose(page, "Op weg naar een ander contactmoment", "Ik bel");
  const other = page.getByRole("group", { name: "op weg naar “Ik bel”" });
  await other.getByRole("button", { name: "+ Kans" }).click();
  await write(other, "Titel", "Geef een nummer");
  await expect.poll(() => page.getByLabel("Op weg naar een ander contactmoment").count()).toBe(0);
  await expect
    .poll(async () => (await journeyOf(page)).transitions)
    .toEqual([
      {
        id: "tr_n2",
        from: "tp_a",
        to: "tp_b",
        pains: [{ id: "pn_n1", title: "Opnieuw inloggen", evidence: { kind: "assumed" } }],
        opportunities: [{ id: "op_n3", title: "Onthoud mij" }],
      },
      {
        id: "tr_n5",
        from: "tp_a",
        to: "tp_c",
        opportunities: [{ id: "op_n4", title: "Geef een nummer" }],
      },
    ]);
});

test("a new journey below a touchpoint is made under its title, and the keyboard stays there", async () => {
  const page = await open("touchpoint");
  await page.getByRole("button", { name: "Nieuwe klantreis hieronder" }).click();
  await page.waitForFunction(() => document.activeElement?.tagName === "SELECT");
  await expect
    .poll(async () => (await journeyOf(page)).episodes[0]?.touchpoints[0]?.opens)
    .toBe("jo_new");
});

test("rows are taken over from another map: all of them, or those one chooses", async () => {
  const page = await open("lanes");
  await choose(page, "Rijen overnemen van een andere kaart", "Een andere reis");
  await page.getByLabel("Kosten").uncheck();
  await page.getByRole("button", { name: "Neem deze rijen over" }).click();
  await expect
    .poll(async () => (await journeyOf(page)).lanes)
    .toEqual([
      { id: "ln_n1", kind: "text", title: "Wetgeving" },
      { id: "ln_n2", kind: "pains", hidden: true },
    ]);
  await choose(page, "Rijen overnemen van een andere kaart", "Een andere reis");
  await page.getByRole("button", { name: "Neem deze rijen over" }).click();
  await expect
    .poll(async () => (await journeyOf(page)).lanes?.map(({ title }) => title))
    .toEqual(["Wetgeving", undefined, "Kosten"]);
});

test("what stands in the team’s own rows is written beside the touchpoint", async () => {
  const page = await open("lanes");
  await write(await add(page, "lanes"), "Naam", "Wetgeving");
  await page.evaluate(() => window.show("touchpoint"));
  await write(page, "Wetgeving", "Art. 7");
  await expect
    .poll(async () => (await journeyOf(page)).episodes[0]?.touchpoints[0]?.cells)
    .toEqual({ ln_n1: "Art. 7" });
  await write(page, "Wetgeving", "");
  await expect
    .poll(async () => (await journeyOf(page)).episodes[0]?.touchpoints[0]?.cells)
    .toBeUndefined();
});

test("an exception to the health check gets another reason, and is taken away", async () => {
  const page = await open("journey");
  await page.evaluate(() =>
    window.does({
      do: "add",
      to: "jo_test",
      list: "exceptions",
      after: null,
      element: { id: "ex_a", rule: "no-metric", at: "tp_a", reason: "Later" },
    }),
  );
  const exception = page.locator('[data-item="ex_a"]');
  await write(exception, "Waarom het hier niet geldt", "Wordt elders gemeten");
  await expect
    .poll(async () => (await journeyOf(page)).exceptions)
    .toEqual([{ id: "ex_a", rule: "no-metric", at: "tp_a", reason: "Wordt elders gemeten" }]);
  await exception.getByRole("button", { name: /^Verwijder/ }).click();
  await expect.poll(async () => (await journeyOf(page)).exceptions).toBeUndefined();
});
