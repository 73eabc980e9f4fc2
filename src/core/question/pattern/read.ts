import { MOST_PLACES, spanUnits, type Expression, type Part, type What } from "./expression.ts";
import type { Expected, Fault } from "./fault.ts";
import { tokens, type Token, type Word } from "./tokens.ts";

/** A pattern that was read, with the places of its labels in the text; or what is wrong with it. */
export type Read =
  | { readonly expression: Expression; readonly places: ReadonlyMap<string, Place> }
  | { readonly fault: Fault };
export type Place = { readonly at: number; readonly length: number };

/** Thrown inside the reader alone, to leave it from any depth. */
class Stop extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.key);
    this.fault = fault;
  }
}

/** Reads a pattern in English or Dutch, the words of both mixed as they come. */
export function readPattern(text: string): Read {
  const found = tokens(text);
  if (!Array.isArray(found)) return { fault: found };
  if (found.length === 0) return { fault: { key: "pattern-empty", at: 0, length: 0 } };
  try {
    return new Reader(text, found).read();
  } catch (error) {
    if (error instanceof Stop) return { fault: error.fault };
    throw error;
  }
}

class Reader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #places = new Map<string, Place>();
  #next = 0;

  constructor(text: string, found: readonly Token[]) {
    this.#text = text;
    this.#tokens = found;
  }

  read(): Read {
    const starts = this.#take("starts");
    const parts = this.#parts();
    const expression = { starts, parts, ...this.#whole() };
    const places = parts.reduce((sum, { times }) => sum + times, 0);
    if (places > MOST_PLACES)
      throw new Stop({ key: "pattern-long", at: 0, length: this.#text.length });
    return { expression, places: this.#places };
  }

  #parts(): Part[] {
    const parts: Part[] = [];
    let direct = false;
    let loose = false;
    for (;;) {
      // "anything" is what `then` allows between its two sides: it makes a direct way a loose one.
      if (this.#take("anything")) loose = true;
      else {
        parts.push(this.#part(direct && !loose && parts.length > 0));
        loose = false;
      }
      if (this.#take("direct")) direct = true;
      else if (this.#take("next")) direct = false;
      else break;
    }
    if (parts.length === 0) this.#expected("touchpoint");
    return parts;
  }

  #part(direct: boolean): Part {
    const what = this.#what();
    if (!this.#take("least")) {
      if (this.#tokens[this.#next]?.kind === "number") this.#expected("times");
      return { what, direct, times: 1, row: false };
    }
    const times = this.#number();
    if (!this.#take("times")) this.#expected("times");
    const row = this.#take("row");
    return { what, direct, times, row: row && times > 1 };
  }

  #what(): What {
    if (this.#take("step")) return { labels: [], but: true };
    const but = this.#take("but");
    return { labels: this.#labels(), but };
  }

  #labels(): string[] {
    const labels = new Set<string>();
    do {
      const token = this.#tokens[this.#next];
      if (token?.kind !== "label" || token.text === "") return this.#expected("touchpoint");
      labels.add(token.text);
      if (!this.#places.has(token.text))
        this.#places.set(token.text, { at: token.at, length: token.length });
      this.#next += 1;
    } while (this.#take("or"));
    return [...labels];
  }

  #whole(): Omit<Expression, "starts" | "parts"> {
    let ends = false;
    let within: Expression["within"] = null;
    const without: string[] = [];
    const unpreceded: string[] = [];
    const unfollowed: string[] = [];
    const add = (to: string[]) => to.push(...this.#labels().filter((label) => !to.includes(label)));
    while (this.#next < this.#tokens.length) {
      if (this.#take("ends")) ends = true;
      else if (this.#take("and")) continue;
      else if (this.#take("within")) within = this.#span();
      else if (this.#take("without")) {
        add(without);
        this.#take("between");
      } else if (this.#take("unpreceded")) add(unpreceded);
      else if (this.#take("unfollowed")) add(unfollowed);
      else this.#expected("more");
    }
    return { ends, within, without, unpreceded, unfollowed };
  }

  #span(): NonNullable<Expression["within"]> {
    const amount = this.#number();
    const unit = spanUnits.find((each) => this.#take(each));
    return unit ? { amount, unit } : this.#expected("unit");
  }

  #number(): number {
    const token = this.#tokens[this.#next];
    if (token?.kind !== "number" || token.value === 0) return this.#expected("number");
    this.#next += 1;
    return token.value;
  }

  #take(word: Word): boolean {
    const token = this.#tokens[this.#next];
    const found = token?.kind === "word" && token.word === word;
    if (found) this.#next += 1;
    return found;
  }

  #expected(what: Expected): never {
    const token = this.#tokens[this.#next];
    const at = token?.at ?? this.#text.length;
    const length = token?.length ?? 0;
    const word = this.#text.slice(at, at + length);
    throw new Stop({ key: "pattern-expected", at, length, what, word });
  }
}
