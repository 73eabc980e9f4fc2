import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check } from "../../../src/core/map/check/check.ts";
import { readJourney } from "../../../src/core/map/file.ts";

const examples = new URL("../../../examples/", import.meta.url);
const templates = new URL("templates/", examples);
const today = "2026-11-24";

function resultOf(path: string) {
  return check(readJourney(readFileSync(new URL(path, examples), "utf8")), { today });
}

/** The findings and scores of a map as text that one can read in a difference. */
function told(path: string): string {
  const { findings, excepted, scores, notJudged } = resultOf(path);
  return `${[
    ...scores.map(({ group, score }) => `${group} ${score ?? "-"}`),
    ...findings.map(({ severity, rule, at, parameters }) =>
      [severity, rule, at.join(","), JSON.stringify(parameters)].join(" "),
    ),
    ...excepted.map(({ rule, at, reason }) => `excepted ${rule} ${at.join(",")}: ${reason}`),
    ...notJudged.map(({ rule, needs }) => `not judged ${rule}: ${needs.join(",")}`),
  ].join("\n")}\n`;
}

test.each(["bad", "energy/switching"])("the check of %s finds what it found", async (name) => {
  await expect(told(`${name}.journey.yaml`)).toMatchFileSnapshot(
    `${name.replace("/", "-")}.golden.txt`,
  );
});

const files = existsSync(templates)
  ? readdirSync(templates).filter((file) => file.endsWith(".journey.yaml"))
  : [];

test.runIf(files.length > 0)("no template has an error", async () => {
  for (const file of files) {
    const { findings } = resultOf(`templates/${file}`);
    const errors = findings.filter(({ severity }) => severity === "error");
    expect({ file, errors }).toEqual({ file, errors: [] });
    const name = file.replace(".journey.yaml", "");
    await expect(told(`templates/${file}`)).toMatchFileSnapshot(`template-${name}.golden.txt`);
  }
});
