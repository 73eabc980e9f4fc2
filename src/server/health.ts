import { z } from "zod";
import type { Engine } from "../engine/port.ts";
import type { Documents } from "./documents/documents.ts";
import type { Intake, IntakeState } from "./event/intake/intake.ts";
import type { Handlers } from "./handlers.ts";
import { version } from "./version.ts";

/** Asks both stores for an answer and the intake how far behind it is; `failing` names what is wrong. */
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
    const well = Object.values(checks).every((check) => check === "ok");
    return { status: well ? "ok" : "failing", version: version(), instance, checks };
  };
}

/** What came in is expected in people's journeys after so many milliseconds. */
const EXPECTED = 5_000;

/** How the intake is doing, in words for who runs Spoor. */
function told({ failure, since, backlog }: IntakeState, now: number): string {
  if (failure !== null) return failure;
  if (since === null || now - since < EXPECTED) return "ok";
  const seconds = Math.round((now - since) / 1000);
  return `What came in ${seconds} s ago is not in people's journeys yet; ${Math.round(backlog / 1024)} kB wait.`;
}
