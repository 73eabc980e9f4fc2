import { z } from "zod";
import { EXPECTED } from "../core/event/source-health.ts";
import type { Engine } from "../engine/port.ts";
import type { Documents } from "./documents/documents.ts";
import { brokenBooks } from "./documents/source-books.ts";
import type { Intake, IntakeState } from "./event/intake/intake.ts";
import type { Handlers } from "./handlers.ts";
import { version } from "./version.ts";

/**
 * Asks both stores for an answer, the intake how far behind it is, and the books whether they balance;
 * `failing` names what is wrong.
 */
export function health(parts: {
  engine: Engine;
  documents: Documents;
  intake: Pick<Intake, "state">;
  now: () => number;
  instance: string;
}): Handlers["health"] {
  const { engine, documents, intake, now, instance } = parts;
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
    checks["intake"] = told(intake.state, now());
    // Where the store does not answer, it has said so.
    if (checks["documents"] === "ok") checks["books"] = await balance(documents);
    const well = Object.values(checks).every((check) => check === "ok");
    return { status: well ? "ok" : "failing", version: version(), instance, checks };
  };
}

/** Is whatever came in stored, told twice, set aside or not to be kept? */
async function balance(documents: Documents): Promise<string> {
  const broken = await brokenBooks(documents);
  if (broken === null) return "ok";
  const { workspace, source, hour } = broken;
  return `The books of the source "${source}" in the workspace "${workspace}" do not balance, last in the hour from ${hour}. Keep the data folder as it is.`;
}

/** How the intake is doing, in words for who runs Spoor. */
function told({ failure, since, backlog }: IntakeState, now: number): string {
  if (failure !== null) return failure;
  if (since === null || now - since < EXPECTED) return "ok";
  const seconds = Math.round((now - since) / 1000);
  return `What came in ${seconds} s ago is not in people's journeys yet; ${Math.round(backlog / 1024)} kB wait.`;
}
