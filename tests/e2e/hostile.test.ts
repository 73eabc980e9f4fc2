import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { mapFormatNames } from "../../src/core/map/exchange/formats.ts";
import { writeJourney } from "../../src/core/map/file.ts";
import { Journey } from "../../src/core/map/journey.ts";
import type { ExportFormat } from "../../src/protocol/map/export.ts";
import { elements, unzipped } from "../../src/server/map/export/parts.fixture.ts";
import { openBrowser } from "./browser.ts";
import { cellAt, editingPage, storeMap } from "./drawn-map.ts";
import { hostile, hostileIn, hostileMap, kindsOf } from "./hostile-map.ts";
import { startSpoor } from "./running-spoor.ts";
import type { RunningSpoor } from "./running-spoor.ts";
import { furnish, show, views, type Furnished } from "./views.ts";

let browser: Browser;
let spoor: RunningSpoor;
let furnished: Furnished;
let folder: string;
const map = hostileMap();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoor-hostile-"));
  [spoor, browser] = await Promise.all([startSpoor(), openBrowser()]);
  const { address } = spoor;
  const name = hostile[1].slice(0, 80);
  const { slug } = await sent(
    "POST",
    "/api/workspaces",
    { name },
    z.looseObject({ slug: z.string() }),
  );
  const other = Journey.parse({ ...map, id: "jo_other", state: "future", basedOn: map.id });
  for (const each of [map, other])
    await sent("PUT", `/api/w/${slug}/maps/${each.id}`, each, z.unknown());
  const touchpoint = map.episodes.flatMap(({ touchpoints }) => touchpoints)[0]?.id ?? "";
  const place = { address, workspace: slug, map: map.id, other: other.id, touchpoint };
  furnished = await furnish(place, (n) => hostile[n % hostile.length] ?? "");
});

afterAll(async () => {
  await browser?.close();
  await spoor?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

async function sent<T>(
  method: string,
  path: string,
  body: unknown,
  answer: z.ZodType<T>,
): Promise<T> {
  const response = await fetch(spoor.address + path, { method, body: JSON.stringify(body) });
  expect(response.status, await response.clone().text()).toBe(200);
  return answer.parse(await response.json());
}

/** A browser whose pages tell when anything ran, or was kept from running, that nobody of Spoor wrote. */
async function watched(): Promise<{ context: BrowserContext; told: string[] }> {
  const told: string[] = [];
  const context = await browser.newContext({ locale: "nl-NL", reducedMotion: "reduce" });
  context.on("dialog", (dialog) => {
    told.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("weberror", (error) => told.push(String(error.error())));
  context.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) told.push(message.text());
  });
  return { context, told };
}

/** What a page made of texts, other than text. */
function made(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    hit: (globalThis as { hit?: unknown }).hit ?? null,
    elements: [...document.querySelectorAll("[data-hostile]")].map((one) => one.outerHTML),
    links: [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
      .map(({ href }) => href)
      .filter((href) => !/^(?:https?|blob|mailto):/.test(href)),
  }));
}
const nothing = { hit: null, elements: [], links: [] };

/** Without the marks for line breaks that a page puts into long words, and spaces as they are seen. */
const plain = (text: string) => text.replaceAll("\u00AD", "").replaceAll(/\s+/g, " ");

test("every text field of the map that was stored is hostile", () => {
  const left = [...kindsOf(map)].filter((kind) => !hostileIn(map).has(kind));
  const closed =
    /\.(?:id|kind|date|by|link|hash|at|from|to|persona|opens|basedOn|channel|metric|ownership|stage|status|state|spoor|language|reviewBy|serves\[\]|among\[\]|reach\[\]|solves\[\])$/;
  expect(left.filter((kind) => !closed.test(kind))).toEqual([]);
  expect(hostileIn(map).size).toBeGreaterThan(60);
});

