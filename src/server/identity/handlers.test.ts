import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ProbableLinks } from "../../core/identity/probable-link.ts";
import { message } from "../../core/message/message.ts";
import { derive } from "../../engine/event/derive.ts";
import { literal } from "../../engine/literal.ts";
import { openEngine } from "../../engine/open.ts";
import { noteObjection } from "../../engine/people/objection.ts";
import type { Engine } from "../../engine/port.ts";
import type { Documents } from "../documents/documents.ts";
import { openDocuments } from "../documents/open.ts";
import { createWorkspace, findWorkspace } from "../documents/workspace.ts";
import { identityHandlers } from "./handlers.ts";
import { Searcher } from "./searcher.ts";

let folder: string;
let engine: Engine;
let documents: Documents;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spoor-links-"));
  engine = await openEngine({ path: join(folder, "engine") });
  documents = await openDocuments({ path: join(folder, "documents") });
}, 120_000);
afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  await documents[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
}, 120_000);

const SLOW = 300_000;

async function workspaceOf(slug: string, rows: readonly Readonly<Record<string, string>>[]) {
  const { id } = await createWorkspace(documents, { slug, name: slug, kind: "own" });
  const values = rows.map((attributes, nth) => {
    const map = Object.entries(attributes).flat().map(literal).join(",");
    return `(${id}, 1, 'crm', 'f', ${nth}, ${nth}, 0, 'person', sipHash64(${nth}), 'fact', [('customer', 'k${nth}')], map(${map}))`;
  });
  await engine.intake.run(
    `INSERT INTO load (ws, import, source, file, row, line, rule, kind, id, event, who, attributes) VALUES ${values.join(",")}`,
  );
  await derive(engine, { ws: id, imports: null, settings: { identity: {} } });
}

function ask(workspace: string, query: { columns?: Record<string, string>; limit?: number } = {}) {
  const { signal } = new AbortController();
  const input = { params: { workspace }, query, body: undefined, signal };
  return identity().probableLinks({ ...input, request: new Request("http://spoor/") });
}

let handlers: ReturnType<typeof identityHandlers> | null = null;
const identity = () =>
  (handlers ??= identityHandlers({
    engine,
    documents,
    searcher: new Searcher({ engine, documents, report: console.error }),
  }));

/** Forty people, ten of them twice with a typing error. */
const crowd = Array.from({ length: 50 }, (_, nth) => {
  const person = nth % 40;
  const letter = (by: number) => String.fromCodePoint(97 + ((person * by) % 26));
  const name = `${letter(7)}${letter(11)}${letter(3)}${letter(17)}${letter(5)}a`;
  return {
    Voornaam: `${letter(5)}${letter(9)}${letter(15)}e`,
    Achternaam: nth < 40 ? `${name}stra` : `${name}srta`,
    Geboortedatum: `19${40 + person}-0${1 + (person % 9)}-1${person % 7}`,
    Telefoon: `06${12_345_678 + person * 76_543}`,
  };
});

test(
  "people that are probably one are told with what they were compared by; nothing changes",
  async () => {
    await workspaceOf("crm", crowd);
    const found = ProbableLinks.parse(await ask("crm", { limit: 1000 }));
    expect(found).toMatchObject({
      people: 50,
      columns: {
        given: "Voornaam",
        surname: "Achternaam",
        birth: "Geboortedatum",
        phone: "Telefoon",
      },
      sure: 10,
    });
    expect(found.links.filter(({ standing }) => standing === "sure")).toHaveLength(10);
    expect(found.links).toHaveLength(found.sure + found.review);
    expect(ProbableLinks.parse(await ask("crm", { limit: 1000 }))).toEqual(found);
    expect((await ask("crm", { limit: 3 })).links).toEqual(found.links.slice(0, 3));
  },
  SLOW,
);

test(
  "who objects is compared with nobody, and the search says how many",
  async () => {
    await workspaceOf("objecting", crowd);
    const { id: ws } = await findWorkspace(documents, "objecting");
    const found = ProbableLinks.parse(await ask("objecting", { limit: 1000 }));
    expect(found).toMatchObject({ people: 50, objecting: 0 });
    const { a: person } = found.links.find(({ standing }) => standing === "sure")!;
    await noteObjection(engine, { ws, person }, true, 1_000_000);
    const without = ProbableLinks.parse(await ask("objecting", { limit: 1000 }));
    expect(without).toMatchObject({ people: 49, objecting: 1 });
    expect(without.links.filter(({ a, b }) => a === person || b === person)).toEqual([]);
    await noteObjection(engine, { ws, person }, false, 1_000_000);
    expect(ProbableLinks.parse(await ask("objecting", { limit: 1000 }))).toEqual(found);
  },
  SLOW,
);

test(
  "one search of a workspace at a time",
  async () => {
    await workspaceOf("twice", crowd);
    const [first, second] = await Promise.allSettled([ask("twice"), ask("twice")]);
    expect(first.status).toBe("fulfilled");
    expect(second).toMatchObject({
      status: "rejected",
      reason: { code: "conflict", told: message("links-being-sought") },
    });
  },
  SLOW,
);

test("without a column that tells who somebody is, one is asked for", async () => {
  await workspaceOf("bare", [{ Kleur: "rood" }]);
  await expect(ask("bare")).rejects.toMatchObject({
    code: "bad-request",
    told: message("no-person-columns"),
  });
  expect(await ask("bare", { columns: { surname: "Kleur" } })).toMatchObject({
    people: 1,
    sure: 0,
  });
});
