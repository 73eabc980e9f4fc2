import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { derive } from "../../engine/event/derive.ts";
import { literal } from "../../engine/literal.ts";
import type { PersonTies, ReviewPair, WhoState } from "../../protocol/identity/who.ts";
import { openSpoor, type Spoor } from "../compose.ts";
import { readConfig } from "../config.ts";
import { findWorkspace } from "../documents/workspace.ts";

let folder: string;
let spoor: Spoor;
let ws: number;

/** Thirty people, eight of them twice with a typing error, and a family of two. */
const crowd = Array.from({ length: 38 }, (_, nth) => {
  const person = nth % 30;
  const letter = (by: number) => String.fromCodePoint(97 + ((person * by) % 26));
  const name = `${letter(7)}${letter(11)}${letter(3)}${letter(17)}${letter(5)}a`;
  return {
    Voornaam: `${letter(5)}${letter(9)}${letter(15)}e`,
    Achternaam: nth < 30 ? `${name}stra` : `${name}srta`,
    Geboortedatum: `19${40 + person}-0${1 + (person % 9)}-1${person % 7}`,
    Telefoon: `06${12_345_678 + person * 76_543}`,
  };
});

async function open(): Promise<void> {
  spoor = await openSpoor(readConfig({ SPOOR_DATA: folder, SPOOR_DEMO: "0" }));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spoor-who-"));
  await open();
  ws = (await findWorkspace(spoor.documents, "own")).id;
  const values = crowd.map((attributes, nth) => {
    const map = Object.entries(attributes).flat().map(literal).join(",");
    return `(${ws}, 1, 'crm', 'f', ${nth}, ${nth}, 0, 'event', sipHash64(${nth}), 'bought',
      [('customer', 'k${nth}'), ('email', 'm${nth}@mail.nl')], map(${map}))`;
  });
  await spoor.engine.intake.run(
    `INSERT INTO load (ws, import, source, file, row, line, rule, kind, id, event, who, attributes) VALUES ${values.join(",")}`,
  );
  await derive(spoor.engine, { ws, imports: null, settings: { identity: {} } });
}, 120_000);
afterAll(async () => {
  await spoor[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
}, 60_000);

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await spoor.app.request(`http://localhost/api/w/own/${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { "Content-Type": "application/json" },
    }),
  });
  expect(response.ok, await response.clone().text()).toBe(true);
  return response.json() as Promise<T>;
}

async function settled(): Promise<WhoState> {
  for (;;) {
    const state = await ask<WhoState>("GET", "who");
    if (state.searching === null && state.deriving === null) return state;
    await pause(50);
  }
}

/** All that is derived, as it is asked for. */
async function derived(): Promise<unknown> {
  const rows = (sql: string) => spoor.engine.lookup.rows(z.unknown(), sql);
  return [
    await rows(
      `SELECT journey, person, start, steps, traits FROM journey FINAL WHERE ws = ${ws} ORDER BY journey`,
    ),
    await rows(
      `SELECT identifier, person FROM link FINAL WHERE ws = ${ws} AND person != identifier ORDER BY identifier`,
    ),
    await ask("GET", "overview"),
  ];
}

const SLOW = 400_000;

test(
  "what a search found is decided on, one by one and at once, undone, and outlives a restart",
  async () => {
    const by = "Anna";
    expect((await ask<WhoState>("GET", "who")).last).toBe(null);
    await ask("POST", "who/search", { by });
    const found = await settled();
    expect(found).toMatchObject({
      searchFailed: null,
      open: { sure: 8, later: 0 },
      last: { by, people: 38 },
    });
    const before = await derived();

    // Who objects after the search stands in none of its pairs, and comes back when he withdraws that.
    const [objector] = await ask<ReviewPair[]>("GET", "who/review?sure=1");
    const objection = `people/${objector!.sides[0].person}/objection`;
    await ask("PUT", objection, { objects: true, who: by });
    expect((await settled()).open.sure).toBe(7);
    expect(
      (await ask<ReviewPair[]>("GET", "who/review")).map(({ a, b }) => [a, b]),
    ).not.toContainEqual([objector!.a, objector!.b]);
    await ask("PUT", objection, { objects: false, who: by });
    expect((await settled()).open).toEqual(found.open);

    const list = await ask<ReviewPair[]>("GET", "who/review?sure=1");
    const [first, second, third] = list;
    expect(list).toHaveLength(8);
    expect(first!.sides.map(({ sources, events }) => [sources, events])).toEqual([
      [["crm"], 1],
      [["crm"], 1],
    ]);
    expect(first!.sides[0].fields["birth"]).toBe(first!.sides[1].fields["birth"]);
    expect(first!.sides[0].identifiers[0]!.value).toMatch(/^…/);

    const decide = (pair: ReviewPair | undefined, says: string) =>
      ask<{ id: number }>("POST", "who/decisions", {
        a: pair!.a,
        b: pair!.b,
        says,
        by,
        reason: "seen",
      });
    const same = await decide(first, "same");
    await decide(second, "apart");
    await decide(third, "later");
    expect((await settled()).open).toEqual({ ...found.open, sure: 5, later: 1 });
    // Under whichever of their names one asks, it is the same person now.
    const one = await ask<{ identifiers: unknown[] }>("GET", `people/${first!.a}`);
    expect(one.identifiers).toHaveLength(4);
    expect(await ask("GET", `people/${first!.b}`)).toEqual(one);

    const all = await ask<{ id: number; pairs: number }>("POST", "who/decisions/sure", { by });
    expect(all.pairs).toBe(5);
    expect((await settled()).open).toMatchObject({ sure: 0, later: 1 });
    await spoor[Symbol.asyncDispose]();
    await open();
    expect((await ask<WhoState>("GET", "who")).open).toMatchObject({ sure: 0, later: 1 });

    const { decisions, total } = await ask<{
      decisions: { id: number; pairs: number; says: string }[];
      total: number;
    }>("GET", "who/decisions");
    expect([total, decisions.map(({ says, pairs }) => [says, pairs])]).toEqual([
      4,
      [
        ["same", 5],
        ["later", 1],
        ["apart", 1],
        ["same", 1],
      ],
    ]);
    for (const { id } of decisions) await ask("POST", `who/decisions/${id}/take-back`, { by });
    expect((await settled()).open).toEqual(found.open);
    expect(await derived()).toEqual(before);

    await ask("POST", `who/decisions/${same.id}/take-back`, { by, back: false });
    expect((await settled()).open.sure).toBe(7);
    await ask("POST", `who/decisions/${same.id}/take-back`, { by });
    await settled();
  },
  SLOW,
);

test(
  "a person shows what ties his identifiers; a tie can be cut, with a look at what falls apart",
  async () => {
    const before = await derived();
    const people = await spoor.engine.lookup.rows(
      z.object({ person: z.string() }),
      `SELECT person FROM link FINAL WHERE ws = ${ws} AND person != identifier ORDER BY person LIMIT 1`,
    );
    const { person } = people[0]!;
    const ties = await ask<PersonTies>("GET", `people/${person}/ties`);
    expect(ties.identifiers.map(({ kind, rows, sources }) => [kind, rows, sources])).toEqual([
      ["customer", 1, ["crm"]],
      ["email", 1, ["crm"]],
    ]);
    expect(ties.ties).toMatchObject([
      { links: true, row: { source: "crm", rows: 1, page: false }, decision: null },
    ]);
    const { a, b } = ties.ties[0]!;
    const parts = await ask<string[][]>("GET", `people/${person}/parting?a=${a}&b=${b}`);
    expect(parts).toHaveLength(2);
    expect(parts).toEqual(expect.arrayContaining([[a], [b]]));
    const cut = await ask<{ id: number }>("POST", "who/decisions", {
      a,
      b,
      says: "apart",
      by: "Bo",
    });
    await settled();
    const after = await ask<PersonTies>("GET", `people/${person}/ties`);
    expect(after.ties).toMatchObject([{ links: false, decision: { says: "apart", by: "Bo" } }]);
    // Only one of the two keeps the row that held both; the other is known all the same.
    const events = await Promise.all(
      [a, b].map(async (one) => (await ask<{ events: unknown[] }>("GET", `people/${one}`)).events),
    );
    expect(events.filter(({ length }) => length > 0)).toHaveLength(1);
    await ask("POST", `who/decisions/${cut.id}/take-back`, { by: "Bo" });
    await settled();
    expect(await derived()).toEqual(before);
  },
  SLOW,
);

test(
  "rules set on the page derive everything anew, and setting what was before brings it back",
  async () => {
    const before = await derived();
    const was = await ask<object>("PUT", "who/rules", {
      email: { blocked: ["M3@mail.nl"], unique: true },
    });
    expect(was).toEqual({});
    await settled();
    const rules = await ask<{ kinds: object[]; shared: object[] }>("GET", "who/rules");
    expect(rules.kinds).toMatchObject([
      { kind: "customer", identifiers: 38, shared: 0, own: {} },
      { kind: "email", identifiers: 38, shared: 1, own: { unique: true } },
    ]);
    expect(rules.shared).toMatchObject([{ kind: "email", value: "m…@…nl", blocked: true }]);
    expect(await derived()).not.toEqual(before);
    await ask("PUT", "who/rules", was);
    await settled();
    expect(await derived()).toEqual(before);
  },
  SLOW,
);
