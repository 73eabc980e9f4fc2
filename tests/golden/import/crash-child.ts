import { listWorkspaces } from "../../../src/server/documents/workspace.ts";
import { startImport } from "../../../src/server/event/import.ts";
import { sweep } from "../../../src/server/event/sweep.ts";
import { mappingOf, openStores, simple } from "./stores.ts";

// Says aloud how far an import is, so that whoever started this process can kill it there.
const [dataDir = "", path = ""] = process.argv.slice(2);
const stores = await openStores(dataDir);
await sweep(stores.deps);
if ((await listWorkspaces(stores.deps.documents)).length === 0) await stores.workspace();
const files = [{ path }];
const handle = await startImport(stores.deps, {
  workspace: "w1",
  files,
  mapping: mappingOf([simple]),
});
let loaded = false;
const timer = setInterval(() => {
  const { state } = handle.status();
  console.log(state);
  if (loaded) return;
  void stores.rows("SELECT count() AS n FROM event").then(([found]) => {
    if (found?.["n"] === "0" || loaded) return;
    loaded = true;
    console.log("loaded");
  });
}, 5);
await handle.done;
clearInterval(timer);
console.log("reading loaded linking");
await stores[Symbol.asyncDispose]();
