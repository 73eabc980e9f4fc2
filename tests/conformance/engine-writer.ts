import { openEngine } from "../../src/engine/open.ts";

// Writes batches of a thousand events to the folder it is given, and prints how many were
// acknowledged, until it is killed.
const secret = Buffer.alloc(32, 5);
const engine = await openEngine(
  { path: process.argv[2]! },
  { read: async () => secret, make: async () => secret },
);
for (let batch = 1; ; batch += 1) {
  await engine.intake.run(
    `INSERT INTO load (ws, import, source, row, kind, id, time, event)
     SELECT 1, {batch:UInt32}, 's', number, 'event', number, now(), 'e' FROM numbers(1000)`,
    { batch },
  );
  process.stdout.write(`${batch}\n`);
}
