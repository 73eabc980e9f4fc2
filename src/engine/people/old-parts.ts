import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { literal } from "../literal.ts";
import type { Engine } from "../port.ts";

const Dead = z.object({ table: z.string() });

/** Longest wait for statements that still read old parts, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Takes what mutations and merges left behind off the disk. The engine keeps old parts for a while (a
 * server eight minutes), or until it is closed; here they go at once. True when none is left.
 */
export async function dropOldParts(engine: Engine): Promise<boolean> {
  const { intake } = engine;
  const dead = () =>
    intake.rows(
      Dead,
      `SELECT DISTINCT table FROM system.parts WHERE database = currentDatabase() AND NOT active`,
    );
  const turned = new Set<string>();
  try {
    for (let waited = 0; waited < PATIENCE; waited += 250) {
      const tables = await dead();
      if (tables.length === 0) return true;
      for (const { table } of tables) {
        if (!turned.has(table)) {
          turned.add(table);
          await intake.run(`ALTER TABLE ${quoted(table)} MODIFY SETTING old_parts_lifetime = 0`);
        }
        await intake.run(`SYSTEM START CLEANUP ${quoted(table)}`);
      }
      await pause(waited === 0 ? 10 : 250);
    }
    return (await dead()).length === 0;
  } finally {
    for (const table of turned)
      await intake.run(`ALTER TABLE ${quoted(table)} RESET SETTING old_parts_lifetime`);
  }
}

function quoted(table: string): string {
  return `\`${literal(table).slice(1, -1)}\``;
}
