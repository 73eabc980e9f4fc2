import type { Handlers } from "../handlers.ts";
import type { ImportDesk } from "./importer.ts";

type Names =
  | "upload"
  | "preview"
  | "startImport"
  | "imports"
  | "importStatus"
  | "cancelImport"
  | "quarantine"
  | "replayQuarantine";

/** Handlers of imports and of the quarantine. */
export function eventHandlers({ importer }: { importer: ImportDesk }): Pick<Handlers, Names> {
  return {
    upload: ({ params, query, request }) =>
      importer.receive(params.workspace, query.name, request.body ?? nothing()),
    preview: ({ params, body }) =>
      importer.preview(params.workspace, body.uploads, body.mapping, body.given),
    startImport: ({ params, body }) => importer.start(params.workspace, body.uploads, body.mapping),
    imports: ({ params }) => importer.list(params.workspace),
    importStatus: ({ params }) => importer.status(params.workspace, params.import),
    cancelImport: ({ params }) => importer.cancel(params.workspace, params.import),
    quarantine: ({ params, query: { limit, import: only } }) =>
      importer.quarantine(params.workspace, {
        ...(limit && { limit }),
        ...(only && { import: only }),
      }),
    replayQuarantine: ({ params, body }) =>
      importer.replay(params.workspace, body.mapping, body.source),
  };
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // An upload without a body is an empty file.
}
