import { readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { sarif } from "../../../src/cli/check-sarif.ts";
import { check } from "../../../src/core/map/check/check.ts";
import { readJourney } from "../../../src/core/map/file.ts";

/** The schema of the OASIS committee, as Microsoft's `@microsoft/jest-sarif` carries it (MIT). */
async function validator() {
  const file = new URL("sarif-2.1.0-rtm.5.schema.json", import.meta.url);
  // Written in draft 4, of which it uses nothing that later drafts read otherwise.
  const { $schema, id, ...schema } = JSON.parse(await readFile(file, "utf8"));
  expect([$schema, id]).toEqual([
    "http://json-schema.org/draft-04/schema#",
    expect.stringContaining("sarif-2.1.0"),
  ]);
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  formats.default(ajv);
  return ajv.compile(schema);
}

async function checked(file: string, text?: string) {
  const read =
    text ?? (await readFile(new URL(`../../../examples/${file}`, import.meta.url), "utf8"));
  const journey = readJourney(read);
  return { file, text: read, journey, result: check(journey, { today: "2026-11-24" }) };
}

test("what spoor check says as SARIF is SARIF by its official schema", async () => {
  const valid = await validator();
  const odd = `spoor: journey/1
id: jo_odd
title: "<b> & \\u202E"
episodes: [{ id: ep_a, title: A }]
exceptions: [{ id: ex_a, rule: no-goal, at: jo_odd, reason: "Set \\"elsewhere\\"" }]
`;
  for (const language of ["en", "nl"] as const) {
    const files = [
      await checked("bad.journey.yaml"),
      await checked("energy/switching.journey.yaml"),
      await checked("a map with spaces & signs%.yaml", odd),
    ];
    const log = JSON.parse(JSON.stringify(sarif(files, language)));
    valid(log);
    expect(valid.errors ?? []).toEqual([]);
    expect(JSON.stringify(log)).toContain('"justification":"Set \\"elsewhere\\""');
  }
});

test("the schema refuses what is no SARIF", async () => {
  const valid = await validator();
  const tool = sarif([], "en").runs[0]?.tool;
  expect(valid({ version: "2.1.0", runs: [{ tool, results: [] }] })).toBe(true);
  expect(valid({ version: "2.1.0", runs: [{ tool, results: [{ level: "hint" }] }] })).toBe(false);
});
