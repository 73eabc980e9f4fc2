import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Locator, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readJourney } from "../../src/core/map/file.ts";
import { openBrowser } from "./browser.ts";
import { serveHarness } from "./map-harness/serve.ts";

let browser: Browser;
let harness: Awaited<ReturnType<typeof serveHarness>>;

beforeAll(async () => {
  harness = await serveHarness("../inspect-harness/");
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await harness[Symbol.asyncDispose]();
});

async function open(of: string): Promise<Page> {
  const context = await browser.newContext({ locale: "nl-NL" });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  await page.goto(`${harness.address}?of=${of}`);
  await page.locator(".inspect").waitFor();
  return page;
}

async function write(within: Page | Locator, label: string, text: string) {
  const field = within.getByLabel(label, { exact: true }).first();
  await field.fill(text);
  await field.blur();
}

async function choose(within: Page | Locator, label: string, option: string) {
  await within.getByLabel(label, { exact: true }).first().selectOption({ label: option });
}

/** Adds one to a list; the place of the new one comes back. */
async function add(page: Page, list: string): Promise<Locator> {
  const section = page.locator(`[data-list="${list}"]`).first();
  await section.locator("> button.inspect-add").click();
  return section.locator("> [data-item]").last();
}

async function journeyOf(page: Page) {
  return readJourney(await page.evaluate(() => window.file));
}

async function rests(within: Locator) {
  await choose(within, "Rust op", "uit onderzoek");
  await write(within, "Bron", "14 interviews");
  await write(within, "n", "14");
  await write(within, "Datum", "2026-03-10");
  await write(within, "Link", "https://example.org/onderzoek");
}

const evidence = {
  kind: "research",
  source: "14 interviews",
  n: 14,
  date: "2026-03-10",
  link: "https://example.org/onderzoek",
};

test("every field of a touchpoint can be given a value on the page", async () => {
  const page = await open("touchpoint");
  await write(page, "Wat de klant zegt dat hij doet", "Ik zoek een tarief");
  await choose(page, "Kanaal", "web");
  await choose(page, "Wie gaat erover", "van ons");
  await choose(page, "Fase", "oriënteert zich");
  await write(page, "Belang voor de klant, 1–5", "5");
  await write(page, "Belang voor ons, 1–5", "3");
  await page.getByLabel("Moment of truth").check();
  await write(page, "Wat de klant doet", "Kijkt rond");

  const emotion = await add(page, "emotions");
  await write(emotion, "Als getal, −2 tot 2", "-1,5");
  await choose(emotion, "Persona", "Anna");
  await choose(emotion, "Gevraagd op de schaal", "1 tot 5");
  await rests(emotion);

  const pain = await add(page, "pains");
  expect(await pain.getByLabel("Titel").evaluate((field) => field === document.activeElement)).toBe(
    true,
  );
  await write(pain, "Titel", "Het duurt lang");
  await write(pain, "Toelichting", "Zes weken");
  await write(pain, "Ernst, 1 (hinderlijk) tot 5 (reden om weg te gaan)", "4");
  await rests(pain);
  await pain.getByRole("button", { name: "Maak er een actie van" }).click();

  const chance = await add(page, "opportunities");
  await write(chance, "Titel", "Zeg wanneer");
  await write(chance, "Toelichting", "Per brief");
  await rests(chance);

  const action = page.locator('[data-list="actions"] > [data-item]');
  await write(action, "Eigenaar", "Service");
  await write(action, "Uiterlijk", "2027-01-31");
  await choose(action, "Status", "loopt");

  const quote = await add(page, "quotes");
  await write(quote, "Wat de klant zei", "Waar moet ik zijn?");
  await write(quote, "Wie het zei", "klant, 34");
  await choose(quote, "Persona", "Anna");
  await rests(quote);

  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from("png") });
  await write(page, "Wat er te zien is", "De tarievenpagina");

  await page.getByText("Zes vragen").click();
  for (const label of ["Wie", "Wat", "Waarom", "Waar", "Wanneer", "Hoe"])
    await write(page, label, `${label}?`);
  await page.getByText("Achter de schermen").click();
  await write(page, "Voor de schermen 1", "Balie");
  await write(page, "Voor de schermen 2", "Chatbot");
  await write(page, "Proces", "Tarieven");
  await write(page, "Systeem", "CRM");
  await write(page, "Afdeling", "Webteam");

  const metric = await add(page, "metrics");
  await write(metric, "Naam", "Tevredenheid");
  await write(metric, "Wat je meet", "CSAT");
  await write(metric, "Eenheid", "punten");
  const goal = await add(page, "goals");
  await write(goal, "Titel", "Sneller klaar");
  await write(goal, "Wat je meet", "wait");
  await write(goal, "Nu", "6,5");
  await write(goal, "Doel", "2");
  await write(goal, "Eenheid", "dagen");
  await write(goal, "Uiterlijk", "2027-06-30");

  await write(page, "+ Event", "Gezocht");
  await write(page, "Kanaal in de data", "web");
  await page.locator('[data-list="evidence"] > button.inspect-add').click();
  await rests(page.locator('[data-list="evidence"] > .inspect-item'));
  await choose(page, "Opent een andere klantreis", "Een andere reis");
  await write(page, "Notities", "Nog bespreken");

  const [touchpoint] = (await journeyOf(page)).episodes[0]?.touchpoints ?? [];
  expect(touchpoint).toEqual({
    id: "tp_a",
    title: "Ik zoek een tarief",
    channel: "web",
    ownership: "brand",
    stage: "prospect",
    events: [{ event: "Gezocht", channel: "web" }],
    momentOfTruth: true,
    importance: { customer: 5, organisation: 3 },
    questions: {
      who: "Wie?",
      what: "Wat?",
      why: "Waarom?",
      where: "Waar?",
      when: "Wanneer?",
      how: "Hoe?",
    },
    doing: "Kijkt rond",
    pictures: [{ id: "pi_n6", hash: "a".repeat(64), alt: "De tarievenpagina" }],
    emotions: [{ id: "em_n1", value: -0.75, scale: [1, 5], persona: "pe_a", evidence }],
    quotes: [
      { id: "qu_n5", text: "Waar moet ik zijn?", by: "klant, 34", persona: "pe_a", evidence },
    ],
    pains: [{ id: "pn_n2", title: "Het duurt lang", text: "Zes weken", severity: 4, evidence }],
    opportunities: [{ id: "op_n4", title: "Zeg wanneer", text: "Per brief", evidence }],
    metrics: [{ id: "me_n7", name: "Tevredenheid", measure: "CSAT", unit: "punten" }],
    goals: [
      {
        id: "go_n8",
        title: "Sneller klaar",
        kind: "quantitative",
        measure: "wait",
        baseline: 6.5,
        target: 2,
        unit: "dagen",
        by: "2027-06-30",
      },
    ],
    actions: [
      {
        id: "ac_n3",
        title: "Oplossen: Het duurt lang",
        owner: "Service",
        by: "2027-01-31",
        status: "doing",
        solves: ["pn_n2"],
      },
    ],
    backstage: {
      frontstage: ["Balie", "Chatbot"],
      process: "Tarieven",
      system: "CRM",
      unit: "Webteam",
    },
    evidence: [evidence],
    opens: "jo_other",
    notes: "Nog bespreken",
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}, 60_000);

