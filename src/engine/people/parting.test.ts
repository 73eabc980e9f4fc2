import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Purpose } from "../../core/people/consent.ts";
import { derive } from "../event/derive.ts";
import { everything, insert } from "../event/derive.fixture.ts";
import type { Row } from "../event/derive.oracle.ts";
import { identifierHash } from "../identity/pseudonym.ts";
import type { VerdictChange } from "../identity/verdict.ts";
import { openEngine } from "../open.ts";
import type { Engine } from "../port.ts";
import { overview } from "../question/overview.ts";
import { CONSENT } from "./consent-attributes.ts";
import { consentOf } from "./consent.ts";
import { doesObject, noteObjection } from "./objection.ts";

let engine: Engine;
let folder: string;
let spaces = 0;
let rowNumber = 0;

const known = [
  ["customer", "1"],
  ["customer", "2"],
  ["customer", "3"],
  ["phone", "x"],
  ["email", "p"],
  ["email", "q"],
] as const;
const named = known.map((one) => one.join(" "));
const hashes = new Map<string, string>();
const settings = { identity: { customer: { unique: true }, phone: { limit: 2 } } };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spoor-parting-"));
  engine = await openEngine({ path: folder });
  for (const [kind, value] of known) {
    const [row] = await engine.lookup.rows(
      z.object({ hash: z.string() }),
      `SELECT ${identifierHash(`'${kind}'`, `'${value}'`)} AS hash`,
    );
    hashes.set(`${kind} ${value}`, row!.hash);
  }
}, 60_000);
afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
}, 60_000);

const purposes = ["marketing", "sharing"].map((id): Purpose => ({
  id,
  name: id,
  description: "",
  basis: "consent",
  aliases: [],
  ended: null,
  texts: [],
}));

type Told = Row & { readonly trust: number };
const anyRow: fc.Arbitrary<Omit<Told, "row">> = fc.record({
  source: fc.constantFrom("crm", "web"),
  kind: fc.constantFrom("event" as const, "person" as const),
  hour: fc.nat(40),
  event: fc.constantFrom("a", "b"),
  journey: fc.constant(""),
  who: fc.uniqueArray(fc.constantFrom(...known), {
    minLength: 1,
    maxLength: 2,
    selector: (one) => one.join(" "),
  }),
  attributes: fc.oneof(
    fc.constant({}),
    fc.record({ [`${CONSENT}marketing`]: fc.constantFrom("yes", "no") }),
    fc.record({ [`${CONSENT}sharing`]: fc.constantFrom("yes", "no"), size: fc.constant("s") }),
  ),
  measures: fc.constant([]),
  comment: fc.constant(""),
  trust: fc.constantFrom(1, 2, 2),
});
const anyRows = (most: number) => fc.array(anyRow, { minLength: 1, maxLength: most });
const anyOne = fc.constantFrom(...named);

type Step =
  | { readonly do: "arrive"; readonly rows: readonly Omit<Told, "row">[] }
  | { readonly do: "decide"; readonly says: "same" | "apart"; readonly pair: readonly string[] }
  | { readonly do: "take back"; readonly which: number }
  | { readonly do: "object"; readonly who: string; readonly objects: boolean };
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("arrive" as const), rows: anyRows(4) }),
  fc.record({
    do: fc.constant("decide" as const),
    says: fc.constantFrom("same" as const, "same" as const, "apart" as const),
    pair: fc.uniqueArray(anyOne, { minLength: 2, maxLength: 2 }),
  }),
  fc.record({ do: fc.constant("take back" as const), which: fc.nat(5) }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("object" as const),
      who: anyOne,
      objects: fc.constantFrom(true, true, false),
    }),
  },
);

type Decision = { readonly a: string; readonly b: string; readonly says: "same" | "apart" };

/** A workspace to which things happen one after the other, and what was told and decided in it. */
class Place {
  readonly ws = ++spaces;
  readonly rows: Told[] = [];
  readonly decisions: (Decision | null)[] = [];
  readonly objecting = new Map<string, boolean>();
  #imports = 0;

