import { z } from "zod";
import type { Lane } from "../port.ts";

/** Workspaces whose people and journeys were taken away and must be derived anew. */
export async function listUnderived(lane: Lane): Promise<number[]> {
  const rows = await lane.rows(
    z.object({ ws: z.number() }),
    "SELECT DISTINCT ws FROM underived ORDER BY ws",
  );
  return rows.map(({ ws }) => ws);
}

/** They are there again. */
export async function noteDerived(lane: Lane, ws: number): Promise<void> {
  await lane.run(
    "ALTER TABLE underived DELETE WHERE ws = {ws:UInt32}",
    { ws },
    {
      settings: { mutations_sync: 2 },
    },
  );
}