test("what another writes into a field does not take away what one is typing", async () => {
  const page = await open("touchpoint");
  const field = page.getByLabel("Wat de klant zegt dat hij doet");
  await field.press("End");
  await field.pressSequentially(" een");
  await page.evaluate(() => window.other("title", "Ik zoek", "Vandaag: Ik zoek"));
  await field.pressSequentially(" tarief");
  await field.press("Enter");
  await expect.poll(() => field.inputValue()).toBe("Vandaag: Ik zoek een tarief");
  await field.pressSequentially("!");
  await field.blur();
  const [touchpoint] = (await journeyOf(page)).episodes[0]?.touchpoints ?? [];
  expect(touchpoint?.title).toBe("Vandaag: Ik zoek een tarief!");
}, 30_000);

test("ten megabytes pasted into a field are cut to what fits, and that is told", async () => {
  const page = await open("touchpoint");
  await page.getByLabel("Notities").evaluate((field) => {
    const data = new DataTransfer();
    data.setData("text/plain", "x".repeat(10_000_000));
    field.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await page.getByText("de eerste 4.000 tekens").waitFor();
  await page.getByLabel("Notities").press("Enter");
  await page.getByLabel("Notities").blur();
  const [touchpoint] = (await journeyOf(page)).episodes[0]?.touchpoints ?? [];
  expect(touchpoint?.notes?.length).toBe(4000);
}, 30_000);

test("every field of the journey as a whole can be given a value on the page", async () => {
  const page = await open("journey");
  await write(page, "Titel", "Overstappen");
  await choose(page, "Staat", "Toekomstige reis");
  await choose(page, "Taal", "Nederlands");
  await choose(page, "Gebaseerd op", "Een andere reis");
  await write(page, "Scenario", "na een verhuizing");
  await write(page, "Afbakening: waar het begint en eindigt, en voor wie", "Consumenten");
  await write(page, "Eigenaar", "Klantbeleving");
  await write(page, "Opnieuw bekijken voor", "2027-02-01");
  const first = await add(page, "goals");
  await write(first, "Titel", "In goede handen");
  await choose(first, "Soort", "een ervaring");
  const second = await add(page, "goals");
  await write(second, "Titel", "Sneller");
  await second.getByLabel("In goede handen").check();
  const persona = page.locator('[data-item="pe_a"]');
  await write(persona, "Toelichting", "Is druk");
  await write(persona, "Wil 1", "Rust");
  await choose(persona, "Voeg een voorwaarde toe", "leeftijd");
  await persona.getByText("4 van 9 klantreizen").waitFor();
  await persona.getByRole("button", { name: "+ Bewijs" }).click();
  await rests(persona.locator('[data-list="evidence"] > .inspect-item'));
  const member = await add(page, "team");
  await write(member, "Naam", "Bo");
  await write(member, "Afdeling", "Service");
  await write(member, "Rol", "Teamleider");
  await write(member, "Akkoord op", "2026-11-20");
  await member.getByLabel("Verantwoordelijk voor de hele klantreis").check();
  await page.locator('.inspect > [data-list="evidence"] > button.inspect-add').click();
  await rests(page.locator('.inspect > [data-list="evidence"] > .inspect-item'));

  const { episodes: _, ...whole } = await journeyOf(page);
  expect(whole).toEqual({
    spoor: "journey/1",
    id: "jo_test",
    title: "Overstappen",
    language: "nl",
    state: "future",
    basedOn: "jo_other",
    scenario: "na een verhuizing",
    scope: "Consumenten",
    owner: "Klantbeleving",
    reviewBy: "2027-02-01",
    personas: [
      {
        id: "pe_a",
        name: "Anna",
        text: "Is druk",
        predicate: { leeftijd: ["jong"] },
        goals: ["Rust"],
        evidence: [evidence],
      },
    ],
    goals: [
      { id: "go_n1", title: "In goede handen", kind: "qualitative" },
      { id: "go_n2", title: "Sneller", kind: "quantitative", serves: ["go_n1"] },
    ],
    team: [
      {
        id: "mb_n3",
        name: "Bo",
        unit: "Service",
        role: "Teamleider",
        accountable: true,
        signed: "2026-11-20",
      },
    ],
    evidence: [evidence],
  });
}, 60_000);

test("rows of the map are added, named, hidden, moved and taken away", async () => {
  const page = await open("lanes");
  const own = await add(page, "lanes");
  await write(own, "Naam", "Systemen");
  const usual = await add(page, "lanes");
  await choose(usual, "Toont", "gevoel");
  await usual.getByLabel("Verborgen").check();
  await add(page, "lanes");
  await page
    .locator('[data-item="ln_n3"]')
    .getByRole("button", { name: /^Verwijder/ })
    .click();
  await page
    .locator('[data-item="ln_n2"]')
    .getByRole("button", { name: /hoger$/ })
    .click();
  expect((await journeyOf(page)).lanes).toEqual([
    { id: "ln_n2", kind: "emotion", title: "Nieuwe rij", hidden: true },
    { id: "ln_n1", kind: "text", title: "Systemen" },
  ]);
}, 30_000);

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
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}, 60_000);