test.each(views.filter(({ data }) => !data))(
  "$name shows text, and runs nothing of it",
  async (view) => {
    const { context, told } = await watched();
    const page = await show(context, view, furnished);
    expect(await made(page)).toEqual(nothing);
    expect(told).toEqual([]);
    const shown = await page.evaluate(() => [
      document.body.innerText,
      ...[...document.querySelectorAll<HTMLInputElement>("input, textarea")].map(
        (one) => one.value,
      ),
    ]);
    const text = plain(shown.join(" "));
    const seen = hostile.filter((one) => text.includes(plain(one).slice(0, 40).trim()));
    if (!view.name.endsWith("link that is over")) expect(seen.length).toBeGreaterThan(0);
    await context.close();
  },
);

describe("as a file", () => {
  async function exported(format: ExportFormat): Promise<Buffer> {
    const path = `/api/w/${furnished.workspace}/maps/${map.id}/export?format=${format}&figures=0`;
    const response = await fetch(spoor.address + path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment/);
    return Buffer.from(await response.arrayBuffer());
  }

  test.each(["svg", "html"] as const)("%s runs nothing when it is opened", async (format) => {
    const file = join(folder, `map.${format}`);
    await writeFile(file, await exported(format));
    const { context, told } = await watched();
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.waitForTimeout(300);
    expect(await made(page)).toEqual(nothing);
    expect(told).toEqual([]);
    const text = plain((await page.evaluate(() => document.documentElement.textContent)) ?? "");
    expect(text).toContain(plain(hostile[0]).slice(0, 20));
    await context.close();
  });

  test.each(["svg", "cjml"] as const)("%s is well-formed", async (format) => {
    const names = elements((await exported(format)).toString());
    expect(
      [...names].filter((name) => /^(?:script|iframe|on\w+|data-hostile)$/.test(name)),
    ).toEqual([]);
  });

  test.each(["pptx", "xlsx"] as const)("%s is well-formed in all its parts", async (format) => {
    const parts = [...unzipped(await exported(format))].filter(([name]) => /xml|rels$/.test(name));
    expect(parts.length).toBeGreaterThan(5);
    const names = parts.flatMap(([, bytes]) => [...elements(bytes.toString())]);
    // A formula of a sheet would be an `f`.
    expect(names.filter((name) => /^(?:f|iframe|data-hostile)$/.test(name))).toEqual([]);
  });

  test("csv holds no formula", async () => {
    const text = (await exported("csv")).toString();
    const sign = map.language === "nl" ? ";" : ",";
    const cells = text.split(new RegExp(`[\\n${sign}](?=(?:[^"]*"[^"]*")*[^"]*$)`));
    expect(cells.length).toBeGreaterThan(100);
    const bare = cells.map((cell) => cell.replace(/^"/, ""));
    expect(bare.filter((cell) => /^[=+@\t\r]|^-(?![\d.,]+"?$)/.test(cell))).toEqual([]);
  });

  test("pdf and png are whole", async () => {
    const pdf = (await exported("pdf")).toString("latin1");
    expect([pdf.slice(0, 5), pdf.trimEnd().slice(-5)]).toEqual(["%PDF-", "%%EOF"]);
    const png = await exported("png");
    const [head, tail] = [png.subarray(1, 4), png.subarray(-8, -4)];
    expect([head, tail].map(String)).toEqual(["PNG", "IEND"]);
  });

  test.each(mapFormatNames)("%s comes in again, with the titles as they were", async (format) => {
    const path = `/api/w/own/maps/import?name=map&format=${format}`;
    const response = await fetch(spoor.address + path, {
      method: "POST",
      body: new Uint8Array(await exported(format)),
    });
    const answer = z.object({ journey: Journey }).parse(await response.json());
    const titles = ({ episodes }: Journey) =>
      episodes.flatMap(({ touchpoints }) => touchpoints.map(({ title }) => plain(title).trim()));
    expect(titles(answer.journey)).toEqual(titles(map));
  });

  test.each(["json", "yaml"] as const)("%s is the map itself", async (format) => {
    const text = (await exported(format)).toString();
    const path = `/api/w/own/maps/import?name=map&format=${format}`;
    const response = await fetch(spoor.address + path, { method: "POST", body: text });
    const { journey } = z.object({ journey: Journey }).parse(await response.json());
    expect(writeJourney({ ...journey, id: map.id })).toBe(writeJourney(map));
  });
});

describe("typed and pasted on the page", () => {
  const episodes = [
    {
      id: "ep_1",
      title: "Ik begin",
      touchpoints: [{ id: "tp_1", title: "Ik bel" }],
    },
  ];
  const saved = (page: Page) => page.waitForSelector(".edit-state[data-state=saved]");

  test("in every cell and every field it stays text", async () => {
    const drawn = await storeMap(spoor.address, "Typed", { title: "Getypt", episodes });
    const page = await editingPage(browser, drawn.page);
    const words = hostile[3];
    for (const row of await page.locator(".cell[data-field][data-column='1']").all()) {
      await row.click();
      const field = page.locator("textarea.cell-editor");
      if ((await field.count()) > 0) {
        await page.keyboard.press("Control+a");
        await page.keyboard.insertText(words);
      }
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
    }
    await page.getByRole("button", { name: "Over deze kaart" }).click();
    for (const field of await page
      .locator("[role=dialog] :is(textarea, input:not([type]))")
      .all()) {
      if (!(await field.isVisible())) continue;
      await field.fill(hostile[1].slice(0, 160));
      await field.blur();
    }
    await page.keyboard.press("Escape");
    await saved(page);
    expect(await made(page)).toEqual(nothing);
    const stored = JSON.stringify(await drawn.stored());
    const count = (text: string) => stored.split(JSON.stringify(text).slice(1, -1)).length - 1;
    expect(count(words)).toBeGreaterThan(3);
    expect(count(hostile[1])).toBeGreaterThan(3);
    await page.context().close();
  });

  test("ten megabytes are answered kindly, and the page goes on", async () => {
    const drawn = await storeMap(spoor.address, "Large", { title: "Groot", episodes });
    const page = await editingPage(browser, drawn.page);
    await page.evaluate(() => navigator.clipboard.writeText("plak ".repeat(2_000_000)));
    await cellAt(page, 0, 1).focus();
    await page.keyboard.press("Control+v");
    await page.getByText("Dit is te groot om op een kaart te plakken.").first().waitFor();
    expect((await drawn.stored()).episodes).toEqual(episodes);

    const doing = page.locator("[data-lane=doing] .cell").first();
    await doing.click();
    await page.keyboard.press("Control+v");
    await page.keyboard.press("Enter");
    await saved(page);
    const said = (await drawn.stored()).episodes[0]?.touchpoints[0]?.doing ?? "";
    expect(said.length).toBeLessThanOrEqual(4000);
    await cellAt(page, 0, 1).click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Ik bel terug");
    await page.keyboard.press("Enter");
    await expect
      .poll(async () => (await drawn.stored()).episodes[0]?.touchpoints[0]?.title)
      .toBe("Ik bel terug");
    await page.context().close();
  });

  test("ten megabytes over the API are refused with words, and the map stays", async () => {
    const drawn = await storeMap(spoor.address, "Wire", { title: "Draad", episodes });
    const to = "plak ".repeat(2_000_000);
    const command = { do: "set", at: "tp_1", field: "doing", from: null, to };
    const response = await fetch(`${drawn.api}/commands`, {
      method: "POST",
      body: JSON.stringify({
        author: { client: "client-large", name: "Groot" },
        commands: [{ number: 1, command }],
      }),
    });
    const problem = z.looseObject({ code: z.string(), detail: z.string() });
    expect([413, 200]).toContain(response.status);
    const answer: unknown = await response.json();
    if (response.status === 413) expect(problem.parse(answer).code).toBe("too-much");
    else expect(answer).toMatchObject({ outcomes: [{ seq: null }] });
    expect((await drawn.stored()).episodes).toEqual(episodes);
  });
});
