import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Comment } from "../../src/protocol/map/comment.ts";
import { atRest } from "./at-rest.ts";
import { openBrowser } from "./browser.ts";
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

const anna = { id: "person-anna", name: "Anna de Wit" };
const bram = { id: "person-bram", name: "Bram" };

type Drawn = {
  readonly api: string;
  readonly page: string;
  readonly say: (author: typeof anna, element: string, text: string) => Promise<Comment>;
  readonly comments: () => Promise<Comment[]>;
};

async function send(address: string, method: string, body: unknown): Promise<Response> {
  const response = await fetch(address, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  return response;
}

async function drawnMap(name: string): Promise<Drawn> {
  const made = await send(`${spoor.address}/api/workspaces`, "POST", { name });
  const { slug } = (await made.json()) as { slug: string };
  const api = `${spoor.address}/api/w/${slug}/maps/jo_test`;
  await send(api, "PUT", {
    spoor: "journey/1",
    id: "jo_test",
    title: "Test",
    state: "current",
    team: [{ id: "mb_a", name: "Anna de Wit" }],
    episodes: [
      {
        id: "ep_1",
        title: "Ik zoek",
        touchpoints: [
          {
            id: "tp_1",
            title: "Ik kijk rond",
            pains: [{ id: "pn_1", title: "Traag", evidence: { kind: "assumed" } }],
          },
          { id: "tp_2", title: "Ik kies" },
        ],
      },
    ],
  });
  return {
    api,
    page: `${spoor.address}/w/${slug}/map/jo_test`,
    async say(author, element, text) {
      const said = await send(`${api}/comments`, "POST", { author, element, text });
      return (await said.json()) as Comment;
    },
    comments: async () => (await (await fetch(`${api}/comments`)).json()) as Comment[],
  };
}

/** A reader with a browser of his own; without a name, one who was never asked. */
async function reader(
  address: string,
  name: string | null,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    locale: "nl-NL",
    reducedMotion: "reduce",
    ...options,
  });
  if (name !== null)
    await context.addInitScript((known) => localStorage.setItem("spoor.name", known), name);
  const page = await context.newPage();
  page.on("dialog", () => expect.unreachable("a script ran"));
  await page.goto(address);
  await page.getByRole("button", { name: "Opmerkingen", exact: false }).first().waitFor();
  return page;
}

const door = (page: Page) => page.getByRole("button", { name: /^Opmerkingen( · \d+ nieuw)?$/ });
const sheet = (page: Page) => page.getByRole("dialog", { name: "Opmerkingen bij deze kaart" });
const thread = (page: Page, text: string) => page.locator("[data-thread]", { hasText: text });

