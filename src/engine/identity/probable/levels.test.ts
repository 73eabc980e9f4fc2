import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { compared, levelName, type Compared } from "../../../core/identity/comparison.ts";
import { standardise, type RawPerson } from "../../../core/identity/person-record.ts";
import { literal } from "../../literal.ts";
import { openEngine } from "../../open.ts";
import type { Engine } from "../../port.ts";
import { levelsOf, levelsSql } from "./levels.ts";
import { texts } from "./tables.ts";

let engine: Engine;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spoor-levels-"));
  engine = await openEngine({ path: folder });
}, 60_000);
afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
}, 60_000);

type Facts = Omit<RawPerson, "ref">;

/** Records as a subquery, each with its place in the list as `nth`. */
function recordsSql(all: readonly Facts[]): string {
  const rows = all.map((facts, nth) => {
    const record = standardise({ ref: "r", ...facts });
    const cells = texts.map(([name, of]) => `${literal(of(record))} AS ${name}`);
    const parts = `[${record.parts.map(literal).join(",")}]::Array(String) AS parts`;
    return `SELECT ${nth} AS nth, ${cells.join(", ")}, ${parts}`;
  });
  return `(${rows.join(" UNION ALL ")})`;
}

/** What pairs of records agree on, by the engine. */
async function agreements(pairs: readonly (readonly [Facts, Facts])[]) {
  const rows = await engine.lookup.rows(
    z.object({ pattern: z.number() }),
    `SELECT pattern FROM (
      SELECT a.nth AS at, ${levelsSql}
      FROM ${recordsSql(pairs.map(([a]) => a))} AS a JOIN ${recordsSql(pairs.map(([, b]) => b))} AS b ON b.nth = a.nth
    ) ORDER BY at`,
  );
  return rows.map(({ pattern }) => {
    const levels = levelsOf(pattern);
    const told = compared.map((name, at) => [name, levelName(name, levels[at]!)] as const);
    return Object.fromEntries(told.filter(([, level]) => level !== null));
  });
}

