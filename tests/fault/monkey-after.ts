import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { writeJourney } from "../../src/core/map/file.ts";
import { Journey } from "../../src/core/map/journey.ts";
import { findMap } from "../../src/server/documents/map.ts";
import { openDocuments } from "../../src/server/documents/open.ts";
import { findWorkspace } from "../../src/server/documents/workspace.ts";

/** Milliseconds until all that is on its way has arrived, at most. */
const QUIET = 60_000;

/** The map as the server has it once nothing changes any more, or as it is when that takes too long. */
export async function servedWhenQuiet(
  map: string,
  shown: () => Promise<readonly string[]>,
): Promise<string> {
  const late = Date.now() + QUIET;
  let before = "";
  for (;;) {
    const answer = await fetch(map);
    const served = writeJourney(Journey.parse(await answer.json()));
    const all = [before, ...(await shown())];
    if (all.every((one) => one === served) || Date.now() > late) return served;
    before = served;
    await pause(500);
  }
}

const Mark = z.strictObject({
  client: z.string(),
  number: z.number().int(),
  seq: z.number().int(),
});

/** The map on disk, and the log's marks: `client number` and their place; none of a server may be running. */
export async function stored(
  dataDir: string,
  map: string,
): Promise<{ readonly onDisk: string; readonly log: readonly (readonly [string, number])[] }> {
  await using documents = await openDocuments({ path: join(dataDir, "documents") });
  const { id } = await findWorkspace(documents, "own");
  const { body } = await findMap(documents, id, map);
  const marks = await documents.query(
    Mark,
    "SELECT client, number, seq FROM map_command WHERE workspace = $1 AND map = $2 ORDER BY seq",
    [id, map],
  );
  return {
    onDisk: body,
    log: marks.map(({ client, number, seq }) => [`${client} ${number}`, seq]),
  };
}
