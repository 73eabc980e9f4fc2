import { walk, type Element, type Found, type Kind } from "./elements.ts";
import type { Journey } from "./journey.ts";

/** How much of a text stands for the whole of it. */
const SHORT = 60;

/** A journey in which parts are looked up, to be spoken of by what they are called. */
export class Named {
  readonly #journey: Journey;
  readonly #byId: ReadonlyMap<string, Found>;

  constructor(journey: Journey) {
    this.#journey = journey;
    this.#byId = new Map(walk(journey).map((found) => [found.element.id, found]));
  }

  /** The same part in this journey; of the journey itself, this one. */
  find({ element, parent }: Found): Found | undefined {
    return this.#byId.get(parent ? element.id : this.#journey.id);
  }

  has(element: Element): boolean {
    return element.id.startsWith("jo_") || this.#byId.has(element.id);
  }

  sameParent(a: Element, b: Element): boolean {
    return a.id === b.id || (a.id.startsWith("jo_") && b.id.startsWith("jo_"));
  }

  titleById(id: string): string | null {
    const found = this.#byId.get(id);
    return found ? this.titleOf(found.element) : null;
  }

  /** What an element is called; nothing for the journey itself, which goes without saying. */
  titleOf(element: Element): string {
    const found = this.#byId.get(element.id);
    return found?.parent ? nameOf(element, found.kind, this) : "";
  }

  /** What a part is called, or that to which it belongs where it has no name of its own. */
  called(id: string): string {
    const found = this.#byId.get(id);
    if (!found) return id;
    return nameOf(found.element, found.kind, this) || this.called(found.parent?.id ?? "");
  }

  /** The touchpoint or episode on which a part is drawn; of a way, the touchpoint that it leaves. */
  drawnOn({ element, kind, parent }: Found): string | null {
    if (kind === "touchpoint" || kind === "episode") return element.id;
    if (kind === "transition") return String(element["from"]);
    const above = parent && this.#byId.get(parent.id);
    return above ? this.drawnOn(above) : null;
  }
}

/** What a part is called: its title or name, the beginning of its text, or the ends of a way. */
export function nameOf(element: Element, kind: Kind, names: Named): string {
  if (kind === "transition")
    return `${names.titleById(String(element["from"]))} → ${names.titleById(String(element["to"]))}`;
  const said = ["title", "name", "text", "alt", "rule"].map((field) => element[field]);
  const words = onOneLine(said.find((each) => typeof each === "string" && each !== "") ?? "");
  return words.length > SHORT ? `${words.slice(0, SHORT - 1).trimEnd()}…` : words;
}

export function onOneLine(text: unknown): string {
  return typeof text === "string" ? text.replaceAll(/\s+/g, " ").trim() : "";
}
