import { execFile } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Builds the page to dist/ when something it is made of is newer than the last build. A process of its
 * own does: what the build took, 400 MB, would stay with the server else for as long as it runs.
 */
export async function buildPage(): Promise<void> {
  const built = `${root}dist/index.html`;
  const sources = [
    "src/web",
    "src/sdk",
    "src/core",
    "src/protocol",
    "package-lock.json",
    "vite.config.ts",
  ];
  const newest = Math.max(...sources.map((source) => newestIn(`${root}${source}`)));
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  const vite = join(
    dirname(fileURLToPath(import.meta.resolve("vite/package.json"))),
    "bin/vite.js",
  );
  for (const config of ["vite.config.ts", "vite.sdk.config.ts"]) {
    const build = [vite, "build", "--config", `${root}${config}`, "--logLevel", "warn"];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, build, { cwd: root });
    process.stderr.write(`${stdout}${stderr}`);
  }
}

/** When the newest file at a path was changed, in milliseconds. */
function newestIn(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const entries = readdirSync(path, { recursive: true, encoding: "utf8" });
  return Math.max(...entries.map((entry) => statSync(`${path}/${entry}`).mtimeMs));
}
