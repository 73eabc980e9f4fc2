import type { Identifier } from "../../../engine/identity/read-identifiers.ts";
import { accessWords, type AccessPart } from "../../../core/people/access-words.ts";
import type { Language } from "../../../core/message/wording.ts";
import type { RetentionTerm } from "../../../core/people/retention-rule.ts";
import { purposeCalled, type Purpose } from "../../../core/people/consent.ts";
import { consentHistory } from "../../../engine/people/consent.ts";
import { CONSENT } from "../../../engine/people/consent-attributes.ts";
import {
  heldEvents,
  heldIdentifiers,
  heldJourneys,
  heldLinks,
  heldShared,
  heldSources,
  heldTraits,
  type HeldEvent,
} from "../../../engine/people/held.ts";
import { doesObject } from "../../../engine/people/objection.ts";
import { inSegment } from "../../../engine/people/in-segment.ts";
import type { Whose } from "../../../engine/people/own-rows.ts";
import type { Engine } from "../../../engine/port.ts";
import type { NamedSegment } from "../../map/shelf.ts";

/** A part of an access export: a table whose rows come as they are asked for. */
export type Section = {
  readonly part: AccessPart;
  readonly title: string;
  readonly about: string;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly string[]>;
};

export type Access = {
  readonly title: string;
  readonly lead: string;
  readonly language: Language;
  readonly nothing: string;
  readonly sections: readonly Section[];
};

/** What of the documents is about him, as rows of its section. */
export type HeldDocuments = Readonly<Record<"requests" | "notes", readonly (readonly string[])[]>>;

export type AccessAsked = {
  readonly engine: Engine;
  readonly whose: Whose;
  readonly language: Language;
  readonly workspace: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly purposes: readonly Purpose[];
  readonly personas: readonly NamedSegment[];
  readonly documents: HeldDocuments;
  /** How long what is kept. */
  readonly terms: readonly RetentionTerm[];
};

/** So many words about consent are told. */
const WORDS = 100_000;

/** All that is held of one person, in parts. Nothing of it is read before its rows are asked for. */
export async function accessOf(asked: AccessAsked): Promise<Access> {
  const { engine, whose, language, workspace, now } = asked;
  const words = accessWords[language];
  const own = await heldIdentifiers(engine, whose);
  const rowsOf = rowsByPart(asked, own);
  const parts = Object.keys(words.parts) as AccessPart[];
  return {
    title: words.title,
    lead: words.lead(
      workspace,
      `${new Date(now).toISOString().slice(0, 16).replace("T", " ")} UTC`,
    ),
    language,
    nothing: words.nothing,
    sections: parts.map((part) => ({ part, ...words.parts[part], rows: rowsOf[part]() })),
  };
}

type Rows = AsyncIterable<readonly string[]>;

function rowsByPart(asked: AccessAsked, own: Identifier[]): Record<AccessPart, () => Rows> {
  const { engine, whose, language, now, purposes, personas, documents } = asked;
  const words = accessWords[language];
  const named = new Map(own.map(({ hash, kind, value }) => [hash, `${kind} ${value}`]));
  return {
    async *identities() {
      for (const { kind, value } of own) yield [kind, value, ""];
      for (const { kind } of await heldShared(engine, whose, own))
        yield [kind, words.shared(kind), words.sharedAbout];
    },
    async *links() {
      for (const { a, b, source, first, times } of await heldLinks(engine, whose, own))
        yield [named.get(a) ?? "", named.get(b) ?? "", source, known(first), String(times)];
    },
    async *events() {
      for await (const event of heldEvents(engine, whose, own)) yield eventRow(event);
    },
    async *traits() {
      for (const { name, value, source, since } of await heldTraits(engine, whose, own))
        yield [name, value, source, known(since)];
    },
    async *journeys() {
      for (const { start, end, steps } of await heldJourneys(engine, whose))
        yield [start, end, String(steps)];
    },
    async *segments() {
      const meanings = Object.fromEntries(personas.map(({ id, predicate }) => [id, predicate]));
      for (const { id, name, predicate } of personas) {
        const journeys = await inSegment(engine, whose, id, meanings);
        const rule = Object.entries(predicate)
          .map(([attribute, values]) => `${attribute}: ${values.join(" / ")}`)
          .join("; ");
        if (journeys > 0) yield [name, rule, String(journeys)];
      }
    },
    async *consents() {
      const names = new Map(purposes.map(({ id, name }) => [id, name]));
      for (const said of await consentHistory(engine, { ...whose, now }, WORDS)) {
        const purpose = names.get(purposeCalled(purposes, said.purpose) ?? "") ?? said.purpose;
        yield [purpose, words[said.said], said.time, said.text, said.how, said.source];
      }
    },
    async *objection() {
      yield [(await doesObject(engine, whose)) ? words.objects : words.keepsQuiet];
    },
    requests: () => listed(documents.requests),
    notes: () => listed(documents.notes),
    decisions: () => listed([]),
    kept: () =>
      listed(
        asked.terms.map(({ kind, event, source, days }) => [
          [kind, event, source].filter((each) => each !== null).join(" · ") || words.everything,
          words.days(days),
        ]),
      ),
    async *sources() {
      for (const { source, rows, first, last } of await heldSources(engine, whose, own))
        yield [source, String(rows), first ?? "", last ?? ""];
    },
  };
}

async function* listed(rows: readonly (readonly string[])[]): Rows {
  yield* rows;
}

/** A time; empty for what has none. */
function known(time: string): string {
  return time.startsWith("1970-01-01T00:00:00") ? "" : time;
}

function eventRow(event: HeldEvent): string[] {
  const { time, kind, event: what, channel, place, why, how, source, comment } = event;
  const particulars = Object.entries(event.attributes).map(
    ([name, value]) => `${name.startsWith(CONSENT) ? name.replace(":", ": ") : name}: ${value}`,
  );
  const figures = event.measures.map(({ name, value, unit }) => `${name}: ${value} ${unit}`.trim());
  return [
    known(time),
    kind,
    what,
    channel,
    place,
    why,
    how,
    source,
    particulars.join("; "),
    figures.join("; "),
    comment,
  ];
}
