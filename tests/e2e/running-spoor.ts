import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type RunningSpoor = AsyncDisposable & {
  readonly address: string;
  readonly dataDir: string;
  readonly pid: number;
  /** SIGKILL, as a power cut would. */
  kill(): Promise<void>;
  /** Lets it end by itself; its data stays. */
  stop(): Promise<void>;
};

type Settings = {
  readonly demo: boolean;
  readonly dataDir?: string;
  /** Where one ran before, with the page that it built. */
  readonly port?: number;
  /** Further settings, as the environment gives them. */
  readonly environment?: Readonly<Record<string, string>>;
};

/** Starts `spoor serve` as a process of its own, with a data folder of its own that goes with it. */
export async function startSpoor(settings: Settings = { demo: false }): Promise<RunningSpoor> {
  const dataDir = settings.dataDir ?? (await mkdtemp(join(tmpdir(), "spoor-e2e-")));
  const { port = 0 } = settings;
  const build = port === 0 ? ["--build"] : [];
  const child = spawn(process.execPath, [join(root, "src/cli/main.ts"), "serve", ...build], {
    env: {
      ...process.env,
      // Not the runner's "test", for which vite would build the page with React's development code.
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      SPOOR_DATA: dataDir,
      SPOOR_DEMO: settings.demo ? "1" : "0",
      ...settings.environment,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  const address = await new Promise<string>((resolve, reject) => {
    void gone.then(([code]) => reject(new Error(`spoor serve ended with ${code}`)));
    createInterface(child.stdout).on("line", (line) => {
      const found = /http:\S+/.exec(line);
      if (found) resolve(found[0]);
    });
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  return {
    address,
    dataDir,
    pid: child.pid!,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) await end("SIGTERM");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
