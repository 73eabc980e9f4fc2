import type { Workspace } from "../../protocol/workspace.ts";

type Progress = NonNullable<Workspace["loading"]>;

/** What is being made ready in which workspace; kept in memory, since a restart begins it anew. */
export class Loading {
  readonly #steps = new Map<string, Progress>();

  of(slug: string): Progress | null {
    return this.#steps.get(slug) ?? null;
  }

  set(slug: string, step: Progress["step"], share: number): void {
    this.#steps.set(slug, { step, share });
  }

  done(slug: string): void {
    this.#steps.delete(slug);
  }
}
