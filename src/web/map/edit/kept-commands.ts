import { z } from "zod";
import { Command } from "../../../core/map/command.ts";
import type { Kept } from "../../../core/map/session.ts";
import { Author } from "../../../protocol/map/live.ts";
import { drawn } from "./identity.ts";

/** What a browser still has to bring to the server, as it outlives tab, crash and connection. */
const Draft = z.object({
  client: Author.shape.client,
  next: z.number().int().min(1),
  pending: z.array(
    z.object({
      number: z.number().int().min(1),
      command: Command,
      said: z.string(),
      seq: z.number().int().nullable(),
    }),
  ),
});

const OWN = "spoor.client";

function prefix(place: string): string {
  return `spoor.draft/${place}/`;
}

/** What this tab kept of a map (`workspace/map`); a fresh start under a number of its own otherwise. */
export function takeUp(place: string): Kept {
  const own = sessionStorage.getItem(OWN);
  // A tab that is copied brings its client along: from here on it is another's.
  sessionStorage.removeItem(OWN);
  const known = own === null ? null : read(prefix(place) + own);
  return known ?? { client: `tab-${drawn(16)}`, next: 1, pending: [] };
}

/** The tab goes: whoever comes back in it goes on as the same client. */
export function leave(client: string): void {
  sessionStorage.setItem(OWN, client);
}

/** Writes it down before it is sent; with nothing on its way and nobody there, nothing has to stay. */
export function keep(place: string, { client, next, pending }: Kept): void {
  localStorage.setItem(prefix(place) + client, JSON.stringify({ client, next, pending }));
}

export function forget(place: string, client: string): void {
  localStorage.removeItem(prefix(place) + client);
}

/** What tabs that are gone could not bring to the server any more. */
export function orphans(place: string, own: string): Kept[] {
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? "");
  return keys
    .filter((key) => key.startsWith(prefix(place)) && key !== prefix(place) + own)
    .flatMap((key) => read(key) ?? []);
}

function read(key: string): Kept | null {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  try {
    return Draft.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