async function violations(page: Page): Promise<string[]> {
  await atRest(page);
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test("who says something for the first time is asked his name once; a name completes behind an @", async () => {
  const map = await drawnMap("First");
  const page = await reader(map.page, null);
  await door(page).click();
  await sheet(page)
    .getByText(/aantekeningen in de marge/)
    .waitFor();
  expect(await violations(page)).toEqual([]);

  await page.getByLabel("Je naam, zoals anderen die zien").fill("Sanne");
  await page.getByLabel("Gaat over").selectOption({ label: "Ik kies" });
  await page.getByLabel("Je opmerking").focus();
  await page.keyboard.type("Klopt dit, @wi");
  await page.getByRole("option", { name: "Anna de Wit" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await page.keyboard.type("?");
  await page.keyboard.press("Control+Enter");
  await thread(page, "Klopt dit, @Anna de Wit ?").waitFor();
  const [said] = await map.comments();
  expect(said).toMatchObject({
    element: "tp_2",
    about: "Ik kies",
    author: { name: "Sanne" },
    text: "Klopt dit, @Anna de Wit ?",
    mentions: ["Anna de Wit"],
  });

  await page.reload();
  await door(page).click();
  await page.getByRole("button", { name: "Schrijf een opmerking" }).click();
  await page.locator("textarea:focus").waitFor();
  expect(await page.getByLabel("Je naam, zoals anderen die zien").count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Bewerk", exact: true }).click();
  await page.getByLabel("Je opmerking wijzigen").fill("Klopt dit?");
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await page.getByText("bewerkt", { exact: true }).waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe("Bewerk");
  await expect
    .poll(async () => (await map.comments())[0])
    .toMatchObject({ text: "Klopt dit?", mentions: [] });
  await page.getByRole("button", { name: "Verwijder", exact: true }).click();
  await page.locator(".talk-removal button:focus").waitFor();
  expect(await map.comments()).toHaveLength(1);
  await page.keyboard.press("Enter");
  await expect.poll(map.comments).toEqual([]);
  await page.waitForFunction(() => document.activeElement?.matches("[data-talk]"));
  await page.context().close();
});

test("two readers talk: what the one says is told to the other, answered and settled", async () => {
  const map = await drawnMap("Together");
  await map.say(anna, "tp_1", "Stond er al");
  const [one, two] = [await reader(map.page, "Anna de Wit"), await reader(map.page, "Sanne")];
  const head = two.getByRole("columnheader", { name: /Ik kijk rond/ });
  await head.getByRole("button", { name: "1 open opmerking bij “Ik kijk rond”" }).waitFor();
  expect(await door(two).textContent()).toBe("Opmerkingen");

  await door(one).click();
  await one.getByRole("button", { name: "Schrijf een opmerking" }).click();
  await one.getByLabel("Gaat over").selectOption({ label: "De episode “Ik zoek”" });
  await one.getByLabel("Je opmerking").fill("Is dit af, @Sanne?");
  await one.getByRole("button", { name: "Plaats" }).click();
  await two
    .locator("[role=status]", { hasText: "Anna de Wit schreef een opmerking over episode" })
    .waitFor({ state: "attached" });
  await expect.poll(() => door(two).textContent()).toBe("Opmerkingen · 1 nieuw");
  await two.getByRole("button", { name: "1 open opmerking, 1 nieuw bij “Ik zoek”" }).click();
  await thread(two, "Is dit af").waitFor();
  await expect
    .poll(() => thread(two, "Is dit af").evaluate((own) => own === document.activeElement))
    .toBe(true);
  await two.keyboard.press("Tab");
  await two.keyboard.press("Enter");
  await two.locator("textarea:focus").waitFor();
  await two.keyboard.type("Bijna");
  await two.keyboard.press("Control+Enter");
  await thread(one, "Bijna").waitFor();
  await thread(one, "Bijna").getByRole("button", { name: "Afhandelen" }).click();
  await thread(two, "Afgehandeld door Anna de Wit").waitFor();
  await thread(one, "Bijna").getByRole("button", { name: "Heropen" }).waitFor();
  await one.keyboard.press("Enter");
  await thread(two, "Afgehandeld door Anna de Wit").waitFor({ state: "detached" });
  await thread(one, "Bijna").getByRole("button", { name: "Afhandelen" }).waitFor();
  await one.keyboard.press("Enter");
  await thread(two, "Afgehandeld door Anna de Wit").waitFor();
  await thread(one, "Bijna").getByRole("button", { name: "Heropen" }).waitFor();
  await one.getByRole("button", { name: /^Open / }).click();
  await thread(one, "Bijna").waitFor({ state: "detached" });
  await two.keyboard.press("Escape");
  await sheet(two).waitFor({ state: "detached" });
  await expect.poll(() => door(two).textContent()).toBe("Opmerkingen");
  await door(two).click();
  await two.getByRole("button", { name: "Afgehandeld 1" }).click();
  await thread(two, "Bijna").getByRole("button", { name: "Heropen" }).click();
  await two.getByRole("button", { name: "Afgehandeld 0" }).waitFor();
  await Promise.all([one.context().close(), two.context().close()]);
});

test("N and P go from one unread to the next, and what was on the screen is read the next time", async () => {
  const map = await drawnMap("Unread");
  const page = await reader(map.page, "Sanne");
  // What is there at the first visit is not new: he must have looked before something is said.
  await page.waitForFunction(() =>
    Object.keys(localStorage).some((key) => key.startsWith("spoor.talk.")),
  );
  await map.say(anna, "tp_1", "Een");
  await map.say(bram, "tp_2", "Twee");
  await expect.poll(() => door(page).textContent()).toBe("Opmerkingen · 2 nieuw");
  await door(page).click();
  await thread(page, "Twee").waitFor();
  await sheet(page).and(page.locator(":focus-within")).waitFor();
  const active = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  for (const [key, at] of [
    ["n", "Anna de Wit over contactmoment “Ik kijk rond”"],
    ["n", "Bram over contactmoment “Ik kies”"],
    ["n", "Anna de Wit over contactmoment “Ik kijk rond”"],
    ["p", "Bram over contactmoment “Ik kies”"],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => active()).toBe(at);
  }
  await page.reload();
  // Of a comment that is new the name would say so.
  await page
    .getByRole("columnheader", { name: /Ik kies/ })
    .getByRole("button", { name: "1 open opmerking bij “Ik kies”" })
    .waitFor();
  await expect.poll(() => door(page).textContent()).toBe("Opmerkingen");
  await page.context().close();
});

test("a part of a touchpoint is spoken of in its drawer, and what was said outlives the part", async () => {
  const map = await drawnMap("Parts");
  const page = await reader(`${map.page}?at=tp_1`, "Sanne");
  const drawer = page.getByRole("dialog", { name: "Ik kijk rond" });
  await drawer.getByRole("button", { name: "Opmerking Traag" }).click();
  const pain = drawer.locator(".part-talk", { hasText: "Traag" });
  await pain.getByRole("button", { name: "Schrijf een opmerking" }).click();
  await pain.locator("textarea:focus").waitFor();
  await page.keyboard.type("Voor wie?");
  await page.keyboard.press("Control+Enter");
  await pain.locator("[data-thread]").waitFor();
  const section = drawer.locator("[data-section=talk]");
  await section.getByText("pijnpunt “Traag”").waitFor();
  expect(await violations(page)).toEqual([]);

  await send(`${map.api}/commands`, "POST", {
    author: { client: "test-client-1", name: "Bram" },
    commands: [{ number: 1, command: { do: "remove", at: "pn_1" } }],
  });
  await section.getByText("pijnpunt “Traag”").waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await door(page).click();
  await thread(page, "Voor wie?")
    .getByText("Ging over pijnpunt “Traag”, inmiddels verwijderd")
    .waitFor();
  await page.context().close();
});

test("a reaction is given and taken back, seen by others with the name of who gave it", async () => {
  const map = await drawnMap("Reactions");
  const one = await reader(`${map.page}?at=tp_1`, null);
  const two = await reader(map.page, "Bram");
  await one.getByRole("button", { name: "Idee" }).click();
  await one.getByLabel("Je naam, zoals anderen die zien").fill("Sanne");
  await one.keyboard.press("Enter");
  const given = one.getByRole("button", { name: "Idee 1: Sanne" });
  await given.waitFor();
  await expect.poll(() => given.getAttribute("aria-pressed")).toBe("true");
  expect(await violations(one)).toEqual([]);
  const seen = two
    .getByRole("columnheader", { name: /Ik kijk rond/ })
    .getByRole("img", { name: "Idee 1: Sanne" });
  await seen.waitFor();
  await given.click();
  await seen.waitFor({ state: "detached" });
  await Promise.all([one.context().close(), two.context().close()]);
});

test("hostile text stays text and inside the sheet, in the dark and on a phone", async () => {
  const map = await drawnMap("Hostile");
  await map.say(
    { ...anna, name: "\u202eAnna" },
    "tp_1",
    "<script>alert(1)</script> https://goed.example/a. \u202eomgekeerd",
  );
  await map.say(bram, "tp_1", "W".repeat(4000));
  await map.say(bram, "tp_2", "javascript:alert(1) data:text/html,<b>x</b>");
  for (const options of [
    { colorScheme: "dark" },
    { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  ] satisfies BrowserContextOptions[]) {
    const page = await reader(map.page, "Sanne", options);
    await door(page).click();
    await thread(page, "<script>alert(1)</script>").waitFor();
    await expect
      .poll(() =>
        sheet(page)
          .getByRole("link")
          .evaluateAll((links) => links.map((link) => link.getAttribute("href"))),
      )
      .toEqual(["https://goed.example/a"]);
    expect(
      await sheet(page).evaluate((dialog) => {
        const panel = dialog.parentElement!;
        return [
          panel.scrollWidth - panel.clientWidth,
          document.documentElement.scrollWidth - innerWidth,
        ];
      }),
    ).toEqual([0, 0]);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  }
});

test("what was typed is still there when the sheet was shut by mistake; near the limit it says so", async () => {
  const map = await drawnMap("Draft");
  const page = await reader(map.page, "Sanne");
  await door(page).click();
  await page.getByLabel("Je opmerking").fill("x".repeat(3990));
  await page.getByText("nog 10 tekens").waitFor();
  await page.keyboard.press("Escape");
  await sheet(page).waitFor({ state: "detached" });
  await door(page).click();
  await expect.poll(() => page.getByLabel("Je opmerking").inputValue()).toHaveLength(3990);
  await page.context().close();
});

test("people outside see neither comments nor reactions", async () => {
  const map = await drawnMap("Outside");
  await map.say(anna, "tp_1", "Onder ons");
  const shared = await send(`${map.api}/shares`, "POST", {
    kind: "read",
    figures: false,
    author: "Sanne",
    expires: null,
  });
  const { secret } = (await shared.json()) as { secret: string };
  const page = await (await browser.newContext({ locale: "nl-NL" })).newPage();
  await page.goto(`${spoor.address}/s/${secret}`);
  await page.getByText("Ik kijk rond").first().click();
  await page.getByRole("dialog", { name: "Ik kijk rond" }).waitFor();
  expect(await page.locator(".head-talk, .talk-reactions, .part-talk, .talk").count()).toBe(0);
  expect(await door(page).count()).toBe(0);
  await page.context().close();
});
