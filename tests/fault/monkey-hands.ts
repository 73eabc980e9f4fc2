import type { Page } from "@playwright/test";
import type { Chance } from "../../src/core/demo/chance.ts";

type Spot = { readonly x: number; readonly y: number };

const CELL = "[role=grid] [data-column]:not([data-column='0'])";
const BUTTON = ".map-page button, [role=dialog] button, .refused button";
const FIELD = "[role=dialog] :is(input, textarea, select)";
const KEYS =
  "ArrowLeft ArrowRight ArrowUp ArrowDown Home End Control+Home Enter Enter F2 Escape Tab Shift+Tab Delete Backspace Control+Enter Control+Shift+Enter Alt+Shift+ArrowLeft Alt+Shift+ArrowRight".split(
    " ",
  );
const WORDS = [
  "Ik bel",
  "wachtrij",
  "−1",
  "0.5",
  "4",
  "=1+1",
  "<b>",
  "\u202Eklant",
  "👩‍🚒",
  "é",
  "a\tb",
];

/** Somebody who does to a page whatever comes to mind. What it does, `chance` decides. */
export class Hands {
  readonly #page: Page;
  readonly #chance: Chance;
  /** How often each thing was done. */
  readonly done = new Map<string, number>();

  constructor(page: Page, chance: Chance) {
    this.#page = page;
    this.#chance = chance;
  }

  /** Does one thing. */
  async act(): Promise<void> {
    const ways = [
      ["type", 8, () => this.#type()],
      ["keys", 4, () => this.#keys()],
      ["undo", 3, () => this.#undo()],
      ["menu", 3, () => this.#menu()],
      ["button", 2, () => this.#click(BUTTON)],
      ["field", 3, () => this.#field()],
      ["drag", 2, () => this.#drag()],
      ["paste", 1, () => this.#paste()],
    ] as const;
    const way = ways[this.#chance.weighted(ways.map(([, weight]) => weight))] ?? ways[0];
    const [name, , work] = way;
    if (name !== "field" && name !== "button" && this.#chance.hit(0.7))
      await this.#page.keyboard.press("Escape");
    await work();
    this.done.set(name, (this.done.get(name) ?? 0) + 1);
  }

  async #type(): Promise<void> {
    if (!(await this.#click(CELL))) return;
    const { keyboard } = this.#page;
    if (this.#chance.hit(0.5)) await keyboard.press("Control+a");
    await keyboard.insertText(this.#said());
    await keyboard.type(this.#chance.pick(["a", "x 1", "…"]));
    await keyboard.press(
      this.#chance.pick(["Enter", "Enter", "Enter", "Tab", "Escape", "Shift+Tab"]),
    );
  }

  async #keys(): Promise<void> {
    await this.#focus(CELL);
    for (let left = 1 + this.#chance.whole(6); left > 0; left -= 1)
      await this.#page.keyboard.press(this.#chance.pick(KEYS));
  }

  async #undo(): Promise<void> {
    await this.#focus("[role=grid]");
    const key = this.#chance.pick(["Control+z", "Control+z", "Control+y", "Control+Shift+z"]);
    for (let left = 1 + this.#chance.whole(5); left > 0; left -= 1)
      await this.#page.keyboard.press(key);
  }

  async #menu(): Promise<void> {
    if (await this.#click(".part-menu-button")) await this.#click("[role=menuitem]");
  }

  async #field(): Promise<void> {
    if (!(await this.#focus(FIELD))) {
      const open = this.#chance.pick([
        ".part-menu-button",
        ".edit-bar button",
        ".map-tools button",
      ]);
      if (!(await this.#click(open))) return;
      await this.#click("[role=menuitem]");
      if (!(await this.#focus(FIELD))) return;
    }
    const { keyboard } = this.#page;
    if (this.#chance.hit(0.5)) await keyboard.press("Control+a");
    await keyboard.insertText(this.#said());
    await keyboard.press(this.#chance.pick(["Tab", "Enter", "ArrowDown", " "]));
  }

  async #drag(): Promise<void> {
    const from = await this.#spot("[role=grid] :is(button, [draggable], .cell, .touchpoint)");
    const to = await this.#spot(CELL);
    if (!from || !to) return;
    const { mouse } = this.#page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 4 });
    await mouse.up();
  }

  async #paste(): Promise<void> {
    const rows = 1 + this.#chance.whole(3);
    const columns = 1 + this.#chance.whole(3);
    const row = () => Array.from({ length: columns }, () => this.#said().replaceAll("\t", " "));
    const text = Array.from({ length: rows }, () => row().join("\t")).join("\n");
    if (!(await this.#focus(CELL))) return;
    await this.#page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, text);
  }

  #said(): string {
    const count = 1 + this.#chance.whole(3);
    return Array.from({ length: count }, () => this.#chance.pick(WORDS)).join(" ");
  }

  async #click(selector: string): Promise<boolean> {
    const spot = await this.#spot(selector);
    if (spot) await this.#page.mouse.click(spot.x, spot.y);
    return spot !== null;
  }

  #focus(selector: string): Promise<boolean> {
    const unit = this.#chance.unit();
    return this.#page.evaluate(
      ([query, at]) => {
        const all = [...document.querySelectorAll<HTMLElement>(query)];
        const one = all[Math.floor(at * all.length)];
        one?.focus();
        return one !== undefined;
      },
      [selector, unit] as const,
    );
  }

  /** The middle of one of these that can be seen, brought into sight. */
  #spot(selector: string): Promise<Spot | null> {
    const unit = this.#chance.unit();
    return this.#page.evaluate(
      ([query, at]) => {
        const all = [...document.querySelectorAll(query)].filter((each) => each.checkVisibility());
        const one = all[Math.floor(at * all.length)];
        if (!one) return null;
        one.scrollIntoView({ block: "nearest", inline: "nearest" });
        const { x, y, width, height } = one.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      },
      [selector, unit] as const,
    );
  }
}
