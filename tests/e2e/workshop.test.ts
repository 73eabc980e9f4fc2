import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Locator, Page } from "@playwright/test";
import { decodeQR } from "qr/decode.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCsv } from "../../src/core/map/exchange/csv.ts";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { throughMore } from "./more-door.ts";
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
  map = (await ask("POST", "/w/own/maps", { language: "nl", template: "complaint" })).id;
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

/** A workshop that was opened without the page; its id and where guests come in. */
async function opened(dots = 5): Promise<{ id: string; secret: string; at: string }> {
  const asked = { question: "Wat doet het meeste pijn?", dots, author: "Sanne" };
  const { workshop, secret } = await ask("POST", `/w/own/maps/${map}/workshops`, asked);
  return { id: workshop.id, secret, at: `/s/${secret}` };
}

async function written(secret: string, text: string, element: string | null = null) {
  const guest = { id: "guest-by-wire", name: "Wim" };
  return ask("POST", `/s/${secret}/notes`, { guest, element, kind: "pain", text });
}

async function notesOf(id: string) {
  return (await ask("GET", `/w/own/maps/${map}/workshops/${id}`)).notes;
}

async function join(at: string, name: string, options = phone): Promise<Page> {
  const page = await open(at, options);
  await page.getByLabel("Je naam").fill(name);
  await page.getByRole("button", { name: "Doe mee" }).click();
  await page.getByText(`Je doet mee als ${name}`).waitFor();
  return page;
}

