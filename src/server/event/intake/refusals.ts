import type { Documents } from "../../documents/documents.ts";
import { countRefusals } from "../../documents/source.ts";

type Refused = { readonly workspace: number; readonly source: string; calls: number };

/** Counts calls with a wrong signature. However many come, one statement is on its way at a time. */
export class Refusals implements AsyncDisposable {
  readonly #documents: Documents;
  readonly #report: (error: unknown) => void;
  #due = new Map<string, Refused>();
  #running: Promise<void> | null = null;

  constructor(documents: Documents, report: (error: unknown) => void) {
    this.#documents = documents;
    this.#report = report;
  }

  add({ workspace, source }: { readonly workspace: number; readonly source: string }): void {
    const key = JSON.stringify([workspace, source]);
    const known = this.#due.get(key);
    if (known) known.calls += 1;
    else this.#due.set(key, { workspace, source, calls: 1 });
    this.#running ??= this.#run();
  }

  /** Resolves when all are written down. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.settled();
  }

  async #run(): Promise<void> {
    while (this.#due.size > 0) {
      const due = [...this.#due.values()];
      this.#due = new Map();
      for (const one of due) await countRefusals(this.#documents, one).catch(this.#report);
    }
    this.#running = null;
  }
}
