import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { message } from "../core/message/message.ts";
import type { Importer } from "../server/event/importer.ts";
import { unreadable } from "../server/event/recognise.ts";
import type { Call } from "./client.ts";

/** Importing through the API of a running server: files are sent to it first. */
export function remoteImporter(call: Call): Importer {
  return {
    async offer(workspace, path) {
      const found = await stat(path).catch((cause: unknown) => {
        throw unreadable(message("file-absent", { name: path }), cause);
      });
      if (found.isDirectory()) throw unreadable(message("file-folder", { name: path }));
      const file = await openAsBlob(path);
      const sent = await call("upload", {
        params: { workspace },
        query: { name: basename(path) },
        file,
      });
      return sent.upload;
    },
    preview: (workspace, uploads, mapping, given) =>
      call("preview", { params: { workspace }, body: { uploads, mapping, given } }),
    start: (workspace, uploads, mapping) =>
      call("startImport", { params: { workspace }, body: { uploads, mapping } }),
    status: (workspace, id) => call("importStatus", { params: { workspace, import: id } }),
    list: (workspace) => call("imports", { params: { workspace } }),
    cancel: (workspace, id) => call("cancelImport", { params: { workspace, import: id } }),
    quarantine: (workspace, question) =>
      call("quarantine", { params: { workspace }, query: question }),
    replay: (workspace, mapping, source) =>
      call("replayQuarantine", { params: { workspace }, body: { mapping, source } }),
  };
}
