import type { Journey } from "../../core/map/journey.ts";
import type { Predicate } from "../../core/question/segment.ts";
import type { Documents } from "../documents/documents.ts";
import { listMaps } from "../documents/map.ts";
import type { Desk } from "./desk.ts";

/** The maps of all workspaces as they are now, to be asked about. */
export class Shelf {
  readonly #documents: Documents;
  readonly #desk: Desk;

  constructor(documents: Documents, desk: Desk) {
    this.#documents = documents;
    this.#desk = desk;
  }

  /** One map; rejects with `not-found`. */
  map(ws: number, id: string): Promise<Journey> {
    return this.#desk.journey(ws, id);
  }

  /** The personas of all maps of a workspace that have a predicate: what one can filter on. */
  async personas(ws: number): Promise<NamedSegment[]> {
    const found = new Map<string, NamedSegment>();
    for (const { id } of await listMaps(this.#documents, ws)) {
      const { personas = [] } = await this.map(ws, id);
      for (const { id: persona, name, predicate } of personas) {
        if (predicate && !found.has(persona))
          found.set(persona, { id: persona, name, map: id, predicate });
      }
    }
    return [...found.values()];
  }
}

export type NamedSegment = {
  readonly id: string;
  readonly name: string;
  /** The first map that has it. */
  readonly map: string;
  readonly predicate: Predicate;
};
