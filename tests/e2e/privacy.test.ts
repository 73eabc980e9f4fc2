import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Consent } from "../../src/core/people/consent.ts";
import type { FoundPeople } from "../../src/core/people/found-person.ts";
import type { PrivacyRequest } from "../../src/core/people/request.ts";
import { consentText } from "../../src/web/people/consent/text.ts";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
import { startSpoor, type RunningSpoor } from "./running-spoor.ts";

let spoor: RunningSpoor;
let browser: Browser;
const mail = "ann.smit@voorbeeld.example";
const patience = { timeout: 90_000 };

beforeAll(async () => {
  spoor = await startSpoor({ demo: false });
  browser = await openBrowser();
  const source = await ask<{ keys: { shown: string }[] }>("/sources", { name: "Shop" });
  const events = [
    { id: "1", what: "Order placed", who: { email: mail }, time: "2026-03-02T10:00:00Z" },
  ];
  await fetch(`${spoor.address}/api/events?key=${source.keys[0]!.shown}`, {
    method: "POST",
    body: JSON.stringify({ events }),
  });
  while ((await ask<{ people: number }>("/overview")).people < 1) await pause(100);
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});

async function ask<T>(path: string, body?: unknown, method = "POST"): Promise<T> {
  const sent = body === undefined ? {} : { method, body: JSON.stringify(body) };
  const answer = await fetch(`${spoor.address}/api/w/own${path}`, sent);
  expect(answer.ok, await answer.clone().text()).toBe(true);
  return (await answer.json()) as T;
}

async function clean(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await atRest(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
}

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env["SPOOR_SHOTS"];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

test("somebody asks what is held of him: noted, found, exported, answered", async () => {
  const page = await (await browser.newContext({ locale: "en" })).newPage();
  await page.goto(`${spoor.address}/w/own/privacy`);
  await page.getByRole("button", { name: "Note a request" }).click();
  await page.getByLabel("What is asked").selectOption("Access request");
  await page
    .getByRole("textbox", { name: /Your name/ })
    .first()
    .fill("Eva");
  await page.getByLabel("Identifier").fill(mail.toUpperCase());
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await page.getByRole("button", { name: /^This is him or her/ }).click();
  await clean(page);
  await page.getByRole("button", { name: "Note it" }).click();
  const line = page.locator(".requests > li", { hasText: "Access request 1" });
  await line.locator("summary").click();
  await line.getByRole("button", { name: "Identity is checked" }).click();
  await line.getByRole("button", { name: "Note it" }).click();
  await line.getByText(/from an address that we know on/).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    line.getByRole("link", { name: "JSON" }).click(),
  ]);
  const held = await readFile(await download.path(), "utf8");
  expect(JSON.parse(held)).toBeTypeOf("object");
  for (const text of [mail, "Order placed"]) expect(held).toContain(text);
  await line.getByText("access export made: JSON").waitFor();
  await line.getByRole("button", { name: "Close", exact: true }).first().click();
  await clean(page);
  await shot(page, "request");
  await line.locator(".request-step").getByRole("button", { name: "Close" }).click();
  await page.getByText("Closed requests (1)").waitFor();
  const { requests } = await ask<{ requests: PrivacyRequest[] }>("/privacy/requests");
  expect(
    requests.map(({ kind, end, steps }) => [
      kind,
      end,
      steps.map(({ what, who }) => `${what} ${who}`),
    ]),
  ).toEqual([["access", "done", ["received Eva", "identified Eva", "exported Eva", "closed Eva"]]]);
}, 400_000);

test("a customer sees on his phone what he agreed to, gives it and takes it back, with one press each", async () => {
  await ask(
    "/privacy/purposes/newsletter",
    { who: "Eva", name: "Newsletter", basis: "consent", description: "Once a week." },
    "PUT",
  );
  await ask("/privacy/purposes/newsletter/texts", {
    who: "Eva",
    since: "2026-01-01",
    en: "Write me once a week.",
    nl: "Schrijf me eens per week.",
  });
  const { people } = await ask<FoundPeople>("/people/find", { value: mail });
  const { person } = people[0]!;
  const { secret } = await ask<{ secret: string }>(`/people/${person}/consent-links`, {
    who: "Eva",
    days: 7,
  });
  const stands = async () => {
    const { consents } = await ask<{ consents: Consent[] }>(`/people/${person}/consent`);
    return consents.map(({ purpose, state, last }) => [purpose, state, last?.text ?? null]);
  };
  for (const locale of ["en", "nl"] as const) {
    const words = consentText[locale].own;
    const context = await browser.newContext({
      locale,
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    await page.goto(`${spoor.address}/c/${secret}`);
    const group = page.locator(".own-purpose");
    await group.waitFor();
    await clean(page);
    await shot(page, `consent-${locale}`);
    const button = group.locator("button");
    const state = () => group.getAttribute("data-state");
    await page.getByRole("heading", { name: words.title }).waitFor();
    // A thumb finds it, and nothing lies beyond the edge.
    const box = (await button.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
    await expect
      .poll(() =>
        page.evaluate(
          () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        ),
      )
      .toBe(true);
    const text = `1 ${locale}`;
    await button.tap();
    await expect.poll(state, patience).toBe("yes");
    await group.getByText(words.yes, { exact: true }).waitFor();
    await expect.poll(stands).toEqual([["newsletter", "yes", text]]);
    await clean(page);
    await button.tap();
    await expect.poll(state, patience).toBe("no");
    await group.getByText(words.no, { exact: true }).waitFor();
    await expect.poll(stands).toEqual([["newsletter", "no", text]]);
    await clean(page);
    await context.close();
  }
}, 400_000);
