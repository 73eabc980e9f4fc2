import { readKept } from "../../core/map/file.ts";
import { must } from "../../core/assert.ts";
import type { Documents } from "../documents/documents.ts";
import { listVersions, nameVersion, versionBody } from "../documents/map-version.ts";
import type { Handlers } from "../handlers.ts";
import type { Desk } from "./desk.ts";
import { newAuthor } from "./new-author.ts";
import { openMap } from "./open-map.ts";

/** Handlers of the versions of a map. */
export function versionHandlers(parts: {
  documents: Documents;
  desk: Desk;
}): Pick<Handlers, "versions" | "keepVersion" | "nameVersion" | "version" | "restoreVersion"> {
  const { documents } = parts;

  return {
    async versions({ params }) {
      return listVersions(documents, (await openMap(parts, params)).place);
    },
    async keepVersion({ params, body }) {
      const { place, drawing } = await openMap(parts, params);
      if (body.name !== null) return drawing.keep(body.author.name, body.name);
      await drawing.keepNow(body.author.name);
      const [newest] = await listVersions(documents, place);
      return must(newest, "a version");
    },
    async nameVersion({ params, body }) {
      const { place, drawing } = await openMap(parts, params);
      const named = await nameVersion(documents, place, numberOf(params.number), body.name);
      drawing.audience.changed("versions");
      return named;
    },
    async version({ params }) {
      const { place } = await openMap(parts, params);
      return readKept(await versionBody(documents, place, numberOf(params.number)));
    },
    async restoreVersion({ params, body }) {
      const { place, drawing } = await openMap(parts, params);
      const then = readKept(await versionBody(documents, place, numberOf(params.number)));
      const { seq } = await drawing.restore(newAuthor(body.author.name), then);
      return { seq };
    },
  };
}

/** The number in an address; what is none is that of no version. */
function numberOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