async function write(page: Page, at: string, kind: string, text: string): Promise<void> {
  await page.getByRole("button", { name: `Schrijf een briefje bij: ${at}`, exact: true }).click();
  await page.getByLabel(kind, { exact: true }).check();
  await page.getByRole("textbox").fill(text);
  await page.getByRole("button", { name: "Plak het erbij" }).click();
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

/** What a phone's camera reads. */
async function scanned(code: Locator): Promise<string> {
  const picture = await code.evaluate(async (svg) => {
    const image = new Image();
    const text = new XMLSerializer().serializeToString(svg);
    image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [400, 400];
    const pen = canvas.getContext("2d")!;
    pen.drawImage(image, 0, 0, 400, 400);
    return [...pen.getImageData(0, 0, 400, 400).data];
  });
  return decodeQR({ width: 400, height: 400, data: Uint8Array.from(picture) });
}

test("at the table: a question, two phones, notes and dots, and a note that lands in the map", async () => {
  const [first] = touchpoints;
  const lead = await open(`/w/own/map/${map}`, desk);
  await throughMore(lead, "Workshop");
  await isFine(lead);
  await lead.getByLabel("Je vraag").fill("Wat doet het meeste pijn?");
  await lead.getByLabel("Stippen per gast").fill("2");
  await lead.getByRole("button", { name: "Start de workshop" }).click();
  const link = await lead.getByRole("textbox", { name: "Link voor gasten" }).inputValue();
  expect(await scanned(lead.getByRole("img", { name: /^QR-code/ }))).toBe(link);
  await lead.getByText("0 gasten · 0 briefjes · 0 stippen").waitFor();
  const wall = await lead.context().newPage();
  const way = await lead.getByRole("link", { name: /Open de muur/ }).getAttribute("href");
  await wall.goto(spoor.address + way);
  await wall.getByText("Hier verschijnen jullie briefjes.").waitFor();
  expect(await scanned(wall.getByRole("img", { name: /^QR-code/ }))).toBe(link);

  const fatima = await open(link, phone);
  await isFine(fatima);
  await fatima.close();
  const [ann, ben] = [await join(link, "Ann"), await join(link, "Ben")];
  await write(ann, first!.title, "Pijnpunt", "Niemand belde terug");
  await write(ben, "De hele reis", "Idee", "Eén vast gezicht");
  await ben.getByRole("button", { name: /^Geef een stip aan: Niemand/ }).click();
  await ben.getByRole("button", { name: /^Geef nog een stip aan: Niemand/ }).click();
  await ben.getByText("Nog 0 van je 2 stippen").first().waitFor();
  await ben.getByRole("button", { name: /^Geef een stip aan: Eén vast/ }).click();
  await ben.getByText("Je stippen zijn op.").waitFor();
  await ben.getByRole("button", { name: /^Neem je stip terug van: Niemand/ }).click();
  await ben.getByRole("button", { name: /^Geef een stip aan: Eén vast/ }).click();
  await ann.getByRole("button", { name: /^Geef een stip aan: Niemand.*\(1 stip / }).click();
  await ann.getByRole("button", { name: "Op stippen" }).click();
  await expect
    .poll(() => ann.locator(".guest-note .note-text").allTextContents())
    .toEqual(["Niemand belde terug", "Eén vast gezicht"]);
  await isFine(ann);
  await wall.getByRole("img", { name: "2 stippen in totaal" }).waitFor();
  await isFine(wall);

  await lead.getByText("2 gasten · 2 briefjes · 3 stippen").waitFor();
  await isFine(lead);
  const note = lead.getByRole("listitem").filter({ hasText: "Niemand belde" }).first();
  await note.getByRole("button", { name: /^Zet op de kaart als pijnpunt/ }).click();
  await note.getByText("Op de kaart als pijnpunt").waitFor();
  await ann.getByText("overgenomen op de kaart").waitFor();
  await lead.getByRole("button", { name: "Sluiten" }).click();
  await lead.getByRole("gridcell", { name: /Niemand belde terug/ }).waitFor();
  await lead.getByRole("img", { name: "1 briefje uit de workshop" }).waitFor();

  await lead.keyboard.press("e");
  await lead.getByRole("button", { name: /^Ongedaan maken: Briefje op de kaart/ }).click();
  await lead.getByRole("gridcell", { name: /Niemand belde terug/ }).waitFor({ state: "detached" });
  await ann.getByText("overgenomen op de kaart").waitFor({ state: "detached" });
  await lead.getByRole("button", { name: /^Opnieuw: Briefje op de kaart/ }).click();
  await ann.getByText("overgenomen op de kaart").waitFor();
  const { episodes } = await ask("GET", `/w/own/maps/${map}`);
  expect(episodes[0].touchpoints[0].pains.at(-1)).toMatchObject({
    title: "Niemand belde terug",
    evidence: { kind: "assumed", source: "Workshop: Wat doet het meeste pijn?" },
  });

  await lead.keyboard.press("e");
  await throughMore(lead, "Workshop");
  await lead.getByRole("button", { name: "Sluit de workshop af" }).click();
  await lead.getByRole("button", { name: "Sluit af", exact: true }).click();
  await ann.getByRole("heading", { name: "Dank je wel voor het meedoen" }).waitFor();
  await isFine(ann);
  await expect.poll(() => ann.getByRole("button", { name: /stip|briefje/ }).count()).toBe(0);
  await wall.getByText("De workshop is afgesloten. Dank jullie wel.").waitFor();
  const late = { guest: { id: "guest-too-late", name: "Laat" }, element: null, kind: "idea" };
  const secret = link.split("/").at(-1)!;
  await ask("POST", `/s/${secret}/notes`, { ...late, text: "Nog één" }, 409);
});

test("without a connection nothing typed is lost, and it arrives once", async () => {
  const { id, secret, at } = await opened();
  const other = await written(secret, "Te duur");
  const page = await join(at, "Ann");
  await page.context().setOffline(true);
  await page.getByText("Geen verbinding.").waitFor();
  await write(page, "De hele reis", "Kans", "Bel zelf even");
  await page.getByText("onderweg").waitFor();
  await page.getByRole("button", { name: /^Geef een stip aan: Te duur/ }).click();
  await page.getByRole("button", { name: /^Geef een stip aan: Bel zelf/ }).click();
  await page.getByText("Nog 3 van je 5 stippen").first().waitFor();
  expect(await notesOf(id)).toMatchObject([{ id: other.id, dots: 0 }]);
  await page.context().setOffline(false);
  await page.getByText("onderweg").waitFor({ state: "detached" });
  await page.getByText("Geen verbinding.").waitFor({ state: "detached" });
  await expect
    .poll(() => notesOf(id))
    .toMatchObject([
      { text: "Te duur", dots: 1 },
      { text: "Bel zelf even", author: "Ann", dots: 1 },
    ]);

  // The server has the note, but its answer is lost on the way.
  await page.route(
    "**/api/s/*/notes",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await write(page, "De hele reis", "Idee", "Eén nummer");
  await page.getByText("onderweg").waitFor({ state: "detached" });
  await expect
    .poll(async () => (await notesOf(id)).map(({ text }: { text: string }) => text))
    .toEqual(["Te duur", "Bel zelf even", "Eén nummer"]);

  await page.getByRole("button", { name: "Schrijf een briefje bij: De hele reis" }).click();
  await page.getByRole("textbox").fill("Half af");
  await page.reload();
  await expect.poll(() => page.getByRole("textbox").inputValue()).toBe("Half af");
  await page.getByRole("textbox").fill("x".repeat(283));
  await page.getByText("3 tekens te veel").first().waitFor();
  await expect
    .poll(() => page.getByRole("button", { name: "Plak het erbij" }).isDisabled())
    .toBe(true);
});

test("what could not arrive before the end is told with its text, and can be taken along", async () => {
  const { id, at } = await opened();
  const page = await join(at, "Ann");
  await page.context().setOffline(true);
  await write(page, "De hele reis", "Idee", "Net te laat");
  await page.getByText("onderweg").waitFor();
  await page.getByRole("button", { name: "Schrijf een briefje bij: De hele reis" }).click();
  await page.getByRole("textbox").fill("Nog niet af");
  await ask("POST", `/w/own/maps/${map}/workshops/${id}/close`);
  await page.context().setOffline(false);
  await page.getByRole("heading", { name: "Dank je wel voor het meedoen" }).waitFor();
  await page.getByText("Niet geplaatst: ‘Net te laat’.").waitFor();
  await page.getByText("Je was nog aan het schrijven: ‘Nog niet af’").waitFor();
  await isFine(page);
  await page.getByRole("button", { name: "Begrepen" }).click();
  await expect.poll(() => page.getByText("Net te laat").count()).toBe(0);
  await expect.poll(() => notesOf(id)).toEqual([]);
});

test("a guest takes back what is his own, by keyboard, in his own language", async () => {
  const { id, secret, at } = await opened();
  await written(secret, "Of another");
  const page = await open(at, { ...phone, locale: "en-GB" });
  await page.getByLabel("Your name").focus();
  await page.keyboard.type("Ann");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Write a note on: The whole journey" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("textarea:focus").waitFor();
  await page.keyboard.type("Mine");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Ann · yours").waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-write")))
    .toBe("");
  await expect
    .poll(() => page.getByRole("button", { name: /^Take back your note/ }).count())
    .toBe(1);
  await page.getByRole("button", { name: "Take back your note: Mine" }).focus();
  await page.keyboard.press("Enter");
  await page.locator(".sure-deeds .button:focus").waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("Ann · yours").waitFor({ state: "detached" });
  await expect.poll(() => notesOf(id)).toMatchObject([{ text: "Of another" }]);
  await page.getByRole("button", { name: "Nederlands" }).click();
  await page.getByRole("heading", { name: "De hele reis" }).waitFor();
});

