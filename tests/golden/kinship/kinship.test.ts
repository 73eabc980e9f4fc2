import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SURE } from "../../../src/core/identity/probable-link.ts";
import { openEngine } from "../../../src/engine/open.ts";
import type { Engine } from "../../../src/engine/port.ts";
import { samples } from "../import/stores.ts";
import { curveText, fake1000, febrl, measured } from "./truth.ts";

let engine: Engine;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoor-kinship-"));
  engine = await openEngine({ path: folder });
});
afterAll(async () => {
  await engine[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** Millions of comparisons: seconds, and minutes where others work too. */
const SLOW = 600_000;

/** The real data stands beside the project; without it these tests are skipped, by name. */
const there = (path: string) => existsSync(join(samples, path));

test.runIf(there("febrl/dataset1.csv")).each([
  { set: 1, pairs: 500, number: false },
  { set: 1, pairs: 500, number: true },
  { set: 2, pairs: 1934, number: false },
  { set: 2, pairs: 1934, number: true },
])(
  "FEBRL $set, social-security number used: $number: precision ≥ 0.99 at recall ≥ 0.95 from the one threshold on",
  async ({ set, pairs, number }) => {
    const found = await measured(
      engine,
      "febrl",
      febrl(join(samples, `febrl/dataset${set}.csv`), number),
    );
    expect(found.truePairs).toBe(pairs);
    expect(found.from(SURE).precision).toBeGreaterThanOrEqual(0.99);
    expect(found.from(SURE).recall).toBeGreaterThanOrEqual(0.95);
    // What is linked without anybody looking is stricter still.
    expect(found.sure.precision).toBeGreaterThanOrEqual(0.999);
    await expect(curveText(found)).toMatchFileSnapshot(
      `febrl-${set}${number ? "-number" : ""}.golden.txt`,
    );
  },
  SLOW,
);

/**
 * Splink's own run on these records with its ready-made comparisons and nothing tuned, as published in
 * its repository: docs/demos/examples/duckdb/accuracy_analysis_from_labels_column.ipynb, commit
 * 03c874b95d1415385520a7c333a5cef370d99cd6 of 12 March 2024, the data behind its curves. Pairs that its
 * blocking rules missed are scored there as well, which only helps its recall.
 */
const splink = {
  /** At a match probability of one half (0.4894; it falls from there on). */
  half: { precision: 0.9958, recall: 0.8208, f1: 0.8999 },
  /** The best that any threshold reaches, chosen with the truth at hand (0.0496). */
  best: { precision: 0.9441, recall: 0.9237, f1: 0.9338 },
};

test.runIf(there("splink/fake_1000.csv"))(
  "fake_1000: F1 above that of an untuned Splink model, at one half and at the best of the curve",
  async () => {
    const found = await measured(engine, "fake", fake1000(join(samples, "splink/fake_1000.csv")));
    expect(found.truePairs).toBe(2031);
    expect(found.from(0.5).f1).toBeGreaterThan(splink.half.f1);
    expect(found.from(0.5).f1).toBeGreaterThan(splink.best.f1);
    expect(Math.max(...found.curve.map(({ f1 }) => f1))).toBeGreaterThan(splink.best.f1);
    await expect(curveText(found)).toMatchFileSnapshot("fake-1000.golden.txt");
  },
  SLOW,
);
