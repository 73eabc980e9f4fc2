import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readJourney } from "../../core/map/file.ts";
import type { Journey } from "../../core/map/journey.ts";
import { cardOf, type TemplateCard } from "../../core/map/template/card.ts";
import { message } from "../../core/message/message.ts";
import type { Language } from "../../core/message/wording.ts";
import { AppError } from "../../core/problem.ts";

/** `moving-house.nl.journey.yaml`: a template in one of its languages. */
const FILE = /^(?<name>[a-z0-9-]+)\.(?<language>nl|en)\.journey\.yaml$/;

const shipped = fileURLToPath(new URL("../../../examples/templates", import.meta.url));

/** The templates that Spoor comes with: files of its own, so each language is read once. */
export class Templates {
  readonly #folder: string;
  readonly #read = new Map<Language, Promise<ReadonlyMap<string, Journey>>>();

  constructor(folder = shipped) {
    this.#folder = folder;
  }

  /** What one chooses from, in the order of their titles. */
  async cards(language: Language): Promise<TemplateCard[]> {
    const found = [...(await this.#all(language))].map(([name, journey]) => cardOf(name, journey));
    return found.toSorted((a, b) => a.title.localeCompare(b.title, language));
  }

  /** One template; rejects with `not-found`. */
  async one(name: string, language: Language): Promise<Journey> {
    const found = (await this.#all(language)).get(name);
    if (!found) throw new AppError("not-found", message("no-template", { template: name }));
    return found;
  }

  #all(language: Language): Promise<ReadonlyMap<string, Journey>> {
    const known = this.#read.get(language);
    if (known) return known;
    const reading = this.#files(language);
    this.#read.set(language, reading);
    reading.catch(() => this.#read.delete(language));
    return reading;
  }

  async #files(language: Language): Promise<ReadonlyMap<string, Journey>> {
    const names = (await readdir(this.#folder)).flatMap((file) => {
      const { name, language: spoken } = FILE.exec(file)?.groups ?? {};
      return name !== undefined && spoken === language ? [{ file, name }] : [];
    });
    const read = names.map(async ({ file, name }): Promise<[string, Journey]> => [
      name,
      readJourney(await readFile(`${this.#folder}/${file}`, "utf8")),
    ]);
    return new Map(await Promise.all(read));
  }
}
