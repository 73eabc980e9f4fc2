import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { RawPerson } from "../../../core/identity/person-record.ts";
import { derive } from "../../event/derive.ts";
import { openEngine } from "../../open.ts";
import type { Engine } from "../../port.ts";
import { identifierHash } from "../pseudonym.ts";
import { people, personColumns } from "./people.ts";

let engine: Engine;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spoor-people-"));
  engine = await openEngine({ path: folder });
}, 60_000);
afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
}, 60_000);

type Row = {
  readonly day: number;
  readonly who: readonly (readonly [kind: string, value: string])[];
  readonly attributes: Readonly<Record<string, string>>;
};

async function insert(ws: number, rows: readonly Row[]): Promise<void> {
  const values = rows.map(
    ({ day, who, attributes }, nth) =>
      `(${ws}, 1, 'crm', 'f', ${nth}, ${nth}, 0, 'person', sipHash64(${nth}), toDateTime64('2026-01-${10 + day} 00:00:00', 3, 'UTC'),
      'fact', '', '', [${who.map(([kind, value]) => `('${kind}', '${value}')`).join(",")}],
      map(${Object.entries(attributes)
        .flat()
        .map((text) => `'${text}'`)
        .join(",")}), [], '')`,
  );
  await engine.intake.run(
    `INSERT INTO load (ws, import, source, file, row, line, rule, kind, id, time, event, channel,
      journey, who, attributes, measures, comment) VALUES ${values.join(",")}`,
  );
  await derive(engine, { ws, imports: null, settings: { identity: {} } });
}

test("a person is one record: what his rows told last, and his own identifiers", async () => {
  await insert(1, [
    {
      day: 1,
      who: [
        ["customer", "1"],
        ["email", "jan@mail.nl"],
      ],
      attributes: { Voornaam: "J.", Achternaam: "Jansen" },
    },
    { day: 3, who: [["customer", "1"]], attributes: { Voornaam: "Jan", Woonplaats: "Assen" } },
    {
      day: 2,
      who: [["email", "jan@mail.nl"]],
      attributes: { Voornaam: "Johan", Woonplaats: "Breda" },
    },
    { day: 1, who: [["customer", "2"]], attributes: { Achternaam: "Bakker", Kleur: "rood" } },
  ]);
  const columns = await personColumns(engine, 1);
  expect(columns).toEqual({
    given: "Voornaam",
    surname: "Achternaam",
    place: "Woonplaats",
    email: "email",
  });
  const found: RawPerson[] = [];
  for await (const some of people(engine, 1, columns)) found.push(...some);
  const named = found.map(({ ref: _ref, ...facts }) => facts);
  expect(named.toSorted((a, b) => (a.surname! < b.surname! ? -1 : 1))).toEqual([
    { given: "", surname: "Bakker", place: "", email: "" },
    { given: "Jan", surname: "Jansen", place: "Assen", email: "jan@mail.nl" },
  ]);
  const [person] = await engine.lookup.rows(
    z.object({ person: z.string() }),
    `SELECT toString(person) AS person FROM link FINAL WHERE ws = 1 AND identifier = ${identifierHash("'customer'", "'1'")}`,
  );
  expect(found.find(({ surname }) => surname === "Jansen")!.ref).toBe(person!.person);
});

test("a workspace without people has none, and no columns", async () => {
  expect(await personColumns(engine, 7)).toEqual({});
  const found = [];
  for await (const some of people(engine, 7, { surname: "Achternaam" })) found.push(...some);
  expect(found).toEqual([]);
});
