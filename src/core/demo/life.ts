import { FROM, TO } from "./calendar.ts";
import type { Chance } from "./chance.ts";
import { affects, odds, type PainId } from "./pains.ts";
import type { Person } from "./person.ts";
import type { SourceId } from "./source.ts";
import type { Tally } from "./tally.ts";

/** What one system noted about one person. */
export type Note = { readonly source: SourceId; readonly at: number; readonly text: string };

/** Identifiers in one row, as they are after normalising. */
export type Who = Partial<
  Record<"customer" | "email" | "phone" | "cookie" | "device" | "nickname", string>
>;

/** One person's two years while they are being told. */
export type Life = {
  readonly person: Person;
  readonly chance: Chance;
  readonly tally: Tally;
  readonly notes: Note[];
  /** Identifiers (`kind value`) that rows tie together, directly or through others. */
  readonly ties: Set<string>[];
  /** Whether the company knows who the visitor is. */
  known: boolean;
};

/** Notes a row about somebody in a system, when it falls in the two years. */
export function note(life: Life, source: SourceId, at: number, who: Who, text: string): void {
  if (at < FROM || at >= TO) return;
  life.notes.push({ source, at, text });
  tie(
    life.ties,
    Object.entries(who).map(([kind, value]) => `${kind} ${value}`),
  );
}

function tie(ties: Set<string>[], identifiers: readonly string[]): void {
  const touched = ties.filter((group) => identifiers.some((identifier) => group.has(identifier)));
  const group = touched[0] ?? new Set();
  if (touched.length === 0 && identifiers.length > 0) ties.push(group);
  for (const other of touched.slice(1)) {
    for (const identifier of other) group.add(identifier);
    ties.splice(ties.indexOf(other), 1);
  }
  for (const identifier of identifiers) group.add(identifier);
}

/** An id for the next row, unique in the whole set. */
export function nextId(life: Life, prefix: string): string {
  return `${prefix}${life.person.index.toString(36)}-${life.notes.length}`;
}

/** Lets a planted pain strike or not, and counts it when it happens within the two years. */
export function strikes(life: Life, id: PainId, inSegment: boolean, at: number): boolean {
  const hit = life.chance.hit(odds(id, inSegment, at));
  if (at < TO) life.tally.pain(id, affects(id, inSegment, at), hit);
  return hit;
}
