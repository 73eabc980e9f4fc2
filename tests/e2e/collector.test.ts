import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { LiveSource } from "../../src/protocol/event/source.ts";
import { openBrowser } from "./browser.ts";
import { siteWith } from "./other-site.ts";
import { startSpoor, type RunningSpoor } from "./running-spoor.ts";

let spoor: RunningSpoor;
let browser: Browser;
let key: string;
let context: BrowserContext;
let page: Page;
let site: Awaited<ReturnType<typeof siteWith>>;

beforeAll(async () => {
  spoor = await startSpoor({ demo: false });
  browser = await openBrowser();
  const made = await fetch(`${spoor.address}/api/w/own/sources`, {
    method: "POST",
    body: JSON.stringify({ name: "Site" }),
  });
  key = ((await made.json()) as LiveSource).keys[0]!.shown;
});
afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  site = await siteWith(`<!doctype html><title>Rates</title>
    <button>Choose this rate</button><a href="#more" data-spoor="more">x</a>
    <form name="move" action="javascript:void 0"><input name="secret" value="hush"><button>Send</button></form>
    <script src="${spoor.address}/spoor.js" data-key="${key}"></script>`);
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(`${site.address}rates?utm_source=letter`);
});
afterEach(async () => {
  await context.close();
  await site[Symbol.asyncDispose]();
});

type Sent = { what?: string; type: string; who: Record<string, string>; attributes: object };

/** What the page sends from now on. */
function listen(): Sent[] {
  const sent: Sent[] = [];
  page.on("request", (request) => {
    if (!request.url().includes("/api/events")) return;
    sent.push(...(JSON.parse(request.postData() ?? "{}") as { events: Sent[] }).events);
  });
  return sent;
}

const kept = () => page.evaluate(() => Object.keys(localStorage));
const agree = (agrees: boolean) =>
  page.evaluate((agrees) => {
    (globalThis as unknown as { spoor: { consent(agrees: boolean): void } }).spoor.consent(agrees);
  }, agrees);

/** Agrees, and waits until the first that is told of him has arrived. */
async function agreed(): Promise<void> {
  const answered = page.waitForResponse(/api\/events/);
  await agree(true);
  await answered;
}

test("nothing is sent or kept before the visitor agrees; then what he did on the page is told", async () => {
  const sent = listen();
  await page.getByRole("button", { name: "Choose this rate" }).click();
  await page.getByRole("link").click();
  await page.getByRole("button", { name: "Send" }).click();
  await page.waitForTimeout(1500);
  expect(sent).toEqual([]);
  expect(await kept()).toEqual([]);
  expect(await context.cookies()).toEqual([]);

  const answered = page.waitForResponse(/api\/events/);
  await agree(true);
  expect(await (await answered).json()).toMatchObject({
    results: sent.map(() => ({ state: "accepted" })),
  });
  expect(sent.map(({ what, attributes }) => [what, attributes])).toEqual([
    [
      "page",
      {
        title: "Rates",
        campaign: null,
        "campaign source": "letter",
        "campaign medium": null,
        referrer: "",
      },
    ],
    ["click", { name: "Choose this rate" }],
    ["click", { name: "more" }],
    ["click", { name: "Send" }],
    ["form sent", { name: "move" }],
  ]);
  expect(JSON.stringify(sent)).not.toContain("hush");
  expect(await context.cookies()).toEqual([]);
});

type Said = { purpose: string; said: string; text: string; how: string; page: boolean };
const say = (words: object, about: object = {}) =>
  page.evaluate(
    ([words, about]) => {
      const { spoor } = globalThis as unknown as { spoor: { consent(w: object, a: object): void } };
      spoor.consent(words as object, about as object);
    },
    [words, about],
  );
const identify = (who: string) =>
  page.evaluate((who) => {
    (globalThis as unknown as { spoor: { identify(who: string): void } }).spoor.identify(who);
  }, who);

/** What Spoor has of the words of whoever has this identifier, oldest first. */
async function wordsOf(value: string): Promise<Omit<Said, "page">[]> {
  const call = async (path: string, body?: object) =>
    (
      await fetch(`${spoor.address}/api/w/own/${path}`, {
        ...(body && { method: "POST", body: JSON.stringify(body) }),
      })
    ).json();
  const { people } = (await call("people/find", { value })) as { people: { person: string }[] };
  if (people.length === 0) return [];
  const { history } = (await call(`people/${people[0]!.person}/consent`)) as { history: Said[] };
  return history
    .toReversed()
    .map(({ purpose, said, text, how, page: byPage }) => {
      expect(byPage).toBe(true);
      return { purpose, said, text, how };
    })
    .toSorted((a, b) => (a.purpose < b.purpose ? -1 : 1));
}

