import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort, type Server } from "./postgres-server.ts";

/** Starts a ClickHouse server out of the engine's own library, empty and reachable from here only. */
export async function startClickhouse(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "spoor-clickhouse-"));
  const [http, tcp] = [await freePort(), await freePort()];
  const program = new URL("clickhouse-process.ts", import.meta.url).pathname;
  const server = spawn(process.execPath, [program, folder, String(http), String(tcp)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const url = `http://127.0.0.1:${http}`;
  const stop = async () => {
    server.kill("SIGKILL");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; !(await answers(url)); attempt += 1) {
    if (attempt === 200 || server.exitCode !== null) {
      await stop();
      throw new Error("The ClickHouse server did not start");
    }
    await pause(100);
  }
  return { url, [Symbol.asyncDispose]: stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/ping`)).ok;
  } catch {
    return false;
  }
}
