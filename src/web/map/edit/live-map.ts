import { replaceEqualDeep } from "@tanstack/react-query";
import {
  acknowledged,
  began,
  edited,
  kept,
  received,
  redone,
  replaced,
  undone,
  unsent,
} from "../../../core/map/session.ts";
import type { Refused, Session, Turn } from "../../../core/map/session.ts";
import type { Command } from "../../../core/map/command.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { LiveEvent } from "../../../protocol/map/live.ts";
import type { Author, Presence } from "../../../protocol/map/live.ts";
import { endpoints } from "../../../protocol/endpoint.ts";
import { addressOf, call, Refusal } from "../../app/client.ts";
import { forget, keep, leave, orphans, takeUp } from "./kept-commands.ts";

/** What the page shows of a map that is drawn together. */
export type Shown = {
  /** Null until the server has told the map. */
  readonly session: Session | null;
  readonly others: readonly Presence[];
  readonly state: "saved" | "saving" | "offline";
};

type Told = Extract<LiveEvent, { type: "changed" }>["what"];

export type Listener = {
  readonly onShown: () => void;
  readonly onRefused: (refused: readonly Refused[]) => void;
  readonly onChanged: (what: Told) => void;
};

/** Milliseconds before the first new attempt at sending, and at most. */
const SOON = 400;
const LATE = 8000;
/** So many commands go in one request. */
const BATCH = 200;
/** What one looks at is told this often at most, in milliseconds. */
const GLANCE = 120;

/** A map over the wire: the stream of what others do, and the sending of what is done here. */
export class LiveMap {
  readonly client: string;
  readonly #where: { readonly workspace: string; readonly map: string };
  readonly #listener: Listener;
  readonly #name: () => string;
  #shown: Shown = { session: null, others: [], state: "saved" };
  #stream: EventSource | null = null;
  #sending = false;
  #delay = SOON;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #glance: ReturnType<typeof setTimeout> | undefined;
  #looking: Omit<Presence, "author"> | null = null;
  #over = false;
  readonly #place: string;
  readonly #asked: Journey;
  readonly #begun;

  /** `asked` is the map as the page has it: what is the same in the server's stays the same objects. */
  constructor(
    where: { readonly workspace: string; readonly map: string },
    asked: Journey,
    name: () => string,
    listener: Listener,
  ) {
    this.#where = where;
    this.#asked = asked;
    this.#place = `${where.workspace}/${where.map}`;
    this.#begun = takeUp(this.#place);
    this.client = this.#begun.client;
    this.#name = name;
    this.#listener = listener;
  }

  get shown(): Shown {
    return this.#shown;
  }

