import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Row } from "./report.ts";
import { timeInTurns } from "./measure.ts";

type Outcome = { seconds: number; told: string; megabytes: number };

/** Runs pieces of work turn by turn, each in a fresh process and an empty folder. */
export async function compareWork(
  file: string,
  names: readonly string[],
  runs: number,
): Promise<Row[]> {
  const outcomes = new Map<string, Outcome>();
  const timings = await timeInTurns(
    Object.fromEntries(
      names.map((name) => [
        name,
        async () => {
          const outcome = await inProcess(name, file);
          const before = outcomes.get(name);
          const megabytes = Math.max(outcome.megabytes, before?.megabytes ?? 0);
          outcomes.set(name, { ...outcome, megabytes });
          return outcome.seconds;
        },
      ]),
    ),
    runs,
  );
  const first = timings[names[0] ?? ""];
  return names.map((name) => ({
    what: name,
    timing: timings[name]!,
    ratio: first ? timings[name]!.median / first.median : null,
    megabytes: outcomes.get(name)?.megabytes ?? null,
    told: outcomes.get(name)?.told ?? "",
  }));
}

async function inProcess(name: string, file: string): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), "spoor-bench-"));
  const script = fileURLToPath(new URL("work.ts", import.meta.url));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, name, file, folder]);
    return JSON.parse(stdout) as Outcome;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
