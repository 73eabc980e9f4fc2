import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { throughMore } from "./more-door.ts";
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

type Stored = {
  readonly episodes: readonly {
    readonly title: string;
    readonly touchpoints: readonly {
      readonly title: string;
      readonly doing?: string;
      readonly emotions?: readonly { readonly value: number }[];
    }[];
  }[];
};

async function blankMap(name: string): Promise<{ readonly api: string; readonly page: string }> {
  const made = await fetch(`${spoor.address}/api/workspaces`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name }),
  });
  const { slug } = (await made.json()) as { slug: string };
  const api = `${spoor.address}/api/w/${slug}/maps/jo_test`;
  const put = await fetch(api, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      spoor: "journey/1",
      id: "jo_test",
      title: "Test",
      state: "current",
      episodes: [{ id: "ep_1", title: "Ik …", touchpoints: [{ id: "tp_1", title: "Ik …" }] }],
    }),
  });
  expect(put.status, await put.text()).toBeLessThan(300);
  return { api, page: `${spoor.address}/w/${slug}/map/jo_test` };
}

async function stored(api: string): Promise<Stored> {
  return (await (await fetch(api)).json()) as Stored;
}

async function editing(address: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1500, height: 900 },
    locale: "nl-NL",
  });
  await context.addInitScript(() => {
    localStorage.setItem("spoor.editing", "1");
    localStorage.setItem("spoor.name", "Anna");
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForSelector("[data-editing] .cell");
  return page;
}

const saved = (page: Page) => page.waitForSelector(".edit-state[data-state=saved]");

test("two episodes and six touchpoints with emotions are made with the keyboard alone", async () => {
  const { api, page: address } = await blankMap("Keyboard");
  const page = await editing(address);
  const head = (column: number) => page.locator(`[data-row="0"][data-column="${column}"]`);
  const focused = (row: number | string, column: number) =>
    page.waitForSelector(`[data-row="${row}"][data-column="${column}"]:focus`);
  await head(1).focus();
  for (let at = 1; at <= 6; at++) {
    await focused(0, at);
    await page.keyboard.press("Enter");
    await page.waitForSelector("textarea.cell-editor:focus");
    await page.keyboard.type(`Stap ${at}`);
    await page.keyboard.press("Enter");
    await focused(0, at);
    if (at < 6) await page.keyboard.press(at === 3 ? "Control+Shift+Enter" : "Control+Enter");
  }
  const row = await page.locator('[data-lane="emotion"] .cell').first().getAttribute("data-row");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  for (let down = 0; down < Number(row); down++) await page.keyboard.press("ArrowDown");
  await focused(row ?? "", 1);
  await page.keyboard.press("Enter");
  for (const value of ["1", "-1", "0.5", "-2", "1.5", "2"]) {
    await page.waitForSelector("input.cell-editor:focus");
    await page.keyboard.type(value);
    await page.keyboard.press("Tab");
  }
  await saved(page);
  await expect
    .poll(async () =>
      (await stored(api)).episodes.map(({ touchpoints }) =>
        touchpoints.map(({ title, emotions }) => [title, emotions?.[0]?.value]),
      ),
    )
    .toEqual([
      [
        ["Stap 1", 0.5],
        ["Stap 2", -0.5],
        ["Stap 3", 0.25],
      ],
      [
        ["Stap 4", -1],
        ["Stap 5", 0.75],
        ["Stap 6", 1],
      ],
    ]);
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await head(6).focus();
  await page.keyboard.press("Alt+Shift+ArrowLeft");
  await focused(0, 5);
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect
    .poll(async () => (await stored(api)).episodes[1]?.touchpoints.map(({ title }) => title))
    .toEqual(["Stap 4", "Stap 5", "Stap 6"]);
});

test("what one does the other sees, and what was done offline arrives", async () => {
  const { api, page: address } = await blankMap("Together");
  const one = await editing(address);
  const other = await editing(address);
  const write = async (page: Page, row: string, text: string) => {
    await page.locator(`${row}[data-column="1"]`).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".cell-editor:focus");
    await page.keyboard.press("Control+a");
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  };
  await write(one, ".touchpoint", "Ik bel");
  await other.waitForSelector('.touchpoint:has-text("Ik bel")');
  await one.context().setOffline(true);
  await one.waitForSelector(".edit-state[data-state=offline]");
  await write(one, '[data-lane="doing"] .cell', "Zonder verbinding");
  await write(other, ".touchpoint", "Ik bel terug");
  await one.context().setOffline(false);
  await other.waitForSelector('.cell:has-text("Zonder verbinding")');
  await one.waitForSelector('.touchpoint:has-text("Ik bel terug")');
  await saved(one);
  await expect
    .poll(async () => (await stored(api)).episodes[0]?.touchpoints[0])
    .toMatchObject({
      title: "Ik bel terug",
      doing: "Zonder verbinding",
    });
});