const cases: readonly (readonly [Facts, Facts, Partial<Record<Compared, string>>])[] = [
  [{}, {}, {}],
  [{ given: "Jan" }, {}, {}],
  [{ given: "Jan" }, { given: "JAN" }, { given: "same" }],
  [{ given: "Jan" }, { given: "J." }, { given: "initial" }],
  [{ given: "Jan" }, { given: "P." }, { given: "other" }],
  [{ given: "Jan" }, { given: "Jan Willem" }, { given: "part" }],
  [{ given: "Marieke" }, { given: "Mareike" }, { given: "near" }],
  [{ given: "Johannes" }, { given: "Johanna" }, { given: "near" }],
  [{ given: "Sanne" }, { given: "Anne" }, { given: "near" }],
  [{ given: "Karin" }, { given: "Karen" }, { given: "similar" }],
  [{ given: "Karin" }, { given: "Piet" }, { given: "other" }],
  [{ given: "Özgür" }, { given: "Ozgur" }, { given: "same" }],
  [{ given: "Jan", surname: "Peters" }, { given: "Peters", surname: "Jan" }, { given: "swapped" }],
  [{ surname: "van der Berg" }, { surname: "v.d. Berg" }, { surname: "same" }],
  [{ surname: "van der Berg" }, { surname: "Berg" }, { surname: "same" }],
  [{ surname: "van der Berg" }, { surname: "ten Berg" }, { surname: "prefix" }],
  [{ surname: "Jansen-de Vries" }, { surname: "De Vries" }, { surname: "part" }],
  [{ surname: "Jansen-de Vries" }, { surname: "de Vries-Jansen" }, { surname: "same" }],
  [{ surname: "Hoekstra" }, { surname: "Hoekstar" }, { surname: "near" }],
  [{ surname: "Bakker" }, { surname: "Visser" }, { surname: "other" }],
  [{ birth: "1980-05-03" }, { birth: "3 mei 1980" }, { birth: "same" }],
  [{ birth: "1980-05-03" }, { birth: "1980-03-05" }, { birth: "swapped" }],
  [{ birth: "1980-05-03" }, { birth: "1980-05-08" }, { birth: "near" }],
  [{ birth: "1980-05-03" }, { birth: "1908-05-03" }, { birth: "near" }],
  [{ birth: "1980-05-03" }, { birth: "1980-05-26" }, { birth: "similar" }],
  [{ birth: "1980-05-03" }, { birth: "1980" }, { birth: "similar" }],
  [{ birth: "1980-12-30" }, { birth: "1981-01-21" }, { birth: "similar" }],
  [{ birth: "1980-05-03" }, { birth: "1981-02-17" }, { birth: "close" }],
  [{ birth: "1980-05-03" }, { birth: "1987-11-21" }, { birth: "decade" }],
  [{ birth: "1980-05-03" }, { birth: "1950-11-21" }, { birth: "other" }],
  [{ birth: "1980-05-03" }, { birth: "1981" }, { birth: "other" }],
  [
    { postcode: "1234 AB", house: "12" },
    { postcode: "1234ab", house: "12", street: "Kerkstraat" },
    { address: "same" },
  ],
  [
    { postcode: "1234 AB", house: "12 A" },
    { postcode: "1234 AB", house: "12" },
    { address: "same" },
  ],
  [
    { postcode: "1234 AB", house: "12 A" },
    { postcode: "1234 AB", house: "12 B" },
    { address: "near" },
  ],
  [{ postcode: "1234 AB", house: "12" }, { postcode: "1243 AB", house: "12" }, { address: "near" }],
  [
    { street: "Dorpsstraat", house: "12", place: "Assen" },
    { street: "Dorpstraat", house: "12", place: "Assen" },
    { address: "near" },
  ],
  [
    { postcode: "1234 AB", house: "12" },
    { postcode: "1234 AB", house: "14" },
    { address: "similar" },
  ],
  [
    { street: "Kerkstraat", house: "1", place: "Assen" },
    { street: "Kerkstraat", house: "7", place: "Assen" },
    { address: "similar" },
  ],
  [{ postcode: "1234 AB" }, { postcode: "1234 XY" }, { address: "place" }],
  [{ place: "'s-Gravenhage" }, { place: "Den Haag" }, { address: "place" }],
  [{ place: "Assen" }, { place: "Breda" }, { address: "other" }],
  [{ house: "12" }, { house: "12" }, {}],
  [{ phone: "06-12345678" }, { phone: "+31 6 1234 5678" }, { phone: "same" }],
  [{ phone: "06-12345678" }, { phone: "06-12345687" }, { phone: "near" }],
  [{ phone: "06-12345678" }, { phone: "06-1345678" }, { phone: "near" }],
  [{ phone: "06-12345678" }, { phone: "06-87654321" }, { phone: "other" }],
  [{ email: "Jan@mail.nl" }, { email: "jan+x@mail.nl" }, { email: "same" }],
  [{ email: "jan.jansen@mail.nl" }, { email: "jan.jansn@mail.nl" }, { email: "near" }],
  [{ email: "j.visser82@mail.nl" }, { email: "j.visser82@ziggo.nl" }, { email: "part" }],
  [{ email: "j.visser@mail.nl" }, { email: "j.visser@ziggo.nl" }, {}],
  [{ email: "jan.jansen1@mail.nl" }, { email: "jan.jansen2@mail.nl" }, {}],
  [{ email: "jan@mail.nl" }, { email: "piet@ziggo.nl" }, { email: "other" }],
  [{ number: "K-00123" }, { number: "k00123" }, { number: "same" }],
  [{ number: "8223506" }, { number: "8225306" }, { number: "near" }],
  [{ number: "8223506" }, { number: "1154270" }, { number: "other" }],
];

test("two records agree as well as a person would say, whichever comes first", async () => {
  const expected = cases.map(([a, b, levels]) => ({ a, b, levels }));
  const there = await agreements(cases.map(([a, b]) => [a, b]));
  const back = await agreements(cases.map(([a, b]) => [b, a]));
  const told = (found: typeof there) => cases.map(([a, b], at) => ({ a, b, levels: found[at] }));
  expect(told(there)).toEqual(expected);
  expect(told(back)).toEqual(expected);
});
