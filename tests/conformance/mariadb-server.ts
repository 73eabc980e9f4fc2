import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createConnection } from "mysql2/promise";
import { freePort } from "./postgres-server.ts";

/** A MariaDB server that a test started; it has a database `shop` that `spoor` may do anything in. */
export type MariaDb = AsyncDisposable & {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
};

const places = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin"];

/**
 * Starts a MariaDB server of this machine, empty and reachable from here only.
 * Returns why not when there is none and none can be installed.
 */
export async function startMariaDb(): Promise<MariaDb | string> {
  const programs = findPrograms() ?? installPrograms();
  if (!programs) return "no MariaDB server found: install the package mariadb-server";
  const folder = mkdtempSync(join(tmpdir(), "spoor-mariadb-"));
  const data = join(folder, "data");
  // As root it runs as the user that Debian's package made.
  const root = process.getuid?.() === 0;
  if (root) chownSync(folder, idOf("-u"), idOf("-g"));
  const as = root ? ["--user=mysql"] : [];
  const made = spawnSync(
    programs.install,
    ["--no-defaults", ...as, `--datadir=${data}`, "--auth-root-authentication-method=normal"],
    { encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`mariadb-install-db failed: ${made.stderr}${made.stdout}`);
  const port = await freePort();
  const server = spawn(
    programs.server,
    [
      "--no-defaults",
      ...as,
      `--datadir=${data}`,
      `--socket=${join(folder, "socket")}`,
      `--pid-file=${join(folder, "pid")}`,
      `--port=${port}`,
      "--bind-address=127.0.0.1",
      "--skip-log-bin",
      "--skip-name-resolve",
      "--innodb-flush-log-at-trx-commit=0",
      "--innodb-buffer-pool-size=32M",
    ],
    { stdio: "ignore" },
  );
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const sign = { user: "spoor", password: "geheim-van-de-winkel", database: "shop" };
  const own = await answers(join(folder, "socket"));
  await own.query("CREATE DATABASE shop CHARACTER SET utf8mb4");
  await own.query(`CREATE USER spoor@'%' IDENTIFIED BY '${sign.password}'`);
  await own.query("GRANT ALL ON shop.* TO spoor@'%'");
  await own.end();
  return {
    port,
    ...sign,
    async [Symbol.asyncDispose]() {
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(socketPath: string) {
  let last: unknown;
  for (let attempt = 0; attempt < 300; attempt += 1) {
    try {
      return await createConnection({ socketPath, user: "root" });
    } catch (error) {
      last = error;
      await pause(100);
    }
  }
  throw new Error(`MariaDB did not start: ${String(last)}`);
}

function idOf(which: string): number {
  return Number(spawnSync("id", [which, "mysql"], { encoding: "utf8" }).stdout);
}

function findPrograms(): { server: string; install: string } | undefined {
  const folders = [...places, ...(process.env["PATH"] ?? "").split(":")];
  const find = (name: string) =>
    folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  const [server, install] = [find("mariadbd"), find("mariadb-install-db")];
  return server !== undefined && install !== undefined ? { server, install } : undefined;
}

function installPrograms() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  spawnSync("apt-get", ["update"], { stdio: "ignore" });
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "mariadb-server"], {
    stdio: "ignore",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return findPrograms();
}
