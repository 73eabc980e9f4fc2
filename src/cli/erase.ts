import { setTimeout as pause } from "node:timers/promises";
import { userInfo } from "node:os";
import { parseArgs } from "node:util";
import { plainly } from "../core/message/message.ts";
import type { Erasure, ErasurePreview } from "../core/people/erasure.ts";
import { OWN } from "../server/workspace/own.ts";
import type { Call } from "./client.ts";
import { misused, type Io } from "./command.ts";

/** `spoor erase`: somebody out of all stores for good, with proof. Without --yes only the numbers. */
export async function eraseCommand(
  args: string[],
  io: Io,
  open: () => Promise<Call>,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      yes: { type: "boolean", default: false },
      "for-good": { type: "boolean", default: false },
      request: { type: "string" },
      by: { type: "string" },
      json: { type: "boolean", default: false },
      workspace: { type: "string", default: OWN },
    },
  });
  const people: string[] = [];
  const identifiers: { kind: string; value: string }[] = [];
  for (const given of positionals) {
    const [kind = "", ...value] = given.split("=");
    if (value.length > 0) identifiers.push({ kind, value: value.join("=") });
    else if (/^\d{1,20}$/.test(given)) people.push(given);
    else return misused(io, `${given} is no KIND=VALUE and no person id: email=jan@example.com`);
  }
  if (people.length + identifiers.length === 0)
    return misused(io, "Name somebody: spoor erase email=jan@example.com");
  const { workspace, json, request } = values;
  const params = { workspace };
  const call = await open();
  if (!values.yes) {
    const preview = await call("previewErasure", { params, body: { people, identifiers } });
    if (json) io.out(JSON.stringify(preview, null, 2));
    else for (const line of previewLines(preview)) io.out(line);
    io.err("Nothing was erased. With --yes all of this goes for good.");
    return 0;
  }
  const who = values.by ?? userInfo().username;
  const forGood = values["for-good"];
  let erasure = await call("erase", {
    params,
    body: { people, identifiers, who, forGood, ...(request !== undefined && { request }) },
  });
  const { id } = erasure;
  while (erasure.state === "running") {
    await pause(200);
    erasure = await call("erasure", { params: { workspace, erasure: String(id) } });
  }
  if (json) io.out(JSON.stringify(erasure, null, 2));
  else for (const line of proofLines(erasure)) io.out(line);
  if (erasure.problem !== null) io.err(plainly(erasure.problem));
  return erasure.state === "done" && erasure.proof?.clean === true ? 0 : 1;
}

function previewLines(preview: ErasurePreview): string[] {
  const { identifiers, events, sources, journeys, comments, quarantined, mentioned } = preview;
  return [
    `people ${preview.people}: ${identifiers.map(({ kind, value }) => `${kind} ${value}`).join(", ")}`,
    `events ${events}${sources.length > 0 ? ` from ${sources.map((each) => each.source).join(", ")}` : ""}`,
    `journeys ${journeys}, remarks ${comments}, rows set aside ${quarantined}`,
    `texts of others that mention them ${mentioned}`,
    `identifiers that are of others too ${preview.shared}, given ones that lead to nobody ${preview.refused}`,
  ];
}

function proofLines({ id, proof }: Erasure): string[] {
  if (proof === null) return [`erasure ${id} has no proof`];
  const { removed, tables, bytes, clean, unknown } = proof;
  return [
    `erasure ${id}: ${clean ? "nothing found any more" : "still found"}`,
    ...removed.map(({ table, rows }) => `  removed ${rows} from ${table}`),
    `  searched ${bytes.files} files, ${bytes.bytes} bytes, in ${bytes.milliseconds} ms; ${tables.length} tables read in full`,
    ...bytes.found.map(({ folder, times }) => `  found ${times} times in ${folder}`),
    ...tables
      .filter(({ found }) => found > 0)
      .map(({ table, found }) => `  found in ${found} rows of ${table}`),
    `  not known: ${unknown.join(", ")}`,
  ];
}
