import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReviewPair, WhoState } from "../../src/protocol/identity/who.ts";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { startSpoor, type RunningSpoor } from "./running-spoor.ts";

let spoor: RunningSpoor;
let browser: Browser;
let page: Page;

/** Thirty customers, eight of them a second time with another number and a typing error. */
const crowd = Array.from({ length: 38 }, (_, nth) => {
  const person = nth % 30;
  const letter = (by: number) => String.fromCodePoint(97 + ((person * by) % 26));
  const name = `${letter(7)}${letter(11)}${letter(3)}${letter(17)}${letter(5)}a`;
  return [
    `k${nth}`,
    `m${nth}@mail.nl`,
    `${letter(5).toUpperCase()}${letter(9)}${letter(15)}e`,
    nth < 30 ? `${name}stra` : `${name}srta`,
    `19${40 + person}-0${1 + (person % 9)}-1${person % 7}`,
    `06${12_345_678 + person * 76_543}`,
    "Bought",
    `2026-01-${10 + (nth % 20)}`,
  ].join(",");
});
const csv = ["Nr,Mail,Voornaam,Achternaam,Geboortedatum,Telefoon,What,When", ...crowd].join("\n");
const mapping = {
  spoor: "mapping/1",
  sources: [
    {
      name: "shop",
      rows: [
        {
          who: { customer: "Nr", email: "Mail" },
          what: "What",
          time: "When",
          attributes: {
            Voornaam: "Voornaam",
            Achternaam: "Achternaam",
            Geboortedatum: "Geboortedatum",
            Telefoon: "Telefoon",
          },
        },
      ],
    },
  ],
};

