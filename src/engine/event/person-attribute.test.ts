import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEngine } from "../open.ts";
import type { Engine } from "../port.ts";
import { derive } from "./derive.ts";
import { insert } from "./derive.fixture.ts";
import type { Row } from "./derive.oracle.ts";
import { discardImport } from "./import-rows.ts";
import { readPersonAttributes } from "./person-attribute.ts";

let engine: Engine;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "spoor-person-attribute-"));
  engine = await openEngine({ path: folder });
}, 60_000);
afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
}, 60_000);

test("what rows about people give is known at once, and forgotten when all of them are taken out", async () => {
  const row = (nr: number, kind: Row["kind"], attributes: Record<string, string>): Row => ({
    source: "crm",
    row: nr,
    kind,
    hour: nr,
    event: kind === "event" ? "a" : "",
    journey: "",
    who: [["customer", "1"]],
    attributes,
    measures: [],
    comment: "",
  });
  const names = async () =>
    [...(await readPersonAttributes(engine.lookup, 1, undefined))].toSorted();
  await insert(engine, 1, 1, [
    row(1, "event", { status: "open" }),
    row(2, "person", { plan: "green" }),
  ]);
  await insert(engine, 1, 2, [row(3, "person", { plan: "grey", region: "north" })]);
  expect(await names()).toEqual(["plan", "region"]);
  await discardImport(engine, { ws: 1, import: 2 });
  await derive(engine, { ws: 1, imports: null, settings: { identity: {} } });
  expect(await names()).toEqual(["plan"]);
}, 120_000);