test("hostile text is text: on the phone, the wall, the map, and in a spreadsheet", async () => {
  const { id, secret, at } = await opened();
  const script = '<img src=x onerror="alert(1)"><script>alert(1)</script>';
  const formula = '=HYPERLINK("http://x.example";"klik")';
  const turned = "\u202Eomgedraaid\u2066 \u0000?".replace("\u0000", "");
  const element = touchpoints[1]!.id;
  for (const text of [script, formula, turned, "W".repeat(280)])
    await written(secret, text, element);
  const guest = await join(at, "<b>Ann</b>");
  const wall = await open(`/w/own/map/${map}/wall/${id}`, desk);
  const lead = await open(`/w/own/map/${map}`, desk);
  await throughMore(lead, "Workshop");
  for (const page of [guest, wall, lead]) {
    await page.getByText(script, { exact: true }).waitFor();
    await isFine(page);
  }
  const [download] = await Promise.all([
    lead.waitForEvent("download"),
    lead.getByRole("button", { name: "Bewaar als CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^workshop-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain(`;"'=HYPERLINK(""http`);
  const [head, ...rows] = readCsv(text.slice(1));
  expect(head).toEqual([
    "Stippen",
    "Soort",
    "Briefje",
    "Contactmoment",
    "Episode",
    "Van",
    "Wanneer",
    "Op de kaart als",
  ]);
  expect(rows.map(([, kind, note, at_]) => [kind, note, at_])).toEqual(
    [script, formula, turned, "W".repeat(280)].map((note) => [
      "Pijnpunt",
      note,
      touchpoints[1]!.title,
    ]),
  );

  await lead.getByRole("button", { name: `Verwijder briefje: ${script}` }).click();
  await lead.getByRole("button", { name: "Verwijder", exact: true }).first().click();
  await guest.getByText(script, { exact: true }).waitFor({ state: "detached" });
  await lead.getByRole("button", { name: "Sluiten" }).click();
  await lead.getByRole("columnheader", { name: touchpoints[1]!.title }).click();
  const drawer = lead.getByRole("dialog", { name: touchpoints[1]!.title });
  await drawer.getByText(formula, { exact: true }).waitFor();
  await isFine(lead);
});

test("a computer that does not know the link gets one of its own; a link that was withdrawn says so", async () => {
  const { id, at } = await opened();
  const wall = await open(`/w/own/map/${map}/wall/${id}`, desk);
  await wall.getByRole("button", { name: "Laat de code zien" }).click();
  const link = await scanned(wall.getByRole("img", { name: /^QR-code/ }));
  const [ann, ben] = [await join(at, "Ann"), await join(link, "Ben")];
  await write(ben, "De hele reis", "Citaat", "Had ik het maar geweten");
  await ann.getByText("Had ik het maar geweten").waitFor();
  const shares = await ask("GET", `/w/own/maps/${map}/shares`);
  for (const share of shares.slice(0, 2))
    await ask("DELETE", `/w/own/maps/${map}/shares/${share.id}`);
  for (const page of [ann, ben]) {
    await page.getByRole("heading", { name: "Deze link werkt niet meer" }).waitFor();
    await isFine(page);
  }
  await expect
    .poll(() => notesOf(id))
    .toMatchObject([{ text: "Had ik het maar geweten", kind: "quote" }]);
});

test("a link that is over says so kindly", async () => {
  const wish = { kind: "read", figures: false, author: "Sanne" };
  const expires = new Date(Date.now() + 5000).toISOString();
  const { secret } = await ask("POST", `/w/own/maps/${map}/shares`, { ...wish, expires });
  await expect.poll(() => Date.now()).toBeGreaterThan(Date.parse(expires));
  const page = await open(`/s/${secret}`, phone);
  await page.getByRole("heading", { name: "Deze link werkt niet meer" }).waitFor();
  await page.getByText("nu verlopen").waitFor();
});