  open(): void {
    globalThis.addEventListener("online", this.#again);
    globalThis.addEventListener("offline", this.#cut);
    globalThis.addEventListener("pagehide", this.#gone);
    this.#follow();
    void this.#bringOrphans();
  }

  close(): void {
    this.#over = true;
    globalThis.removeEventListener("online", this.#again);
    globalThis.removeEventListener("offline", this.#cut);
    globalThis.removeEventListener("pagehide", this.#gone);
    this.#stream?.close();
    clearTimeout(this.#retry);
    clearTimeout(this.#glance);
    const { session } = this.#shown;
    if (session && session.pending.length === 0) forget(this.#place, this.client);
  }

  edit(command: Command, said: string): boolean {
    const { session } = this.#shown;
    if (!session) return false;
    const turn = edited(session, command, said);
    this.#turn(turn);
    return turn.refused.length === 0;
  }

  undo(): void {
    if (this.#shown.session) this.#turn(undone(this.#shown.session));
  }

  redo(): void {
    if (this.#shown.session) this.#turn(redone(this.#shown.session));
  }

  /** Tells the others what one looks at; the last of several in a short time. */
  look(what: Omit<Presence, "author">): void {
    this.#looking = what;
    this.#glance ??= setTimeout(() => {
      this.#glance = undefined;
      if (this.#looking === null || this.#shown.state === "offline") return;
      const body = { author: this.#author(), ...this.#looking };
      call("present", { ...this.#where, body }).catch(() => {
        // Only a courtesy: the next glance tells it again.
      });
    }, GLANCE);
  }

  #author(): Author {
    return { client: this.client, name: this.#name() };
  }

  /** Listens from where one is; `whole` asks for the map itself. */
  #follow(whole = false): void {
    this.#stream?.close();
    const since = whole ? undefined : this.#shown.session?.seq;
    const address = addressOf(endpoints.live, { ...this.#where, since, client: this.client });
    const stream = new EventSource(address);
    this.#stream = stream;
    const hear = (message: MessageEvent<string>) => {
      if (this.#stream !== stream) return;
      const event = heard(message.data);
      if (event) this.#hear(event);
    };
    for (const type of ["map", "commands", "present", "changed"])
      stream.addEventListener(type, hear);
    stream.addEventListener("open", () => {
      this.#delay = SOON;
      this.#show({ state: this.#waits() ? "saving" : "saved" });
      void this.#send();
    });
    stream.addEventListener("error", () => {
      if (this.#stream !== stream) return;
      stream.close();
      this.#cut();
      this.#later();
    });
  }

  #hear(event: LiveEvent): void {
    const { session } = this.#shown;
    switch (event.type) {
      case "map": {
        const journey = replaceEqualDeep(session?.confirmed ?? this.#asked, event.journey);
        if (session) this.#turn(replaced(session, journey, event.seq));
        else {
          this.#show({ session: began(this.#begun, journey, event.seq) });
          void this.#send();
        }
        return;
      }
      case "commands":
        if (session) this.#turn(received(session, event.commands));
        return;
      case "present":
        this.#show({
          others: event.people.filter(({ author }) => author.client !== this.client),
        });
        return;
      case "changed":
        this.#listener.onChanged(event.what);
    }
  }

  #turn({ session, refused, behind }: Turn): void {
    const before = this.#shown.session;
    if (before?.pending !== session.pending) keep(this.#place, kept(session));
    const { state } = this.#shown;
    const now = session.pending.length > 0 ? ("saving" as const) : ("saved" as const);
    this.#show({ session, state: state === "offline" ? state : now });
    if (refused.length > 0) this.#listener.onRefused(refused);
    if (behind) {
      this.#follow(true);
    }
    void this.#send();
  }

  async #send(): Promise<void> {
    const { session, state } = this.#shown;
    if (!session || this.#sending || this.#over || state === "offline") return;
    const commands = unsent(session)
      .slice(0, BATCH)
      .map(({ number, command }) => ({ number, command }));
    if (commands.length === 0) return;
    this.#sending = true;
    try {
      const body = { author: this.#author(), commands };
      const { outcomes } = await call("sendCommands", { ...this.#where, body });
      this.#delay = SOON;
      if (this.#shown.session) this.#turn(acknowledged(this.#shown.session, outcomes));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#cut();
      this.#later();
    } finally {
      this.#sending = false;
    }
    void this.#send();
  }

  async #bringOrphans(): Promise<void> {
    for (const { client, pending } of orphans(this.#place, this.client)) {
      const commands = pending.map(({ number, command }) => ({ number, command }));
      try {
        if (commands.length > 0) {
          const body = { author: { client, name: this.#name() }, commands };
          await call("sendCommands", { ...this.#where, body });
        }
        forget(this.#place, client);
      } catch (error) {
        // It stays where it is, and the next visit brings it.
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }

  readonly #again = (): void => {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    if (!this.#over) this.#follow();
  };

  readonly #cut = (): void => this.#show({ state: "offline", others: [] });

  readonly #gone = (): void => leave(this.client);

  #later(): void {
    if (this.#over || this.#retry !== undefined) return;
    this.#retry = setTimeout(this.#again, this.#delay);
    this.#delay = Math.min(LATE, this.#delay * 2);
  }

  #waits(): boolean {
    return (this.#shown.session?.pending.length ?? 0) > 0;
  }

  #show(change: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...change };
    this.#listener.onShown();
  }
}

/** What the stream says; null for what this page does not understand. A map was checked when it was stored. */
function heard(data: string): LiveEvent | null {
  const told = JSON.parse(data) as LiveEvent;
  return told.type === "map" ? told : (LiveEvent.safeParse(told).data ?? null);
}
