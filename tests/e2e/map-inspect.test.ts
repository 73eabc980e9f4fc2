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

test("every field of a touchpoint can be given a value on the page", async () => {
  const page = await open("touchpoint");
  await write(page, "Wat de klant zegt dat hij doet", "Ik zoek een tarief");
  await choose(page, "Kanaal", "web");
  await choose(page, "Wie gaat erover", "van ons");
  await choose(page, "Fase", "oriënteert zich");
  await write(page, "Belang voor de klant, 1–5", "5");
  await write(page, "Belang voor ons, 1–5", "3");
  await page.getByLabel("Moment of truth").check();
  await page.getByLabel("Klanten mogen dit overslaan").check();
  await page.getByLabel("Klanten mogen hier vaker komen").check();
  await write(page, "Wat de klant doet", "Kijkt rond");

  const emotion = await add(page, "emotions");
  await write(emotion, "Als getal, −2 tot 2", "-1,5");
  await choose(emotion, "Persona", "Anna");
  await choose(emotion, "Gevraagd op de schaal", "1 tot 5");
  await rests(emotion);

  const pain = await add(page, "pains");
  await expect
    .poll(() => pain.getByLabel("Titel").evaluate((field) => field === document.activeElement))
    .toBe(true);
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
  for (const where of ["Van de klanten bij", "Komt later bij"]) {
    const list = goal.getByRole("group", { name: where });
    await choose(list, "Contactmoment toevoegen", "Ik zoek een tarief");
    await list.getByLabel("Ik zoek een tarief").press("Space");
    await page.waitForFunction(() => document.activeElement?.matches("select"));
    expect(await list.getByRole("checkbox").count()).toBe(0);
    await choose(list, "Contactmoment toevoegen", "Ik zoek een tarief");
  }

  await write(page, "+ Gebeurtenis", "Gezocht");
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
    optional: true,
    repeats: true,
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
        among: ["tp_a"],
        reach: ["tp_a"],
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
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

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
});

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
});

test("every field of the journey as a whole can be given a value on the page", async () => {
  const page = await open("journey");
  await write(page, "Titel", "Overstappen");
  await choose(page, "Toestand", "Toekomstige reis");
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
});

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
  await expect
    .poll(async () => (await journeyOf(page)).lanes)
    .toEqual([
      { id: "ln_n2", kind: "emotion", title: "Nieuwe rij", hidden: true },
      { id: "ln_n1", kind: "text", title: "Systemen" },
    ]);
});
