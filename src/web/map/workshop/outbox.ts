import { z } from "zod";
import { call, Refusal } from "../../app/client.ts";
import { recall, remember } from "../../language/memory.ts";
import { drawn } from "../edit/identity.ts";
import { Deed } from "./deed.ts";

const Kept = z.object({ guest: z.string().regex(/^[a-z0-9-]{8,40}$/), deeds: z.array(Deed) });

export type Refused = { readonly deed: Deed; readonly error: Refusal };

export type Outgoing = {
  /** What was done and does not yet show in the server's answer, oldest first. */
  readonly deeds: readonly Deed[];
  readonly refused: readonly Refused[];
  readonly offline: boolean;
};

/** Milliseconds before the first new attempt, and at most. */
const SOON = 600;
const LATE = 8000;

/** What may be true later of the same deed; all else that a server says is its last word. */
const passing = new Set(["unreachable", "unreadable", "unavailable", "internal", "timeout"]);

/**
 * What a guest does on its way to the server, in order, kept in the browser until it arrived.
 * `delivered` is called when all is sent, and resolves when its outcome can be seen.
 */
export class Outbox {
  readonly guest: string;
  readonly #secret: string;
  readonly #name: () => string;
  readonly #delivered: () => Promise<unknown>;
  readonly #followers = new Set<() => void>();
  readonly #sent = new Set<Deed>();
  #outgoing: Outgoing;
  #sending = false;
  #open = false;
  #delay = SOON;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(secret: string, name: () => string, delivered: () => Promise<unknown>) {
    this.#secret = secret;
    this.#name = name;
    this.#delivered = delivered;
    const { guest, deeds } = kept(secret) ?? { guest: drawn(20), deeds: [] };
    this.guest = guest;
    this.#outgoing = { deeds, refused: [], offline: false };
  }

  readonly outgoing = (): Outgoing => this.#outgoing;

  /** Sends from now on, and tells of each change; what comes back ends it. */
  readonly follow = (tell: () => void): (() => void) => {
    this.#followers.add(tell);
    if (!this.#open) {
      this.#open = true;
      globalThis.addEventListener("online", this.#again);
      this.#keep();
      void this.#send();
    }
    return () => {
      this.#followers.delete(tell);
      if (this.#followers.size > 0) return;
      this.#open = false;
      globalThis.removeEventListener("online", this.#again);
      clearTimeout(this.#retry);
    };
  };

  /** Does it now as far as the guest can see. */
  do(deed: Deed): void {
    const waiting = ({ note }: Deed) => note === deed.note;
    const unsent = (each: Deed) => !this.#sent.has(each) && !this.#isOnItsWay(each);
    let { deeds } = this.#outgoing;
    const written = deeds.find((each) => each.do === "write" && waiting(each));
    if (deed.do === "take-back" && written && unsent(written)) {
      this.#show({ deeds: deeds.filter((each) => !waiting(each)) });
      return;
    }
    if (deed.do === "vote")
      deeds = deeds.filter((each) => each.do !== "vote" || !waiting(each) || !unsent(each));
    this.#show({ deeds: [...deeds, deed] });
    void this.#send();
  }

  /** The guest has read why these were refused. */
  understood(): void {
    this.#show({ refused: [] });
  }

  #isOnItsWay(deed: Deed): boolean {
    return this.#sending && deed === this.#next();
  }

  #next(): Deed | undefined {
    return this.#outgoing.deeds.find((deed) => !this.#sent.has(deed));
  }

  async #send(): Promise<void> {
    if (this.#sending || !this.#open || this.#outgoing.deeds.length === 0) return;
    this.#sending = true;
    try {
      for (let deed = this.#next(); deed; deed = this.#next()) {
        // One after the other: a vote follows its note.
        const error = await this.#bring(deed);
        if (error === null) this.#sent.add(deed);
        else if (passing.has(error.code)) return this.#later(error);
        else this.#refuse(deed, error);
      }
      this.#delay = SOON;
      this.#show({ offline: false });
      await this.#delivered();
      // What was sent since shows in the next answer.
      const deeds = this.#outgoing.deeds.filter((deed) => !this.#sent.delete(deed));
      this.#show({ deeds });
    } finally {
      this.#sending = false;
    }
    void this.#send();
  }

  async #bring(deed: Deed): Promise<Refusal | null> {
    const secret = this.#secret;
    const guest = { id: this.guest, name: this.#name() };
    try {
      if (deed.do === "write") {
        const { note: id, element, kind, text } = deed;
        await call("addNote", { secret, body: { id, guest, element, kind, text } });
      } else if (deed.do === "vote") {
        const { note, dots } = deed;
        await call("vote", { secret, note, body: { guest, dots } });
      } else {
        await call("takeBackNote", { secret, note: deed.note, guest: guest.id });
      }
      return null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Taken back before, and the answer was lost.
      return deed.do === "take-back" && error.code === "not-found" ? null : error;
    }
  }

  #refuse(deed: Deed, error: Refusal): void {
    const { deeds, refused } = this.#outgoing;
    this.#show({
      deeds: deeds.filter((each) => each !== deed),
      refused: [...refused, { deed, error }],
    });
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
    this.#keep();
    for (const tell of this.#followers) tell();
  }

  #keep(): void {
    remember(
      nameOf(this.#secret),
      JSON.stringify({ guest: this.guest, deeds: this.#outgoing.deeds }),
    );
  }
}

function nameOf(secret: string): string {
  return `spoor.table/${secret}`;
}

function kept(secret: string): z.infer<typeof Kept> | null {
  try {
    return Kept.parse(JSON.parse(recall(nameOf(secret)) ?? ""));
  } catch {
    return null;
  }
}