test("what the visitor agrees to is kept per purpose, with the version of the text that he saw", async () => {
  await identify("cons-1");
  await say({ marketing: true, sharing: false }, { text: "2026-11" });
  await expect
    .poll(() => wordsOf("cons-1"))
    .toEqual([
      { purpose: "marketing", said: "yes", text: "2026-11", how: "page" },
      { purpose: "sharing", said: "no", text: "2026-11", how: "page" },
    ]);
  // He said nothing about being followed: nothing else is told, and nothing kept.
  expect(await kept()).toEqual([]);
  const sent = listen();
  await page.getByRole("button", { name: "Choose this rate" }).click();
  await say({ marketing: false }, { text: "2026-11", how: "preferences" });
  await expect
    .poll(async () => (await wordsOf("cons-1")).map(({ said, how }) => [said, how]), {
      timeout: 60_000,
    })
    .toEqual([
      ["yes", "page"],
      ["no", "preferences"],
      ["no", "page"],
    ]);
  expect(sent.map(({ type, who }) => [type, who])).toEqual([
    ["consent", { cookie: null, customer: "cons-1" }],
  ]);
});

test("a purpose that visitors are followed for decides whether they are; nobody's word waits until it is known whose", async () => {
  await page.setContent(
    `<title>Rates</title><button>Choose this rate</button>
    <script src="${spoor.address}/spoor.js" data-key="${key}" data-follows="statistics"></script>`,
  );
  await page.waitForFunction(() => "spoor" in globalThis);
  const sent = listen();
  await say({ marketing: true });
  await page.waitForTimeout(1000);
  expect(sent).toEqual([]);
  await say({ statistics: true }, { text: "3 nl" });
  await expect.poll(() => sent.map(({ type }) => type)).toEqual(["event", "consent", "consent"]);
  expect(await kept()).toContain("spoor.device");
  const cookie = sent[0]!.who["cookie"]!;
  await expect
    .poll(async () => (await wordsOf(cookie)).map(({ purpose, said }) => [purpose, said]), {
      timeout: 60_000,
    })
    .toEqual([
      ["marketing", "yes"],
      ["statistics", "yes"],
    ]);
  await say({ statistics: false });
  await expect
    .poll(async () => (await wordsOf(cookie)).map(({ purpose, said }) => [purpose, said]), {
      timeout: 60_000,
    })
    .toEqual([
      ["marketing", "yes"],
      ["statistics", "yes"],
      ["statistics", "no"],
    ]);
  expect(await kept()).toEqual(["spoor.consent"]);
});

test("who refuses is forgotten, and stays so at the next page", async () => {
  await agreed();
  await agree(false);
  expect(await kept()).toEqual(["spoor.consent"]);
  const sent = listen();
  await page.reload();
  await page.getByRole("button", { name: "Choose this rate" }).click();
  await page.waitForTimeout(1500);
  expect(sent).toEqual([]);
});

test("what happens without a connection is told when it returns, after another page too", async () => {
  await agreed();
  const down = "**/api/events*";
  await page.route(down, (route) => route.abort());
  const failed = page.waitForEvent("requestfailed", (request) =>
    request.url().includes("/api/events"),
  );
  await page.getByRole("button", { name: "Choose this rate" }).click();
  await failed;
  await page.reload();
  const sent = listen();
  await page.unroute(down);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect.poll(() => sent.map(({ what }) => what)).toContain("click");
  const [first] = sent;
  expect(new Set(sent.map(({ who }) => who["cookie"])).size).toBe(1);
  expect(first?.who["cookie"]).toMatch(/^[0-9a-f]{32}$/);
});

test("a page that a site draws by itself is a page", async () => {
  await agreed();
  const sent = listen();
  await page.evaluate(() => history.pushState(null, "", "/move"));
  await expect.poll(() => sent.map(({ what }) => what)).toEqual(["page"]);
});

test("the collector is smaller than 4 kB, packed", async () => {
  const script = await (await fetch(`${spoor.address}/spoor.js`)).arrayBuffer();
  expect(script.byteLength).toBeGreaterThan(500);
  expect(gzipSync(script).length).toBeLessThan(4096);
});