test("something is said of the way to the next touchpoint, and of the way to any other", async () => {
  const page = await open("touchpoint");
  const next = page.getByRole("region", { name: "op weg naar “Ik koop”" });
  await next.getByRole("button", { name: "+ Pijnpunt" }).click();
  await write(next, "Titel", "Opnieuw inloggen");
  await next.getByRole("button", { name: "+ Kans" }).click();
  await write(next.locator('[data-list="opportunities"]'), "Titel", "Onthoud mij");
  await choose(page, "Op weg naar een ander contactmoment", "Ik bel");
  const other = page.getByRole("region", { name: "op weg naar “Ik bel”" });
  await other.getByRole("button", { name: "+ Kans" }).click();
  await write(other, "Titel", "Geef een nummer");
  expect(await page.getByLabel("Op weg naar een ander contactmoment").count()).toBe(0);
  expect((await journeyOf(page)).transitions).toEqual([
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
}, 30_000);

test("a new journey below a touchpoint is made under its title, and the keyboard stays there", async () => {
  const page = await open("touchpoint");
  await page.getByRole("button", { name: "een nieuwe klantreis hieronder" }).click();
  await page.waitForFunction(() => document.activeElement?.tagName === "SELECT");
  expect((await journeyOf(page)).episodes[0]?.touchpoints[0]?.opens).toBe("jo_new");
}, 30_000);

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
}, 30_000);

test("what stands in the team’s own rows is written beside the touchpoint", async () => {
  const page = await open("lanes");
  await write(await add(page, "lanes"), "Naam", "Wetgeving");
  await page.evaluate(() => window.show("touchpoint"));
  await write(page, "Wetgeving", "Art. 7");
  expect((await journeyOf(page)).episodes[0]?.touchpoints[0]?.cells).toEqual({ ln_n1: "Art. 7" });
  await write(page, "Wetgeving", "");
  expect((await journeyOf(page)).episodes[0]?.touchpoints[0]?.cells).toBeUndefined();
}, 30_000);

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
  expect((await journeyOf(page)).exceptions).toEqual([
    { id: "ex_a", rule: "no-metric", at: "tp_a", reason: "Wordt elders gemeten" },
  ]);
  await exception.getByRole("button", { name: /^Verwijder/ }).click();
  expect((await journeyOf(page)).exceptions).toBeUndefined();
}, 30_000);
