import { message } from "../../core/message/message.ts";
import { WORTH_A_LOOK } from "../../core/identity/probable-link.ts";
import type { PersonField } from "../../core/identity/person-record.ts";
import { AppError } from "../../core/problem.ts";
import { findLinks, type FoundLinks } from "../../engine/identity/probable/find.ts";
import {
  people,
  personColumns,
  type PersonColumns,
} from "../../engine/identity/probable/people.ts";
import { countObjecting } from "../../engine/people/objection.ts";
import type { Engine } from "../../engine/port.ts";
import { keepSearch } from "../documents/probable-search.ts";
import type { Documents } from "../documents/documents.ts";

type Deps = {
  readonly engine: Engine;
  readonly documents: Documents;
  readonly report: (error: unknown) => void;
};

type Running = { share: number; readonly stop: AbortController; done: Promise<void> };

/** Searches for probable links: one at a time in a workspace, for their working tables carry its name. */
export class Searcher implements AsyncDisposable {
  readonly #deps: Deps;
  readonly #running = new Map<number, Running>();
  readonly #failures = new Map<number, string>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  share(ws: number): number | null {
    return this.#running.get(ws)?.share ?? null;
  }

  failure(ws: number): string | null {
    return this.#failures.get(ws) ?? null;
  }

  /**
   * Looks, and gives what is found to `use`. Rejects with `conflict` when somebody looks already, and
   * with `bad-request` when nothing tells who people are.
   */
  async look<T>(
    ws: number,
    given: PersonColumns | undefined,
    options: { least?: number | undefined; signal: AbortSignal },
    use: (found: FoundLinks, columns: PersonColumns) => Promise<T>,
  ): Promise<T> {
    const { engine } = this.#deps;
    if (this.#running.has(ws)) throw new AppError("conflict", message("links-being-sought"));
    const stop = new AbortController();
    const running: Running = { share: 0, stop, done: Promise.resolve() };
    this.#running.set(ws, running);
    const signal = AbortSignal.any([options.signal, stop.signal]);
    try {
      const columns = { ...(await personColumns(engine, ws, signal)), ...given };
      if (Object.keys(columns).length === 0)
        throw new AppError("bad-request", message("no-person-columns"));
      await using found = await findLinks(engine, {
        name: `w${ws}`,
        people: people(engine, ws, columns, signal),
        least: options.least ?? WORTH_A_LOOK,
        signal,
        onProgress: (share) => (running.share = share),
      });
      return await use(found, columns);
    } finally {
      this.#running.delete(ws);
    }
  }

  /** Begins a search whose outcome is kept. What keeps it from beginning rejects; the rest is a failure. */
  async start(ws: number, by: string, given?: Partial<Record<PersonField, string>>): Promise<void> {
    const { documents, engine, report } = this.#deps;
    const columns = { ...(await personColumns(engine, ws)), ...given };
    if (Object.keys(columns).length === 0)
      throw new AppError("bad-request", message("no-person-columns"));
    this.#failures.delete(ws);
    const never = new AbortController();
    const done = this.look(ws, given, { signal: never.signal }, async (found, read) => {
      const { records, rules, model } = found;
      const kept = {
        people: records,
        objecting: await countObjecting(engine, ws),
        columns: read,
        rules: [...rules],
        ...(await found.count()),
      };
      await found.keep(ws);
      await keepSearch(documents, ws, by, {
        ...kept,
        model: { ...model, m: copied(model.m), u: copied(model.u) },
      });
    });
    const running = this.#running.get(ws);
    if (!running) return done;
    running.done = done.catch((error: unknown) => {
      if (running.stop.signal.aborted) return;
      this.#failures.set(ws, error instanceof Error ? error.message : String(error));
      report(error);
    });
    return undefined;
  }

  /** Stops a search; what the one before found stays. */
  async stop(ws: number): Promise<void> {
    const running = this.#running.get(ws);
    running?.stop.abort();
    await running?.done;
  }

  async settled(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ done }) => done));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { stop } of this.#running.values()) stop.abort();
    await this.settled();
  }
}

function copied(table: readonly (readonly number[])[]): number[][] {
  return table.map((row) => [...row]);
}
