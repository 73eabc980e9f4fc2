import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readCsv } from "../../src/core/map/exchange/csv.ts";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";

const desk = { viewport: { width: 1440, height: 900 }, locale: "nl-NL" };
const phone = { viewport: { width: 390, height: 844 }, locale: "nl-NL", hasTouch: true };

let browser: Browser;
let spoor: RunningSpoor;
let map: string;
let touchpoints: readonly { readonly id: string; readonly title: string }[];

beforeAll(async () => {
  [spoor, browser] = await Promise.all([startSpoor(), openBrowser()]);
});
beforeEach(async () => {
  const made = await ask("POST", "/w/own/maps", { language: "nl", template: "complaint" });
  map = made.id;
  const { episodes } = await ask("GET", `/w/own/maps/${map}`);
  touchpoints = episodes.flatMap((episode: { touchpoints: unknown[] }) => episode.touchpoints);
});

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

// oxlint-disable-next-line typescript/no-explicit-any -- an answer of any endpoint
async function ask(method: string, path: string, body?: unknown, status = 200): Promise<any> {
  const response = await fetch(`${spoor.address}/api${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  expect(response.status).toBe(status);
  return response.json();
}

async function open(address: string, options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.on("dialog", () => expect.fail("a script ran"));
  page.on("pageerror", (error) => expect.fail(error.message));
  await page.goto(new URL(address, spoor.address).href);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

async function linked(): Promise<{ share: string; secret: string }> {
  const wish = { kind: "note", figures: false, author: "Sanne" };
  const { share, secret } = await ask("POST", `/w/own/maps/${map}/shares`, wish);
  return { share: share.id, secret };
}

// oxlint-disable-next-line typescript/no-explicit-any -- notes as the API tells them
async function notesOf(of = map): Promise<any[]> {
  const { notes } = await ask("GET", `/w/own/field-notes?map=${of}`);
  return notes.map(({ note }: { note: unknown }) => note);
}

let drawn = 0;
async function noted(part: object): Promise<string> {
  drawn += 1;
  const id = `note-of-a-browser-test-${drawn}`;
  const note = {
    kind: "service",
    day: "2026-11-20",
    author: "Fatima",
    map,
    elements: [touchpoints[0]!.id],
    person: null,
    segment: null,
    text: "Belde twee keer.",
    quotes: [],
    feeling: null,
    n: 1,
    pain: null,
    opportunity: null,
    picture: null,
    ...part,
  };
  await ask("POST", "/w/own/field-notes", { id, note });
  return id;
}

async function isFine(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await atRest(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
}

test("on a phone a note is made in four touches, on one screen, and it is there", async () => {
  const { secret } = await linked();
  const page = await open(`/s/${secret}`, phone);
  await page.evaluate(() => {
    const counted = window as unknown as { touched: number };
    counted.touched = 0;
    for (const kind of ["click", "input"])
      addEventListener(
        kind,
        (event) => {
          const { target } = event;
          // Typing is one thing to do, however many letters; a touch of a choice is told as both.
          const isChoice = target instanceof HTMLInputElement && target.type !== "text";
          const isText = target instanceof HTMLTextAreaElement;
          if (
            kind === "click" ? !isText && !(target instanceof HTMLLabelElement) && !isChoice : true
          )
            counted.touched += 1;
        },
        true,
      );
  });
  await isFine(page);
  const send = page.getByRole("button", { name: "Noteer" });
  await expect.poll(() => send.isDisabled()).toBe(true);
  const begun = Date.now();
  await page.getByLabel("Wat gebeurde er?").fill("Wachtte een uur op antwoord");
  await page.getByLabel(touchpoints[1]!.title, { exact: true }).check();
  await page.getByRole("radio", { name: "heel slecht (−2)" }).check();
  await send.click();
  await page.getByText("Genoteerd. Dank je wel.").waitFor();
  const took = Date.now() - begun;
  expect(await page.evaluate(() => (window as unknown as { touched: number }).touched)).toBe(4);
  console.log(`a field note took ${took} ms of machine time in four things to do`);
  const [note] = await notesOf();
  expect(note).toMatchObject({
    kind: "service",
    elements: [touchpoints[1]!.id],
    text: "Wachtte een uur op antwoord",
    feeling: -2,
    outside: true,
    quotes: [],
  });
  const { height, page: whole } = await page.evaluate(() => ({
    height: innerHeight,
    page: document.documentElement.scrollHeight,
  }));
  expect(whole).toBeLessThanOrEqual(height);
  await isFine(page);

  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Nog een");
  await page.keyboard.press("Enter");
  await page.getByLabel("Wat gebeurde er?").waitFor();
  await expect.poll(() => page.getByRole("radio", { checked: true }).count()).toBe(0);
  const fits = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  expect(fits, "the form fits on one screen").toBeLessThanOrEqual(0);
  await page.getByPlaceholder("Zoek een moment").fill(touchpoints[2]!.title.slice(0, 12));
  await page.getByLabel(touchpoints[2]!.title, { exact: true }).check();
  await page.getByLabel("Wat gebeurde er?").fill("Vroeg naar de prijs");
  await page.getByLabel(/^De woorden van de klant/).fill("Wat kost dat?");
  await page.getByLabel("Soort").selectOption("Verkoop");
  await page.getByLabel(/^Je naam/).fill("Ben");
  await send.click();
  await page.getByText("Genoteerd. Dank je wel.").waitFor();
  await expect
    .poll(async () => (await notesOf())[0])
    .toMatchObject({
      kind: "sales",
      author: "Ben",
      elements: [touchpoints[2]!.id],
      quotes: [{ text: "Wat kost dat?" }],
    });
});

test("without a connection notes wait on the phone, also through a reload, and arrive once", async () => {
  const { secret } = await linked();
  const page = await open(`/s/${secret}`, phone);
  await page.context().setOffline(true);
  await page.getByText("Geen verbinding.").waitFor();
  for (const text of ["Eerste", "Tweede"]) {
    await page.getByLabel("Wat gebeurde er?").fill(text);
    await page.getByRole("button", { name: "Noteer" }).click();
    await page.getByText("Bewaard op deze telefoon.").waitFor();
    await page.getByRole("button", { name: "Nog een" }).click();
  }
  expect(await notesOf()).toEqual([]);
  await page.getByLabel("Wat gebeurde er?").fill("Half af");
  // The server has the note, but its answer is lost on the way.
  await page.route(
    "**/api/s/*/field-notes",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.context().setOffline(false);
  await page.reload();
  await expect.poll(() => page.getByLabel("Wat gebeurde er?").inputValue()).toBe("Half af");
  await expect.poll(async () => (await notesOf()).map(({ text }) => text)).toHaveLength(2);
  await page.getByText("Geen verbinding.").waitFor({ state: "detached" });
  expect(new Set((await notesOf()).map(({ text }) => text))).toEqual(new Set(["Eerste", "Tweede"]));
});

test("a link that was withdrawn takes nothing, says so, and leaves the text to be copied", async () => {
  const { share, secret } = await linked();
  const page = await open(`/s/${secret}`, phone);
  await ask("DELETE", `/w/own/maps/${map}/shares/${share}`);
  await page.getByLabel("Wat gebeurde er?").fill("Net te laat");
  await page.getByRole("button", { name: "Noteer" }).click();
  await page.getByText(/^Niet aangenomen: ‘Net te laat’\. Deze link is ingetrokken/).waitFor();
  await isFine(page);
  await page.reload();
  await page.getByRole("heading", { name: "Deze link werkt niet meer" }).waitFor();
  expect(await notesOf()).toEqual([]);
});

test("at a desk notes are written, found, changed and thrown away, and each of that taken back", async () => {
  await noted({ elements: [], map: null, text: "Losse opmerking", kind: "interview" });
  const page = await open("/w/own/notes", desk);
  await isFine(page);
  await page.getByRole("button", { name: "Schrijf een veldnotitie" }).click();
  const sheet = page.getByRole("dialog", { name: "Nieuwe veldnotitie" });
  await sheet.getByLabel("Wat gebeurde er?").fill("Drie bezoekers zochten de balie");
  await sheet.getByLabel("Soort").selectOption("Observatie");
  await sheet.getByLabel("Voor hoeveel mensen het staat").fill("3");
  await sheet.getByRole("button", { name: "Voeg een citaat toe" }).click();
  await sheet.getByLabel("Citaat 1", { exact: true }).fill("Waar moet ik zijn?");
  await sheet.getByLabel(/^Gezegd door/).fill("bezoeker");
  await sheet.getByLabel("Kaart").selectOption(map);
  await sheet.getByLabel(touchpoints[0]!.title, { exact: true }).check();
  await sheet.getByRole("radio", { name: "slecht (−1)", exact: true }).check();
  await isFine(page);
  await sheet.getByRole("button", { name: "Bewaar" }).click();
  await sheet.waitFor({ state: "detached" });
  const line = page.getByRole("listitem").filter({ hasText: "Drie bezoekers" });
  await line.getByText("n = 3").waitFor();
  await expect
    .poll(async () => (await notesOf())[0])
    .toMatchObject({
      kind: "observation",
      n: 3,
      feeling: -1,
      elements: [touchpoints[0]!.id],
      quotes: [{ text: "Waar moet ik zijn?", by: "bezoeker" }],
    });

  await line.getByRole("button", { name: /^Wijzig: Drie/ }).click();
  const again = page.getByRole("dialog", { name: "Veldnotitie wijzigen" });
  await again.getByLabel("Wat gebeurde er?").fill("Vier bezoekers zochten de balie");
  await again.getByRole("button", { name: "Bewaar" }).click();
  await page.getByText("De notitie is gewijzigd.").waitFor();
  await page.getByRole("button", { name: "Ongedaan maken" }).click();
  await line.waitFor();

  await line.getByRole("button", { name: /^Verwijder: Drie/ }).click();
  await line.waitFor({ state: "detached" });
  await expect.poll(() => notesOf()).toEqual([]);
  await page.getByRole("button", { name: "Ongedaan maken" }).click();
  await line.waitFor();
  await line.getByRole("button", { name: /^Verwijder: Drie/ }).click();
  await page.getByText("Prullenbak (1 notitie)").click();
  await isFine(page);
  await page.getByRole("button", { name: /^Zet terug/ }).click();
  await line.waitFor();

  await page.getByLabel("Nog nergens bij gezet").check();
  await line.waitFor({ state: "detached" });
  await page.getByText("Losse opmerking").waitFor();
  await page.getByLabel("Nog nergens bij gezet").uncheck();
  await page.getByLabel("Kaart").selectOption(map);
  await page.getByLabel("Contactmoment", { exact: true }).selectOption(touchpoints[0]!.title);
  await line.waitFor();
  await page.getByPlaceholder("Zoek in de notities").fill("waar moet");
  await expect.poll(() => page.getByRole("listitem").filter({ hasText: "n = " }).count()).toBe(1);
  await page.getByLabel("Soort").selectOption("Verkoop");
  await page.getByText("Geen notitie past bij deze keuzes.").waitFor();
});

test("a link for the field is made with its code, and can be withdrawn where links are", async () => {
  const page = await open("/w/own/notes", desk);
  await page.getByRole("button", { name: "Link voor het veld" }).click();
  const sheet = page.getByRole("dialog", { name: "Link voor het veld" });
  await sheet.getByLabel("Over welke kaart").selectOption(map);
  await sheet.getByRole("button", { name: "Maak de link" }).click();
  const link = await sheet.getByRole("textbox", { name: "Link voor het veld" }).inputValue();
  await sheet.getByRole("img", { name: /^QR-code/ }).waitFor();
  await isFine(page);
  const form = await open(link, phone);
  await form.getByLabel("Wat gebeurde er?").waitFor();
  const [share] = await ask("GET", `/w/own/maps/${map}/shares`);
  expect(share).toMatchObject({ kind: "note", figures: false });
  const days = (Date.parse(share.expires) - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBeGreaterThanOrEqual(89);
  expect(Math.round(days)).toBeLessThanOrEqual(91);
  const maps = await open(`/w/own/map/${map}`, desk);
  await maps.getByRole("button", { name: "Delen" }).click();
  await maps.getByRole("button", { name: /^Trek in/ }).click();
  await maps.getByText(/ingetrokken/).waitFor();
  await form.reload();
  await form.getByRole("heading", { name: "Deze link werkt niet meer" }).waitFor();
});

test("in the drawer a quote and a feeling become claims resting on research, and undo takes them back", async () => {
  const [first] = touchpoints;
  const quotes = [{ id: "q", text: "Niemand belde terug", by: "vaste klant" }];
  await noted({ quotes, feeling: -2, n: 3 });
  const page = await open(`/w/own/map/${map}`, desk);
  const rests = page.getByRole("figure", { name: "Waar de kaart op rust" });
  const before = await rests.innerText();
  await page.getByRole("columnheader", { name: first!.title }).click();
  const drawer = page.getByRole("dialog", { name: first!.title });
  const told = drawer.locator("[data-section=field]");
  await told.getByText("Niemand belde terug").waitFor();
  await told.getByText("Service · 20 nov 2026 · n = 3 · voelt heel slecht").waitFor();
  await isFine(page);
  // A note that comes while the drawer is open shows by itself.
  await noted({ feeling: 0, text: "Vroeg naar de status" });
  await told.getByText("Vroeg naar de status").waitFor();
  await told.getByText("2 notities, n = 4").waitFor();

  await told.getByRole("button", { name: /^Zet op de kaart als citaat/ }).click();
  await told.getByText("citaat, op de kaart").waitFor();
  await told.getByRole("button", { name: "Zet op de kaart als gevoel" }).click();
  await told.getByText("op de kaart", { exact: true }).waitFor();
  const claims = async () => {
    const { episodes } = await ask("GET", `/w/own/maps/${map}`);
    const { emotions = [], quotes: said = [], evidence } = episodes[0].touchpoints[0];
    return { emotions, said, evidence };
  };
  await expect.poll(claims).toMatchObject({
    emotions: [
      {
        value: -0.75,
        scale: [-2, 2],
        evidence: { kind: "research", n: 4, date: "2026-11-20", source: "2 veldnotities" },
      },
    ],
    evidence: [{ kind: "research", n: 3 }],
  });
  await expect
    .poll(async () => (await claims()).said.at(-1))
    .toMatchObject({
      text: "Niemand belde terug",
      by: "vaste klant",
      evidence: {
        kind: "research",
        n: 3,
        date: "2026-11-20",
        source: "Veldnotitie (service) van Fatima",
      },
    });
  await noted({ feeling: 2, text: "Blij" });
  await told.getByRole("button", { name: "Werk bij op de kaart" }).click();
  await expect.poll(async () => (await claims()).emotions[0].evidence.n).toBe(5);
  await isFine(page);
  await page.keyboard.press("Escape");
  await expect.poll(() => rests.innerText()).not.toBe(before);
  await page.keyboard.press("e");
  for (let undone = 0; undone < 3; undone += 1)
    await page.getByRole("button", { name: /^Ongedaan maken/ }).click();
  await expect.poll(async () => (await claims()).said.length).toBe(0);
  await expect.poll(async () => (await claims()).evidence).toMatchObject([{ kind: "assumed" }]);
});

test("hostile text is text: in the list, in the drawer, on the map, in a spreadsheet", async () => {
  const script = '<img src=x onerror="alert(1)"><script>alert(1)</script>';
  const formula = '=HYPERLINK("http://x.example";"klik")';
  const quotes = [{ id: "q", text: script, by: "‮omgedraaid" }];
  await noted({
    text: formula,
    quotes,
    author: "@som",
    pain: script,
    opportunity: "W".repeat(900),
  });
  const page = await open(`/w/own/notes?maps=${map}`, desk);
  await page.getByText(formula, { exact: true }).waitFor();
  await isFine(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Bewaar als CSV" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain(`;"'=HYPERLINK(""http`);
  expect(readCsv(text.slice(1))[1]?.[4]).toBe(formula);
  await page.goto(`${spoor.address}/w/own/map/${map}?at=${touchpoints[0]!.id}`);
  const told = page.locator("[data-section=field]");
  await told.getByText(formula, { exact: true }).waitFor();
  await told.getByRole("button", { name: /^Zet op de kaart als citaat/ }).click();
  await told.getByText("citaat, op de kaart").waitFor();
  await isFine(page);
});
