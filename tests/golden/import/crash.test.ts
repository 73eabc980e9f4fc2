import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sweep } from "../../../src/server/event/sweep.ts";
import { mappingOf, openStores, simple } from "./stores.ts";

const rows = 400_000;

/** Runs an import in a process of its own and kills it when `moment` is printed. */
async function killAt(dataDir: string, path: string, moment: RegExp): Promise<void> {
  const script = fileURLToPath(new URL("./crash-child.ts", import.meta.url));
  const child = spawn(process.execPath, [script, dataDir, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const text of child.stdout) {
    if (!moment.test(String(text))) continue;
    child.kill("SIGKILL");
    break;
  }
  if (child.exitCode === null && child.signalCode === null)
    await new Promise((gone) => child.once("exit", gone));
}

test("an import that was killed leaves nothing after the next start, and the same again is complete", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "spoor-crash-"));
  try {
    const path = join(dataDir, "events.csv");
    const lines = Array.from(
      { length: rows },
      (_, i) =>
        `j${i % 40_000},event ${i % 9},2024-01-${String((i % 28) + 1).padStart(2, "0")} 10:00:${String(i % 60).padStart(2, "0")},${i}`,
    );
    await writeFile(path, `journey,event,time,n\n${lines.join("\n")}\n`);
    await killAt(dataDir, path, /reading/);
    await killAt(dataDir, path, /loaded/);
    await killAt(dataDir, path, /linking/);

    await using stores = await openStores(dataDir);
    expect(await sweep(stores.deps)).toBe(1);
    for (const table of ["event", "quarantine", "journey_name", "tally"])
      expect(await stores.rows(`SELECT count() AS n FROM ${table}`)).toEqual([{ n: "0" }]);
    expect(
      (await readdir(join(dataDir, "tmp"))).filter((name) => name.startsWith("import-")),
    ).toEqual([]);

    const status = await stores.import("w1", [path], mappingOf([simple]));
    expect([status.problem, status.ledger]).toEqual([
      null,
      { received: rows, stored: rows, duplicate: 0, quarantined: 0 },
    ]);
    const [found] = await stores.rows(
      "SELECT toUInt32(count()) AS n, toUInt32(uniqExact(id)) AS ids FROM event",
    );
    expect(found).toEqual({ n: rows, ids: rows });
    const [journeys] = await stores.rows(
      "SELECT toUInt32(count()) AS n, toUInt32(sum(length(steps))) AS steps FROM journey FINAL",
    );
    expect(journeys).toEqual({ n: 40_000, steps: rows });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});
