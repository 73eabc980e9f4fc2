import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** A server that a test started, and its end. */
export type Server = AsyncDisposable & { readonly url: string };

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts a PostgreSQL server of this machine, empty and reachable from here only.
 * Returns why not when there is none and none can be installed.
 */
export async function startPostgres(): Promise<Server | string> {
  const programs = findPrograms() ?? installPrograms();
  if (!programs) return "no PostgreSQL server found: install the package postgresql";
  const folder = mkdtempSync(join(tmpdir(), "spoor-postgres-"));
  const data = join(folder, "data");
  const as = user();
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const made = spawnSync(
    join(programs, "initdb"),
    [
      "--username=spoor",
      "--auth=trust",
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
      `--pgdata=${data}`,
    ],
    { ...as, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const server = spawn(
    join(programs, "postgres"),
    ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder],
    { ...as, stdio: "ignore" },
  );
  const ended = new Promise((resolve) => server.once("exit", resolve));
  await answers(programs, port);
  return {
    url: `postgres://spoor@127.0.0.1:${port}/postgres`,
    async [Symbol.asyncDispose]() {
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then it is the user that Debian's package made. */
function user(): { uid: number; gid: number; cwd: string } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const number = (which: string) =>
    Number(spawnSync("id", [which, "postgres"], { encoding: "utf8" }).stdout);
  return { uid: number("-u"), gid: number("-g"), cwd: "/" };
}

async function answers(programs: string, port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const ready = spawnSync(join(programs, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port)]);
    if (ready.status === 0) return;
    await pause(100);
  }
  throw new Error("PostgreSQL did not start");
}

/** Folder of Debian's newest server, or of one that stands in the path. */
function findPrograms(): string | undefined {
  return globSync("/usr/lib/postgresql/*/bin")
    .toSorted()
    .toReversed()
    .concat((process.env["PATH"] ?? "").split(":"))
    .find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
}

function installPrograms(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  spawnSync("apt-get", ["update"], { stdio: "ignore" });
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "postgresql"], {
    stdio: "ignore",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return findPrograms();
}
