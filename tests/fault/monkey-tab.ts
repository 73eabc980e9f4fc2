import type { BrowserContext, Page, Response } from "@playwright/test";
import { setTimeout as pause } from "node:timers/promises";
import type { Chance } from "../../src/core/demo/chance.ts";
import { Hands } from "./monkey-hands.ts";
import type { Marks } from "./monkey-marks.ts";

/** A page that does not answer for so long has hung, in milliseconds. */
const PATIENCE = 30_000;
const COMMANDS = "**/commands";

/** One person at a browser whose connection fails, who reloads, and who closes the tab and comes back. */
export class Tab {
  readonly #context: BrowserContext;
  readonly #address: string;
  readonly #chance: Chance;
  readonly #marks: Marks;
  #page: Page | null = null;
  #hands: Hands | null = null;
  #mended: (() => Promise<void>) | null = null;
  #until = 0;
  /** How often each thing was done. */
  readonly done = new Map<string, number>();
  /** What no page may do: errors, dialogs, hanging. */
  readonly faults: string[] = [];

  constructor(context: BrowserContext, address: string, chance: Chance, marks: Marks) {
    this.#context = context;
    this.#address = address;
    this.#chance = chance;
    this.#marks = marks;
  }

  get page(): Page {
    if (!this.#page) throw new Error("The tab was not opened");
    return this.#page;
  }

  /** Opens a page of its own on the map, once the server is there. */
  async open(): Promise<void> {
    const page = await this.#context.newPage();
    page.on("pageerror", (error) => this.faults.push(`${error.stack}`));
    page.on("console", (said) => {
      const text = said.text();
      // What the browser itself says of a connection that fails.
      if (said.type() === "error" && !/Failed to load resource|net::ERR/.test(text))
        this.faults.push(text);
    });
    page.on("crash", () => this.faults.push("The page crashed"));
    page.on("dialog", (dialog) => {
      if (dialog.type() !== "beforeunload") this.faults.push(`A dialog: ${dialog.message()}`);
      void dialog.accept();
    });
    page.on("filechooser", () => undefined);
    page.on("response", (response) => void this.#hear(response));
    this.#page = page;
    this.#hands = new Hands(page, this.#chance);
    await this.#arrive();
  }

  /** Does things until `stop` says so. */
  async draw(stop: () => boolean): Promise<void> {
    while (!stop()) {
      try {
        await this.#step();
      } catch (error) {
        // A page that goes takes what it was asked with it.
        if (!/Execution context|navigation|Target.*closed|has been closed/.test(String(error)))
          throw error;
      }
      await pause(this.#chance.whole(60));
    }
    await this.#mend();
    if (!this.#onTheMap()) await this.#arrive();
    await this.#toTheGrid();
  }

  #onTheMap(): boolean {
    return new URL(this.page.url()).pathname === new URL(this.#address).pathname;
  }

  async #step(): Promise<void> {
    if (this.#mended && Date.now() > this.#until) await this.#mend();
    const luck = this.#chance.unit();
    if (luck < 0.004) return this.#count("reload", () => this.#arrive());
    if (luck < 0.006) return this.#count("close", () => this.#comeBack());
    if (luck < 0.016 && !this.#mended) return this.#count("offline", () => this.#goOffline());
    if (luck < 0.026 && !this.#mended) return this.#count("deaf", () => this.#losePosts());
    if (!this.#onTheMap()) await this.#arrive();
    if (this.#chance.hit(0.2)) await this.#toTheGrid();
    const late = AbortSignal.timeout(PATIENCE);
    const hung = new Promise<never>((_, reject) => {
      late.addEventListener("abort", () => reject(new Error("The page did not answer")));
    });
    const before = new Map(this.#hands?.done);
    await Promise.race([this.#hands?.act(), hung]);
    for (const [name, count] of this.#hands?.done ?? [])
      if (count !== before.get(name)) this.done.set(name, (this.done.get(name) ?? 0) + 1);
  }

  async #count(name: string, work: () => Promise<void>): Promise<void> {
    this.done.set(name, (this.done.get(name) ?? 0) + 1);
    await work();
  }

  /** Without a connection, for some seconds. */
  async #goOffline(): Promise<void> {
    await this.#context.setOffline(true);
    this.#breaks(() => this.#context.setOffline(false));
  }

  /** The stream goes on while nothing that is sent arrives. */
  async #losePosts(): Promise<void> {
    await this.page.route(COMMANDS, (route) => route.abort());
    this.#breaks(() => this.page.unroute(COMMANDS));
  }

  #breaks(mended: () => Promise<void>): void {
    this.#mended = mended;
    this.#until = Date.now() + 500 + this.#chance.whole(6000);
  }

  async #mend(): Promise<void> {
    const mended = this.#mended;
    this.#mended = null;
    await mended?.();
  }

  async #comeBack(): Promise<void> {
    await this.#mend();
    await this.page.close();
    await this.open();
  }

  /** Goes to the map; again while the server is away or was killed as the page asked for the map. */
  async #arrive(): Promise<void> {
    await this.#mend();
    const late = Date.now() + 2 * PATIENCE;
    while (Date.now() < late) {
      try {
        await this.page.goto(this.#address, { waitUntil: "commit" });
        await this.page.waitForSelector("[role=grid] [data-column]", { timeout: PATIENCE / 5 });
        return;
      } catch (error) {
        if (!/ERR_|interrupted|Timeout/.test(String(error))) throw error;
      }
      await pause(300);
    }
    const shown = await this.page.evaluate(() => document.body.innerText.slice(0, 600));
    this.faults.push(`No map on the page: ${shown}`);
  }

  /** Out of what is open, and to a grid that can be drawn in. */
  async #toTheGrid(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.page.evaluate(() => {
      document.querySelector<HTMLElement>(".view-switch [aria-pressed=false]:first-child")?.click();
      document.querySelector<HTMLElement>(".edit-word[aria-pressed=false]")?.click();
    });
  }

  async #hear(response: Response): Promise<void> {
    const request = response.request();
    if (request.method() !== "POST" || !request.url().endsWith("/commands")) return;
    const sent = request.postDataJSON() as { author: { client: string } };
    // The page may be gone before its answer is read.
    const answer = await response.json().catch(() => null);
    if (answer === null) return;
    if (response.ok()) this.#marks.heard(sent.author.client, answer);
    else if (response.status() < 500)
      this.faults.push(`${response.status()} ${JSON.stringify(answer)} to ${JSON.stringify(sent)}`);
  }
}
