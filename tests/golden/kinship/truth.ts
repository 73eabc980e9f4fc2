import { readFileSync } from "node:fs";
import type { RawPerson } from "../../../src/core/identity/person-record.ts";
import type { ProbableLink } from "../../../src/core/identity/probable-link.ts";
import { findLinks } from "../../../src/engine/identity/probable/find.ts";
import type { Engine } from "../../../src/engine/port.ts";

/** A record with the person it is of, which no search ever sees. */
export type Known = RawPerson & { readonly person: string };

/** Rows of a plain CSV file, by the names of its columns. */
function rowsOf(path: string): Record<string, string>[] {
  const [head = [], ...rows] = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(",").map((cell) => cell.trim()));
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ""])));
}

/** FEBRL (Christen & Pudjijono): the person stands in the name of the record. `number` is left out unless asked for. */
export function febrl(path: string, withNumber: boolean): Known[] {
  return rowsOf(path).map((row) => ({
    ref: row["rec_id"]!,
    person: /^rec-(\d+)/.exec(row["rec_id"]!)![1]!,
    given: row["given_name"]!,
    surname: row["surname"]!,
    house: row["street_number"]!,
    street: row["address_1"]!,
    place: row["suburb"]!,
    postcode: row["postcode"]!,
    birth: row["date_of_birth"]!,
    ...(withNumber && { number: row["soc_sec_id"]! }),
  }));
}

/** The thousand records that Splink is shown with. */
export function fake1000(path: string): Known[] {
  return rowsOf(path).map((row) => ({
    ref: row["unique_id"]!,
    person: row["cluster"]!,
    given: row["first_name"]!,
    surname: row["surname"]!,
    birth: row["dob"]!,
    place: row["city"]!,
    email: row["email"]!,
  }));
}

export type Score = {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
};

/** Finds links without the truth, and tells how good those above a probability are with it. */
export async function measured(engine: Engine, name: string, records: readonly Known[]) {
  const people = records.map(({ person: _truth, ...raw }) => raw);
  const personOf = new Map(records.map(({ ref, person }) => [ref, person]));
  const sizes = new Map<string, number>();
  for (const { person } of records) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  const truePairs = Array.from(sizes.values()).reduce(
    (sum, size) => sum + (size * (size - 1)) / 2,
    0,
  );
  const batch = (async function* () {
    yield people;
  })();
  await using found = await findLinks(engine, { name, people: batch, least: 0.01 });
  const links = await found.list({ limit: 1_000_000 });
  const score = (take: (link: ProbableLink) => boolean): Score => {
    const taken = links.filter(take);
    const right = taken.filter(({ a, b }) => personOf.get(a) === personOf.get(b)).length;
    const precision = right / taken.length;
    const recall = right / truePairs;
    return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
  };
  const from = (probability: number) => score((link) => link.probability >= probability);
  return {
    truePairs,
    from,
    sure: score(({ standing }) => standing === "sure"),
    curve: [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999].map((probability) => ({
      probability,
      ...from(probability),
    })),
  };
}

/** The curve as lines that one can read. */
export function curveText({
  truePairs,
  curve,
  sure,
}: Awaited<ReturnType<typeof measured>>): string {
  const line = (what: string, { precision, recall, f1 }: Score) =>
    `${what.padEnd(8)} ${[precision, recall, f1].map((share) => share.toFixed(4)).join("  ")}`;
  return [
    `${truePairs} true pairs`,
    "p ≥       precision recall  F1",
    ...curve.map((point) => line(String(point.probability), point)),
    line("sure", sure),
    "",
  ].join("\n");
}
