import { readKept, writeJourney } from "../../core/map/file.ts";
import { redacted, type Clean } from "../../core/map/redact.ts";
import { REDACTED } from "../../core/people/traces.ts";
import type { Documents } from "../documents/documents.ts";
import { listMaps, rewriteThrown, thrownAway } from "../documents/map.ts";
import { emptyLog } from "../documents/map-log.ts";
import { rewriteVersion, versionBody, versionNumbers } from "../documents/map-version.ts";
import type { Desk } from "../map/desk.ts";
import { newAuthor } from "../map/new-author.ts";
import { posix } from "./scrub-documents.ts";

/**
 * Takes somebody's identifiers out of the maps of a workspace: by commands, which all who draw see
 * happen, and then out of what is kept of the past: the log, the versions, the maps that were thrown
 * away. Returns how many maps and versions were changed.
 */
export async function scrubMaps(
  { documents, desk }: { readonly documents: Documents; readonly desk: Desk },
  { workspace, pattern }: { readonly workspace: number; readonly pattern: string },
): Promise<Record<string, number>> {
  const sought = new RegExp(pattern, "g");
  const clean: Clean = (text) => text.replaceAll(sought, REDACTED);
  let [maps, versions] = [0, 0];
  await desk.guard(workspace, clean);
  const drawn = await listMaps(documents, workspace);
  for (const { id } of drawn) {
    const drawing = await desk.drawing(workspace, id);
    const changes = await drawing.redact(newAuthor("Spoor"), { clean, pattern: posix(pattern) });
    if (changes > 0) maps += 1;
  }
  const thrown = await thrownAway(documents, workspace);
  for (const { id, body } of thrown) {
    const before = readKept(body);
    const journey = redacted(before, clean);
    const after = writeJourney(journey);
    await emptyLog(documents, { workspace, map: id });
    if (after === writeJourney(before)) continue;
    await rewriteThrown(documents, workspace, { id, title: journey.title, body: after });
    maps += 1;
  }
  for (const { id: map } of [...drawn, ...thrown])
    for (const number of await versionNumbers(documents, { workspace, map })) {
      const before = readKept(await versionBody(documents, { workspace, map }, number));
      const after = writeJourney(redacted(before, clean));
      if (after === writeJourney(before)) continue;
      await rewriteVersion(documents, { workspace, map }, number, after);
      versions += 1;
    }
  return { ...(maps > 0 && { map: maps }), ...(versions > 0 && { map_version: versions }) };
}
