import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort, type Server } from "./postgres-server.ts";

export type ClickhouseServer = Server & {
  /** SIGKILL, as a crash would; its data stays. */
  crash(): Promise<void>;
  /** Starts it again, where it was. */
  restart(): Promise<void>;
};

/** Starts a ClickHouse server out of the engine's own library, empty and reachable from here only; `config` is XML. */
export async function startClickhouse(config?: string): Promise<ClickhouseServer> {
  const folder = mkdtempSync(join(tmpdir(), "spoor-clickhouse-"));
  const settings = join(folder, "config.xml");
  if (config !== undefined) writeFileSync(settings, config);
  const [http, tcp] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${http}`;
  let end: () => Promise<void> = () => Promise.resolve();
  const stop = async () => {
    await end();
    rmSync(folder, { recursive: true, force: true });
  };
  const start = async () => {
    const program = new URL("clickhouse-process.ts", import.meta.url).pathname;
    const given = [folder, String(http), String(tcp), ...(config === undefined ? [] : [settings])];
    const server = spawn(process.execPath, [program, ...given], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
    end = () => {
      server.kill("SIGKILL");
      return ended;
    };
    for (let attempt = 0; !(await answers(url)); attempt += 1) {
      if (attempt === 200 || server.exitCode !== null) {
        await stop();
        throw new Error("The ClickHouse server did not start");
      }
      await pause(100);
    }
  };
  await start();
  return { url, crash: () => end(), restart: start, [Symbol.asyncDispose]: stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/ping`)).ok;
  } catch {
    return false;
  }
}
