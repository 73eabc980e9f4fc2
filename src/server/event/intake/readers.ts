import type { Loading } from "../../../engine/event/load.ts";
import { findSource } from "../../documents/source.ts";
import { workspaceOf } from "../../documents/workspace.ts";
import type { ImportDeps } from "../import.ts";
import { kindsOf } from "./kinds.ts";
import { withConsent } from "./with-consent.ts";

type Reader = (batch: number) => Loading[];

/** How the lines of each live source are read, known until something of it changes. */
export class Readers {
  readonly #deps: Pick<ImportDeps, "engine" | "documents" | "queue">;
  readonly #known = new Map<string, Promise<Reader>>();

  constructor(deps: Pick<ImportDeps, "engine" | "documents" | "queue">) {
    this.#deps = deps;
  }

  of(workspace: number, source: string): Promise<Reader> {
    const key = JSON.stringify([workspace, source]);
    const known = this.#known.get(key);
    if (known) return known;
    const { engine, documents, queue } = this.#deps;
    // Measures get their codes one at a time in a workspace.
    const made = queue.run(workspace, async () => {
      const found = await findSource(documents, workspace, source);
      const { settings } = await workspaceOf(documents, workspace);
      return kindsOf(engine, withConsent(found), settings);
    });
    this.#known.set(key, made);
    made.catch(() => this.#known.delete(key));
    return made;
  }

  forget(workspace: number): void {
    for (const key of this.#known.keys())
      if (key.startsWith(`[${workspace},`)) this.#known.delete(key);
  }
}
