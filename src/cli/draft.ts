import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { writeJourney } from "../core/map/file.ts";
import { OWN } from "../server/workspace/own.ts";
import type { Call } from "./client.ts";
import type { Io } from "./command.ts";

/** `spoor draft`: a first map from the data, stored and printed or written to a file. */
export async function draftCommand(
  args: string[],
  io: Io,
  open: () => Promise<Call>,
): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      title: { type: "string" },
      out: { type: "string" },
      workspace: { type: "string", default: OWN },
    },
  });
  const { workspace, title, out } = values;
  const call = await open();
  const journey = await call("draftMap", { params: { workspace }, body: { title } });
  const text = writeJourney(journey);
  if (out === undefined) io.out(text.trimEnd());
  else {
    await writeFile(out, text);
    io.out(`${out} holds the map; it is stored in the workspace ${workspace} too.`);
  }
  return 0;
}
