import type { IdentifierRule, JourneyCut } from "../../core/event/mapping.ts";
import { kindRule } from "../../core/identity/least-trust.ts";

/** What `derive` must give, told a second time in plain loops, for its tests. */

export type Row = {
  readonly source: string;
  readonly row: number;
  readonly kind: "event" | "feedback" | "person";
  readonly hour: number;
  readonly event: string;
  readonly journey: string;
  readonly who: readonly (readonly [kind: string, value: string])[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly measures: readonly number[];
  readonly comment: string;
};

type Rules = Readonly<Record<string, Partial<IdentifierRule>>>;

export function expectedJourneys(
  rows: readonly Row[],
  cut: JourneyCut,
  identity: Rules,
): readonly unknown[] {
  const personOf = people(rows, identity);
  const ordered = rows.toSorted(
    (a, b) => a.hour - b.hour || a.source.localeCompare(b.source) || a.row - b.row,
  );
  const names = new Set(rows.filter((row) => row.kind === "event").map((row) => row.event));
  const histories = Map.groupBy(ordered, (row) => (cut.by === "id" ? row.journey : personOf(row)));
  histories.delete("");
  return [...histories.values()].flatMap((history) => {
    const known = cut.by === "id" ? history.find((row) => row.who.length > 0) : history[0];
    const person = personOf(known ?? history[0]!);
    const inborn = rows
      .filter((row) => row.kind === "person" && personOf(row) === person)
      .flatMap(traits);
    const parts = split(
      history.filter((row) => row.kind === "event"),
      cut,
    );
    const facts = history.flatMap((row) => settle(row, parts, names, ordered));
    return parts.map((steps) => describe(steps, facts, inborn));
  });
}

/** In an order that only depends on what they say. */
export function sortJourneys(journeys: readonly unknown[]): unknown[] {
  return sorted(journeys);
}

function sorted<T>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => (text(a) < text(b) ? -1 : 1));
}

type Fact = { readonly step: Row; readonly event: string; readonly row: Row };

function describe(steps: readonly Row[], all: readonly Fact[], inborn: readonly string[]) {
  const facts = all.filter((fact) => steps.includes(fact.step));
  return {
    start: steps[0]!.hour,
    steps: steps.map((step) => step.event),
    waits: steps.slice(1).map((step, i) => step.hour - steps[i]!.hour),
    traits: [...new Set([...inborn, ...facts.flatMap((fact) => traits(fact.row))])].toSorted(),
    measures: sorted(
      facts.flatMap(({ row, event }) => row.measures.map((value) => [value, event, row.hour])),
    ),
    comments: sorted(
      facts
        .filter(({ row }) => row.comment !== "")
        .map(({ row, event }) => [row.comment, event, row.hour]),
    ),
  };
}

/** Text that sorts numbers as numbers: ClickHouse puts 9 before 10. */
function text(value: unknown): string {
  return JSON.stringify(value).replace(/\d+/g, (digits) => digits.padStart(4, "0"));
}

function traits(row: Row): string[] {
  return Object.entries(row.attributes).map(([name, value]) => `${name}=${value}`);
}

function settle(
  row: Row,
  parts: readonly Row[][],
  names: Set<string>,
  ordered: readonly Row[],
): Fact[] {
  if (row.kind === "event") return [{ step: row, event: row.event, row }];
  const first = parts[0]?.[0];
  if (row.kind === "person" || !first) return [];
  const before = parts.flat().filter((step) => ordered.indexOf(step) < ordered.indexOf(row));
  const hit = before.findLast((step) => row.event === "" || step.event === row.event);
  const event = hit?.event ?? (names.has(row.event) ? row.event : "");
  return [{ step: hit ?? before.at(-1) ?? first, event, row }];
}

function split(events: readonly Row[], cut: JourneyCut): Row[][] {
  const parts: Row[][] = [];
  let open = false;
  let last: Row | undefined;
  for (const event of events) {
    const begins = ((): boolean => {
      if (cut.by === "gap") return !last || event.hour - last.hour > cut.days * 24;
      if (cut.by !== "bounds") return !last;
      return cut.start.includes(event.event) && (!open || cut.end.length === 0);
    })();
    if (begins) parts.push([]);
    if (begins || cut.by !== "bounds") open = true;
    if (open) parts.at(-1)!.push(event);
    if (cut.by === "bounds" && cut.end.includes(event.event)) open = false;
    last = event;
  }
  return parts;
}

/** Person per row, as text; empty where nothing says who it was. */
function people(rows: readonly Row[], identity: Rules): (row: Row) => string {
  const name = (who: readonly [string, string]) => who.join(":");
  const kind = (identifier: string) => identifier.split(":")[0]!;
  const met = new Map<string, Set<string>>();
  for (const { who } of rows) {
    for (const one of who) {
      const others = met.get(name(one)) ?? new Set();
      for (const other of who) if (other !== one) others.add(name(other));
      met.set(name(one), others);
    }
  }
  const rule = (of: string) => kindRule(identity[of]);
  const shared = (one: string) => {
    const kinds = Map.groupBy(met.get(one)!, kind);
    return [...kinds].some(
      ([other, ones]) =>
        ones.length > rule(kind(one)).limit ||
        (rule(other).unique && other !== kind(one) && ones.length > 1),
    );
  };
  const component = (one: string): string => {
    const seen = new Set([one]);
    for (const at of seen) {
      for (const other of met.get(at)!) {
        const barred = kind(other) === kind(at) && rule(kind(at)).unique;
        if (!barred && !shared(other)) seen.add(other);
      }
    }
    return [...seen].toSorted().join("+");
  };
  return (row) => {
    if (row.who.length === 0) return row.journey && `journey ${row.journey}`;
    const own = row.who.map(name).find((one) => !shared(one));
    return own ? component(own) : name(row.who[0]!);
  };
}
