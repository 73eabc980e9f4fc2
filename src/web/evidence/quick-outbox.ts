import { z } from "zod";
import { QuickNote } from "../../protocol/evidence/field-note.ts";
import { call, Refusal } from "../app/client.ts";
import { recall, remember } from "../language/memory.ts";

export type RefusedNote = { readonly note: QuickNote; readonly error: Refusal };

/** Milliseconds before the first new attempt, and at most. */
const SOON = 800;
const LATE = 20_000;

/** What may be true later of the same note; all else that a server says is its last word. */
const passing = new Set(["unreachable", "unreadable", "unavailable", "internal", "timeout"]);

export type Outgoing = {
  /** Notes that the server does not have yet, oldest first. */
  readonly waiting: readonly QuickNote[];
  readonly refused: readonly RefusedNote[];
  readonly offline: boolean;
};

/** Notes on their way to the server, kept in the browser until they arrived. Each can be sent twice without harm. */
export class QuickOutbox {
  readonly #secret: string;
  readonly #followers = new Set<() => void>();
  #outgoing: Outgoing;
  #sending = false;
  #delay = SOON;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(secret: string) {
    this.#secret = secret;
    this.#outgoing = { waiting: kept(secret), refused: [], offline: false };
  }

  readonly outgoing = (): Outgoing => this.#outgoing;

  /** Sends from now on, and tells of each change; what comes back ends it. */
  readonly follow = (tell: () => void): (() => void) => {
    this.#followers.add(tell);
    if (this.#followers.size === 1) {
      globalThis.addEventListener("online", this.#again);
      void this.#send();
    }
    return () => {
      this.#followers.delete(tell);
      if (this.#followers.size > 0) return;
      globalThis.removeEventListener("online", this.#again);
      clearTimeout(this.#retry);
    };
  };

  put(note: QuickNote): void {
    this.#show({ waiting: [...this.#outgoing.waiting, note] });
    void this.#send();
  }

  /** Who wrote has read why these were refused. */
  understood(): void {
    this.#show({ refused: [] });
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (let [note] = this.#outgoing.waiting; note; [note] = this.#outgoing.waiting) {
        const error = await bring(this.#secret, note);
        if (error && passing.has(error.code)) return this.#later(error);
        const { waiting, refused } = this.#outgoing;
        this.#show({
          waiting: waiting.slice(1),
          refused: error ? [...refused, { note, error }] : refused,
          offline: false,
        });
        this.#delay = SOON;
      }
    } finally {
      this.#sending = false;
    }
  }

  #later({ code }: Refusal): void {
    this.#show({ offline: code === "unreachable" });
    clearTimeout(this.#retry);
    this.#retry = setTimeout(this.#again, this.#delay);
    this.#delay = Math.min(this.#delay * 2, LATE);
  }

  readonly #again = (): void => void this.#send();

  #show(part: Partial<Outgoing>): void {
    this.#outgoing = { ...this.#outgoing, ...part };
    remember(nameOf(this.#secret), JSON.stringify(this.#outgoing.waiting));
    for (const tell of this.#followers) tell();
  }
}

async function bring(secret: string, body: QuickNote): Promise<Refusal | null> {
  try {
    await call("sendFieldNote", { secret, body });
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function nameOf(secret: string): string {
  return `spoor.field/${secret}`;
}

function kept(secret: string): QuickNote[] {
  try {
    return z.array(QuickNote).parse(JSON.parse(recall(nameOf(secret)) ?? "[]"));
  } catch {
    return [];
  }
}
