/** Writes the generated part of docs/; with --check only says whether it is fresh. */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import * as mapping from "../src/core/event/mapping.ts";
import * as claim from "../src/core/map/claim.ts";
import { kinds } from "../src/core/map/elements.ts";
import * as journey from "../src/core/map/journey.ts";
import { jsonSchema, named } from "../src/protocol/json-schema.ts";
import { openApi } from "../src/protocol/openapi.ts";
import { version } from "../src/server/version.ts";

const { values } = parseArgs({ options: { check: { type: "boolean" } } });

type JsonSchema = ReturnType<typeof jsonSchema>;

/** A person may leave out the ids of what a journey consists of: reading gives them. */
function handWritten(schema: JsonSchema): JsonSchema {
  for (const kind of Object.keys(kinds).filter((each) => each !== "journey")) {
    const made = schema.$defs?.[`${kind[0]?.toUpperCase()}${kind.slice(1)}`];
    if (!made?.required?.includes("id")) throw new Error(`The schema of a ${kind} is not there`);
    made.required = made.required.filter((name) => name !== "id");
  }
  return schema;
}

const documents = {
  "openapi.json": openApi(version()),
  "journey.schema.json": handWritten(jsonSchema(journey.Journey, named(claim, journey), "input")),
  "mapping.schema.json": jsonSchema(mapping.Mapping, named(mapping), "input"),
};

for (const [name, document] of Object.entries(documents)) {
  const path = new URL(`../docs/${name}`, import.meta.url);
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (!values.check) await writeFile(path, text);
  else if ((await readFile(path, "utf8").catch(() => "")) !== text) {
    console.error(`docs/${name} is stale: run \`npm run docs\` and commit it.`);
    process.exitCode = 1;
  }
}
