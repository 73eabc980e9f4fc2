import { read, write } from "./consent.ts";
import type { Event } from "./event.ts";

const KEPT = "spoor.waiting";
/** So many events wait at most; the oldest go first. */
const MOST = 200;
/** A request that outlives its page may carry 64 kB. */
const AT_ONCE = 40;
/** Events that come together go together, in milliseconds. */
const GATHER = 500;
const SOON = 2_000;
const LATE = 60_000;

export type Queue = {
  add(event: Event): void;
  /** Sends this whether or not the visitor is followed, and keeps nothing of it in the browser. */
  once(event: Event): Promise<void>;
  /** From now on what waits is kept in the browser too, and sent. */
  open(): void;
  /** What waits is forgotten, and what comes too. */
  shut(): void;
  /** Sends what waits now: the page may go. */
  flush(): void;
};

/** Events on their way: in memory until the visitor agrees, then kept until the server has them. */
export function createQueue(address: string): Queue {
  let waiting: Event[] = [];
  let state: "closed" | "open" | "shut" = "closed";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delay = SOON;
  let sending = false;

  function keep(): void {
    if (state === "open") write(KEPT, JSON.stringify(waiting));
  }

  function later(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), milliseconds);
  }

  async function send(): Promise<void> {
    if (state !== "open" || sending || waiting.length === 0) return;
    const batch = waiting.slice(0, AT_ONCE);
    sending = true;
    const taken = await post(batch);
    sending = false;
    if (taken) {
      const gone = new Set(batch.map(({ id }) => id));
      waiting = waiting.filter(({ id }) => !gone.has(id));
      delay = SOON;
      keep();
      if (waiting.length > 0) later(0);
    } else {
      later(delay);
      delay = Math.min(LATE, delay * 2);
    }
  }

  /** True when the server has the events, or will never take them. */
  async function post(events: readonly Event[]): Promise<boolean> {
    const body = JSON.stringify({ sent: new Date().toISOString(), events });
    try {
      // As plain text the browser does not ask first whether it may.
      const { status } = await fetch(address, {
        method: "POST",
        body,
        headers: { "Content-Type": "text/plain" },
        credentials: "omit",
        keepalive: body.length < 60_000,
      });
      return status < 500 && status !== 429 && status !== 408;
    } catch {
      return false;
    }
  }

  return {
    add(event) {
      if (state === "shut") return;
      waiting = [...waiting, event].slice(-MOST);
      keep();
      if (state === "open" && !sending) later(GATHER);
    },
    async once(event) {
      for (let wait = SOON; !(await post([event])); wait = Math.min(LATE, wait * 2))
        await new Promise((resolve) => setTimeout(resolve, wait));
    },
    open() {
      if (state === "open") return;
      state = "open";
      waiting = [...before(), ...waiting].slice(-MOST);
      keep();
      later(0);
    },
    shut() {
      state = "shut";
      waiting = [];
      clearTimeout(timer);
    },
    flush: () => later(0),
  };
}

/** What an earlier page could not send. */
function before(): Event[] {
  try {
    const kept: unknown = JSON.parse(read(KEPT) ?? "[]");
    return Array.isArray(kept) ? (kept as Event[]) : [];
  } catch {
    return [];
  }
}