async function api<T>(method: string, path: string, body?: string): Promise<T> {
  const response = await fetch(`${spoor.address}/api/w/own/${path}`, {
    method,
    ...(body !== undefined && { body }),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()) as T;
}

beforeAll(async () => {
  spoor = await startSpoor({ demo: false });
  const { upload } = await api<{ upload: string }>("POST", "uploads?name=shop.csv", csv);
  await api("POST", "imports", JSON.stringify({ uploads: [upload], mapping }));
  for (let state = ""; state !== "done"; await pause(200))
    state = (await api<{ state: string }[]>("GET", "imports"))[0]?.state ?? "";
  browser = await openBrowser();
  page = await (await browser.newContext({ locale: "en" })).newPage();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

async function clean(): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await atRest(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

const shot = (name: string) => {
  const folder = process.env["SPOOR_SHOTS"];
  return folder === undefined
    ? Promise.resolve()
    : page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

/** How many pairs are open, once all is in people's journeys. */
async function open(): Promise<WhoState["open"]> {
  for (;;) {
    const state = await api<WhoState>("GET", "who");
    if (state.deriving === null && state.searching === null) return state.open;
    await pause(100);
  }
}

const SLOW = 300_000;

test(
  "probable links are sought, decided on with the keyboard, and every decision is taken back",
  async () => {
    page.setDefaultTimeout(180_000);
    await page.goto(`${spoor.address}/w/own/who`);
    await page.getByRole("heading", { name: "Who is who" }).waitFor();
    const start = page.getByRole("button", { name: "Look for probable links" });
    await expect.poll(() => start.isDisabled()).toBe(true);
    await clean();
    await page.getByLabel("Your name").pressSequentially("Anna");
    await start.click();
    await page.getByText("8 pairs are sure").waitFor();
    const found = await open();
    expect(found.sure).toBe(8);
    const table = page.getByRole("table");
    await table.getByText("same birth date").waitFor();
    await expect.poll(() => table.getByText("same telephone number").count()).toBe(1);
    await clean();
    await shot("who");

    await page.getByRole("button", { name: "Next", exact: true }).focus();
    const place = page.getByText(/^Pair 1 of the first/);
    await page.keyboard.press("ArrowRight");
    await page.getByText(/^Pair 2 of the first/).waitFor();
    await page.keyboard.press("ArrowLeft");
    await place.waitFor();
    await page.keyboard.press("s");
    await page.getByText("Made one person.").waitFor();
    await page.keyboard.press("d");
    await page.getByText("Kept apart.").waitFor();
    await page.keyboard.press("l");
    await page.getByText("Put off.").waitFor();
    await expect.poll(() => open()).toEqual({ ...found, sure: 5, later: 1 });
    await page.keyboard.press("u");
    await page.getByText("Taken back.").waitFor();
    await expect.poll(() => open()).toEqual({ ...found, sure: 6 });

    await page.getByRole("button", { name: "Accept all 6" }).click();
    await page.getByText("This makes one person of each of 6 pairs").waitFor();
    await page.getByRole("button", { name: "Accept all 6" }).click();
    await page.getByText("6 pairs: one person each").waitFor();
    await expect.poll(async () => (await open()).sure).toBe(0);
    await shot("who-decided");
    await clean();
    for (let left = 3; left > 0; left -= 1) {
      const back = page.getByRole("button", { name: "Take back" });
      await expect.poll(() => back.count(), { timeout: 60_000 }).toBe(left);
      await back.first().click();
    }
    await expect
      .poll(() => page.getByRole("button", { name: "Take back" }).count(), { timeout: 60_000 })
      .toBe(0);
    await expect.poll(() => open()).toEqual(found);
  },
  SLOW,
);

test(
  "a person's page tells what ties him; cutting shows who he falls apart into, and is undone",
  async () => {
    page.setDefaultTimeout(180_000);
    const [pair] = await api<ReviewPair[]>("GET", "who/review?limit=1");
    const person = pair!.sides[0].person;
    await page.goto(`${spoor.address}/w/own/people/${person}`);
    const ties = page.getByRole("region", { name: "Why this is one person" });
    await ties.getByText("stood in one row of shop (shop.csv)").waitFor();
    const before = await page
      .getByText(/moment/)
      .first()
      .innerText();
    expect(await ties.getByText("@mail.nl").count()).toBe(0);
    await ties.getByRole("button", { name: "Show identifiers in full" }).click();
    await ties.getByText("@mail.nl").first().waitFor();
    await clean();
    await shot("ties");
    await ties.getByRole("button", { name: /^Cut:/ }).click();
    await ties.getByText("He falls apart into 2").waitFor();
    await shot("parting");
    await clean();
    await ties.getByLabel("Why, in a few words (optional)").fill("two people share this address");
    await ties.getByRole("button", { name: "Cut", exact: true }).click();
    await ties.getByRole("heading", { name: "Cut off from this person" }).waitFor();
    await ties.getByText(/Anna decided on .* two people share this address/).waitFor();
    await open();
    await ties.getByRole("button", { name: "Take the decision back" }).click();
    await ties.getByRole("heading", { name: "What ties them" }).waitFor();
    await open();
    await page.reload();
    await ties.getByText("stood in one row of shop (shop.csv)").waitFor();
    await expect
      .poll(() =>
        page
          .getByText(/moment/)
          .first()
          .innerText(),
      )
      .toBe(before);
  },
  SLOW,
);

test(
  "limits and blocked values are set on the page, derived anew, and undone",
  async () => {
    page.setDefaultTimeout(180_000);
    await page.goto(`${spoor.address}/w/own/who`);
    const email = page.getByRole("group", { name: /^email/ });
    await email.getByText("38 known, none shared").waitFor();
    await email.getByLabel("Values that identify nobody, one a line").fill("m3@mail.nl");
    await page.getByRole("button", { name: "Save and derive anew" }).click();
    await email.getByText("38 known, 1 shared").waitFor();
    await page.getByText("blocked", { exact: false }).last().waitFor();
    await clean();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await email.getByText("38 known, none shared").waitFor();
    await expect
      .poll(() => email.getByLabel("Values that identify nobody, one a line").inputValue())
      .toBe("");
  },
  SLOW,
);
