import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { derive } from "../event/derive.ts";
import { identifierHash } from "../identity/pseudonym.ts";
import { openEngine } from "../open.ts";
import type { Engine } from "../port.ts";
import { overview } from "../question/overview.ts";
import { doesObject, noteObjection } from "./objection.ts";

let engine: Engine;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spoor-objection-"));
  engine = await openEngine({ path: folder });
}, 60_000);
afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
}, 60_000);

let batches = 0;
async function come(
  ws: number,
  by: "person" | "id",
  rows: readonly (readonly [journey: string, ...who: string[]])[],
  touching?: string,
): Promise<void> {
  batches += 1;
  const values = rows.map(
    (
      [journey, ...who],
      nth,
    ) => `(${ws}, ${batches}, 's', 'f', ${nth}, ${nth}, 0, 'event', ${batches * 100 + nth},
      toDateTime64('2026-03-01 10:00:00', 3, 'UTC') + ${nth}, 'e', 'web', '${by === "id" ? journey : ""}',
      [${who.map((value) => `('email', '${value}')`).join(",")}])`,
  );
  if (rows.length > 0)
    await engine.intake.run(
      `INSERT INTO load (ws, import, source, file, row, line, rule, kind, id, time, event, channel, journey, who)
      VALUES ${values.join(",")}`,
    );
  await derive(engine, {
    ws,
    imports: rows.length > 0 ? [batches] : [],
    ...(touching !== undefined && { touching }),
    settings: { identity: {}, journeys: { by } },
  });
}

async function counted(ws: number) {
  const {
    people,
    journeys,
    outside,
    objected = 0,
  } = await overview(engine, { ws, filter: {}, segments: {} });
  return { people, journeys, outside, objected };
}

async function personOf(ws: number, email: string): Promise<string> {
  const [found] = await engine.lookup.rows(
    z.object({ person: z.string() }),
    `SELECT toString(if(linked.person = 0, one, linked.person)) AS person
    FROM (SELECT ${identifierHash("'email'", `'${email}'`)} AS one) AS known
    LEFT JOIN (SELECT identifier, person FROM link FINAL WHERE ws = ${ws}) AS linked ON linked.identifier = known.one`,
  );
  return found!.person;
}

async function object(ws: number, by: "person" | "id", email: string, objects: boolean) {
  const own = await noteObjection(
    engine,
    { ws, person: await personOf(ws, email) },
    objects,
    1_000_000,
  );
  await come(ws, by, [], `SELECT arrayJoin([${own.map((hash) => `toUInt64(${hash})`).join(",")}])`);
}

test.each([
  [1, "person"],
  [2, "id"],
] as const)(
  "who objects is in no number, also when he turns out to be another; withdrawing restores all (%i, %s)",
  async (ws, by) => {
    await come(ws, by, [
      ["j1", "ann@x.nl"],
      ["j1", "ann@x.nl"],
      ["j2", "bob@x.nl"],
      ["j3", "cor@x.nl"],
    ]);
    const all = { people: 3, journeys: 3, outside: 0, objected: 0 };
    expect(await counted(ws)).toEqual(all);

    await object(ws, by, "ann@x.nl", true);
    const without = { people: 2, journeys: 2, outside: 0, objected: 1 };
    expect(await counted(ws)).toEqual(without);
    await object(ws, by, "ann@x.nl", false);
    expect(await counted(ws)).toEqual(all);
    await object(ws, by, "ann@x.nl", true);
    expect(await counted(ws)).toEqual(without);

    // Ann turns out to be Bob: both are out of all numbers, as one.
    await come(ws, by, [["j4", "ann@x.nl", "bob@x.nl"]]);
    expect(await counted(ws)).toEqual({ people: 1, journeys: 1, outside: 0, objected: 1 });
    expect(await doesObject(engine, { ws, person: await personOf(ws, "bob@x.nl") })).toBe(true);
    expect(await doesObject(engine, { ws, person: await personOf(ws, "cor@x.nl") })).toBe(false);
    await come(ws, by, [["j5", "bob@x.nl"]]);
    expect(await counted(ws)).toEqual({ people: 1, journeys: 1, outside: 0, objected: 1 });

    // Deriving everything anew gives the same.
    await derive(engine, { ws, imports: null, settings: { identity: {}, journeys: { by } } });
    expect(await counted(ws)).toEqual({ people: 1, journeys: 1, outside: 0, objected: 1 });
    await object(ws, by, "bob@x.nl", false);
    expect(await counted(ws)).toEqual({
      people: 2,
      journeys: by === "id" ? 5 : 2,
      outside: 0,
      objected: 0,
    });
  },
);
