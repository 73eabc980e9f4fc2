import { z } from "zod";
import type { Engine } from "../engine/port.ts";
import type { Documents } from "./documents/documents.ts";
import type { Handlers } from "./handlers.ts";
import { version } from "./version.ts";

/** Asks both stores for an answer; `failing` names the one that gave none. */
export function health(parts: {
  engine: Engine;
  documents: Documents;
  instance: string;
}): Handlers["health"] {
  const { engine, documents, instance } = parts;
  const stores = {
    engine: () => engine.lookup.run("SELECT 1"),
    documents: () => documents.query(z.unknown(), "SELECT 1"),
  };
  return async () => {
    const checks: Record<string, string> = {};
    for (const [store, ask] of Object.entries(stores)) {
      checks[store] = await ask().then(
        () => "ok",
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
    }
    const well = Object.values(checks).every((check) => check === "ok");
    return { status: well ? "ok" : "failing", version: version(), instance, checks };
  };
}
