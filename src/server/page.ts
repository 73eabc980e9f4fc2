import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Builds the page to dist/ when something it is made of is newer than the last build. */
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
  for (const config of ["vite.config.ts", "vite.sdk.config.ts"])
    await build({ configFile: `${root}${config}`, logLevel: "warn" });
}

/** When the newest file at a path was changed, in milliseconds. */
function newestIn(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const entries = readdirSync(path, { recursive: true, encoding: "utf8" });
  return Math.max(...entries.map((entry) => statSync(`${path}/${entry}`).mtimeMs));
}