test("what stands behind a touchpoint and the map as a whole is changed in the drawer", async () => {
  const { api, page: address } = await blankMap("Behind");
  const page = await editing(address);
  await page.getByRole("button", { name: "Over deze kaart" }).click();
  await page.getByRole("dialog").waitFor();
  // What is still fading in has the contrast of a moment.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished)).then(() => null),
  );
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).include("[role=dialog]").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.locator(".touchpoint").hover();
  await page
    .getByRole("button", { name: /^Doen met “Ik/ })
    .last()
    .click();
  await page.getByRole("menuitem", { name: "Alles over dit contactmoment" }).click();
  const doing = page.getByRole("dialog").getByLabel(/Wat de klant doet/);
  await doing.fill("Belt de klantenservice");
  await doing.blur();
  await saved(page);
  await expect
    .poll(async () => (await stored(api)).episodes[0]?.touchpoints[0]?.doing)
    .toBe("Belt de klantenservice");
});

test("a click makes a field of a cell, Esc leaves what stood there, and hostile text is text", async () => {
  const { api, page: address } = await blankMap("Pointer");
  const page = await editing(address);
  const cell = page.locator('[data-lane="doing"] .cell').first();
  await cell.click();
  await page.locator("textarea.cell-editor").fill("<img src=x onerror=alert(1)>");
  await page.keyboard.press("Enter");
  await page.waitForSelector('.cell:has-text("<img src=x onerror=alert(1)>")');
  await cell.click();
  await page.locator("textarea.cell-editor").fill("anders");
  await page.keyboard.press("Escape");
  await page.waitForSelector(".cell-editor", { state: "detached" });
  await saved(page);
  await expect
    .poll(async () => (await stored(api)).episodes[0]?.touchpoints[0]?.doing)
    .toBe("<img src=x onerror=alert(1)>");
});

test("what is added at the end comes into view; what is typed over a cell begins with its first sign", async () => {
  const { api, page: address } = await blankMap("At the end");
  const page = await editing(address);
  for (const title of ["Ik kijk rond", "Ik vraag een vriend"]) {
    await page.getByRole("button", { name: "+ Contactmoment" }).click();
    await page.waitForFunction(() => document.activeElement?.matches("[data-row='0']"));
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
  }
  await page.getByRole("button", { name: "+ Episode" }).click();
  await page.waitForFunction(() => document.activeElement?.matches("[data-row='0']"));
  await page.keyboard.type("Ik kies");
  await page.keyboard.press("Enter");
  const row = await page.locator('[data-lane="emotion"] .cell').first().getAttribute("data-row");
  await page.locator(`[data-row="${row}"][data-column="1"]`).focus();
  await page.keyboard.type("-0,5");
  await page.keyboard.press("Enter");
  await saved(page);
  await expect
    .poll(async () => (await stored(api)).episodes[0]?.touchpoints[0]?.emotions?.[0]?.value)
    .toBe(-0.25);
  await expect
    .poll(async () =>
      (await stored(api)).episodes.map(({ touchpoints }) => touchpoints.map(({ title }) => title)),
    )
    .toEqual([["Ik …", "Ik kijk rond", "Ik vraag een vriend"], ["Ik kies"]]);
  await page.context().close();
});

test("a channel is chosen where it stands; a version that is restored is one step of undo", async () => {
  const { api, page: address } = await blankMap("Channel");
  const page = await editing(address);
  const head = page.locator('[data-row="0"][data-column="1"]');
  const channel = async () => {
    const { episodes } = (await stored(api)) as unknown as {
      episodes: { touchpoints: { channel?: string }[] }[];
    };
    return episodes[0]?.touchpoints[0]?.channel ?? null;
  };
  await head.hover();
  await head.getByRole("button", { name: "Kanaal" }).click();
  await page.getByRole("menuitemradio", { name: "WhatsApp" }).click();
  await head.getByText("WhatsApp").waitFor();
  await saved(page);
  await expect.poll(() => channel()).toBe("whatsapp");

  const kept = await fetch(`${api}/versions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ author: { client: "client-test", name: "Anna" }, name: "Met WhatsApp" }),
  });
  expect(kept.status).toBe(200);
  // The channel that it has is taken away by choosing it again.
  await head.getByRole("button", { name: "Kanaal: WhatsApp" }).click();
  await page.getByRole("menuitemradio", { name: "WhatsApp" }).click();
  await head.getByText("WhatsApp").waitFor({ state: "detached" });
  await saved(page);

  await throughMore(page, "Versies");
  const sheet = page.getByRole("dialog");
  await sheet
    .getByRole("button", { name: /Herstel/ })
    .last()
    .click();
  await sheet.getByRole("button", { name: "Herstel", exact: true }).last().click();
  await head.getByText("WhatsApp").waitFor();
  await sheet.and(page.locator(":focus-within")).waitFor();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await head.getByText("WhatsApp").waitFor({ state: "detached" });
  await saved(page);
  await expect.poll(() => channel()).toBeNull();
  await page.context().close();
});