  async arrive(rows: readonly Omit<Told, "row">[]): Promise<void> {
    const numbered = rows.map((row) => ({ ...row, row: ++rowNumber }));
    this.rows.push(...numbered);
    this.#imports += 1;
    await insert(engine, this.ws, this.#imports, numbered);
    await derive(engine, { ws: this.ws, imports: [this.#imports], settings });
  }

  async decide({ says, pair }: Extract<Step, { do: "decide" }>): Promise<void> {
    const seen = new Set(this.rows.flatMap(({ who }) => who.map((one) => one.join(" "))));
    if (!pair.every((each) => seen.has(each))) return;
    const [a, b] = pair.map((one) => BigInt(hashes.get(one)!)).toSorted((x, y) => (x < y ? -1 : 1));
    const made = { a: String(a), b: String(b), says };
    this.decisions.push(made);
    await this.#verdict(made);
  }

  async takeBack(which: number): Promise<void> {
    const made = this.decisions[which];
    if (!made) return;
    this.decisions[which] = null;
    await this.#verdict(made);
  }

  async object(identifier: string, objects: boolean): Promise<void> {
    const person = (await personOf(this.ws, identifier)) ?? identifier;
    const own = await noteObjection(engine, { ws: this.ws, person }, objects, 1_000_000);
    for (const hash of own) this.objecting.set(String(hash), objects);
    const list = own.map((hash) => `toUInt64(${hash})`).join(",");
    await derive(engine, {
      ws: this.ws,
      imports: [],
      touching: `SELECT arrayJoin([${list}])`,
      settings,
    });
  }

  async #verdict({ a, b }: Decision): Promise<void> {
    const verdicts = [inForce(this.decisions, { a, b })];
    await derive(engine, { ws: this.ws, imports: [], settings, verdicts });
  }

  /** Another workspace with the same rows and decisions, derived at once, in which nobody objects. */
  async twin(decisions: readonly (Decision | null)[] = this.decisions): Promise<number> {
    const ws = ++spaces;
    await insert(engine, ws, 1, this.rows);
    const verdicts = decisions.flatMap((each) => (each ? [inForce(decisions, each)] : []));
    await derive(engine, { ws, imports: null, settings, verdicts });
    return ws;
  }
}

function inForce(
  decisions: readonly (Decision | null)[],
  { a, b }: Pick<Decision, "a" | "b">,
): VerdictChange {
  const nth = decisions.findLastIndex((each) => each?.a === a && each.b === b);
  return { a, b, says: decisions[nth]?.says ?? "nothing", nth: nth + 1 };
}

/** Identifier → person; who is nobody but himself may stand in the table or not, and does not here. */
async function linked(ws: number): Promise<Map<string, string>> {
  const rows = await engine.lookup.rows(
    z.object({ identifier: z.string(), person: z.string() }),
    "SELECT identifier, person FROM link FINAL WHERE ws = {ws:UInt32} AND person != identifier",
    { ws },
  );
  return new Map(rows.map(({ identifier, person }) => [identifier, person]));
}

/** Who an identifier is of; null when it is of several. */
async function personOf(ws: number, identifier: string): Promise<string | null> {
  const person = (await linked(ws)).get(identifier) ?? identifier;
  return person === "0" ? null : person;
}

const owned = (ws: number) =>
  engine.lookup.rows(
    z.object({ journey: z.string(), person: z.string() }),
    "SELECT journey, person FROM journey FINAL WHERE ws = {ws:UInt32} ORDER BY journey",
    { ws },
  );

async function consents(ws: number): Promise<unknown> {
  const people = new Set([...(await linked(ws)).values(), ...hashes.values()]);
  const told = [];
  for (const person of [...people].toSorted())
    told.push([person, await consentOf(engine, { ws, person, purposes, now: Date.now() })]);
  return told;
}

test("whoever somebody is merged with and parted from, who objects is in no number, and consent is what his records say", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyRows(10),
      fc.array(anyStep, { minLength: 4, maxLength: 7 }),
      async (first, steps) => {
        const place = new Place();
        const { ws } = place;
        await place.arrive(first);
        for (const step of steps) {
          if (step.do === "arrive") await place.arrive(step.rows);
          else if (step.do === "decide") await place.decide(step);
          else if (step.do === "take back") await place.takeBack(step.which);
          else await place.object(hashes.get(step.who)!, step.objects);
        }
        const free = await place.twin();
        const links = await linked(free);
        expect(await linked(ws)).toEqual(links);
        const said = [...place.objecting].filter(([, objects]) => objects).map(([hash]) => hash);
        const out = new Set(said.flatMap((hash) => [hash, links.get(hash) ?? hash]));
        const all = await owned(free);
        const left = all.filter(({ person }) => !out.has(person));
        expect(await owned(ws)).toEqual(left);
        const asked = { filter: {}, segments: {} };
        const { people, journeys } = await overview(engine, { ws, ...asked });
        expect({ people, journeys }).toEqual({
          people: new Set(left.map(({ person }) => person)).size,
          journeys: left.length,
        });
        for (const { person } of all)
          expect(await doesObject(engine, { ws, person })).toBe(out.has(person));
        expect(await consents(ws)).toEqual(await consents(free));

        // Withdrawing all of it restores all, and taking back all decisions all that was before them.
        for (const hash of said) if (place.objecting.get(hash)) await place.object(hash, false);
        const stuck = [...place.objecting].filter(([, objects]) => objects);
        if (stuck.length === 0)
          expect(await everything(engine, ws)).toEqual(await everything(engine, free));
        for (const nth of place.decisions.keys()) await place.takeBack(nth);
        const undecided = await place.twin([]);
        expect(await linked(ws)).toEqual(await linked(undecided));
        expect(await consents(ws)).toEqual(await consents(undecided));
        if (stuck.length === 0)
          expect(await everything(engine, ws)).toEqual(await everything(engine, undecided));
      },
    ),
    { numRuns: 4, endOnFailure: true },
  );
}, 400_000);
