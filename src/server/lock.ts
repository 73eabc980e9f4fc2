import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../core/problem.ts";
import { endpoints } from "../protocol/endpoint.ts";

/** How another process on this machine reaches the server that holds a data folder. */
export const RunningServer = z.strictObject({
  port: z.number().int(),
  /** Drawn at each start; the server's health tells it, so that another Spoor on the port is no match. */
  instance: z.string(),
  pid: z.number().int(),
});
export type RunningServer = z.infer<typeof RunningServer>;

/**
 * Tells other processes that this server, which listens by now, holds the data folder, until it is
 * disposed. What a killed server left behind is replaced.
 * Rejects with `folder-in-use` when another server holds the folder and answers.
 */
export async function announceServer(dataDir: string, server: RunningServer): Promise<Disposable> {
  const other = await findServer(dataDir);
  if (other) {
    throw new AppError(
      "folder-in-use",
      `The data folder ${dataDir} is held by the Spoor on port ${other.port} (process ${other.pid}). Stop that one, or set SPOOR_DATA to another folder.`,
    );
  }
  const path = fileOf(dataDir);
  rmSync(path, { force: true });
  writeFileSync(path, JSON.stringify(server), { mode: 0o600, flag: "wx" });
  return {
    [Symbol.dispose]() {
      if (readServer(dataDir)?.instance === server.instance) rmSync(path, { force: true });
    },
  };
}

/** The server that holds this data folder and answers on this machine, or null. */
export async function findServer(dataDir: string): Promise<RunningServer | null> {
  const server = readServer(dataDir);
  if (!server) return null;
  try {
    const answer = await fetch(`http://127.0.0.1:${server.port}${endpoints.health.path}`, {
      signal: AbortSignal.timeout(5000),
    });
    const { instance } = endpoints.health.answer.parse(await answer.json());
    return instance === server.instance ? server : null;
  } catch {
    // Nobody listens there any more, or something that is not Spoor.
    return null;
  }
}

function fileOf(dataDir: string): string {
  return join(dataDir, "server.json");
}

function readServer(dataDir: string): RunningServer | null {
  try {
    return RunningServer.parse(JSON.parse(readFileSync(fileOf(dataDir), "utf8")));
  } catch {
    // It is not there, or a crash cut it short: nobody holds the folder.
    return null;
  }
}
