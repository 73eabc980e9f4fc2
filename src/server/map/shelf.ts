import { readJourney } from "../../core/map/file.ts";
import type { Journey } from "../../core/map/journey.ts";
import type { Predicate } from "../../core/question/segment.ts";
import type { Documents } from "../documents/documents.ts";
import { findMap, listMaps } from "../documents/map.ts";

/** The maps of all workspaces, each parsed once per version. */
export class Shelf {
  readonly #documents: Documents;
  readonly #parsed = new Map<string, { readonly body: string; readonly journey: Journey }>();

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  /** One map; rejects with `not-found`. */
  async map(ws: number, id: string): Promise<Journey> {
    const { body } = await findMap(this.#documents, ws, id);
    const key = `${ws}/${id}`;
    const known = this.#parsed.get(key);
    if (known?.body === body) return known.journey;
    const journey = readJourney(body);
    this.#parsed.set(key, { body, journey });
    return journey;
  }

  /** The personas of all maps of a workspace that have a predicate: what one can filter on. */
  async personas(ws: number): Promise<NamedSegment[]> {
    const found = new Map<string, NamedSegment>();
    for (const { id } of await listMaps(this.#documents, ws)) {
      const { personas = [] } = await this.map(ws, id);
      for (const { id: persona, name, predicate } of personas) {
        if (predicate && !found.has(persona)) found.set(persona, { id: persona, name, predicate });
      }
    }
    return [...found.values()];
  }
}

type NamedSegment = { readonly id: string; readonly name: string; readonly predicate: Predicate };
