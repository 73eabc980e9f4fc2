import { setTimeout as pause } from "node:timers/promises";
import type { DatabaseOrigin } from "../../../core/event/pull/origin.ts";
import { Place } from "../../../core/event/pull/place.ts";
import { AppError } from "../../../core/problem.ts";
import { findSource } from "../../documents/source.ts";
import { toldBy } from "../intake/record.ts";
import type { PullParts, Run } from "./asking.ts";
import { newRows } from "./new-rows.ts";
import { openDatabase } from "./open-database.ts";
import { describeTable, planTable, rowLine } from "./table-plan.ts";

/** With so much waiting to be taken in, those who tell by themselves go first, in bytes. */
const ROOM = 64 << 20;

/**
 * Reads what is new in a table into the journal of what comes in. A batch and the place that the table
 * is in with it are one record: both are there after a crash, or neither.
 */
export async function runTable(
  parts: PullParts,
  origin: DatabaseOrigin,
  { pull, secret, reach, signal }: Run,
): Promise<void> {
  const { intake, outgoing, imports, now } = parts;
  const { workspace, source: name, run } = pull;
  // What an earlier run of this process brought moves the place before this one reads it.
  const { mapping } = await findSource(imports.documents, workspace, name);
  await using database = await openDatabase(origin, secret, outgoing, signal);
  const plan = planTable(await describeTable(database, origin), origin, mapping);
  const place = Place.safeParse(pull.place).data ?? null;
  for await (const { rows, place: moved } of newRows(database, plan, place)) {
    const lines = rows.map((row) => rowLine(row, plan));
    const told = toldBy(lines, {
      workspace,
      source: name,
      tells: "table",
      key: "server",
      at: now(),
      route: "table",
    });
    while (intake.state.backlog > ROOM) await pause(100, undefined, { signal });
    signal.throwIfAborted();
    await received(intake, { ...told, moved: { run, place: moved } }, signal);
    reach.rows += rows.length;
  }
  await intake.takenIn(signal);
}

/** When more came in meanwhile than can wait, it comes back as any sender would. */
async function received(
  intake: PullParts["intake"],
  told: Parameters<PullParts["intake"]["receive"]>[0],
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    try {
      return await intake.receive(told);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "unavailable") throw error;
      await pause(1000, undefined, { signal });
    }
  }
}
