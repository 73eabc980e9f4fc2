// Runs before `npm start`, `npm test` and `npm run check`, on any Node from 20: plain JavaScript,
// no package. Installs what is missing; with --dev also what only development needs, with
// --chromium also a browser for the tests.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findChromium, installChromium } from "./chromium.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values: wanted } = parseArgs({
  options: { dev: { type: "boolean" }, chromium: { type: "boolean" } },
});

try {
  if (!installed()) install();
  if (wanted.chromium && !(await findChromium())) await installChromium();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

function installed() {
  const stamp = join(root, "node_modules/.package-lock.json");
  if (!existsSync(stamp)) return false;
  if (wanted.dev && !existsSync(join(root, "node_modules/vitest"))) return false;
  return statSync(stamp).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
}

function install() {
  console.log(
    "Installing the packages that Spoor needs; this is done once and takes a minute or so.",
  );
  const command = `npm ci --no-audit --no-fund --loglevel=error${wanted.dev ? " --include=dev" : ""}`;
  const { status } = spawnSync(command, {
    cwd: root,
    shell: true,
    stdio: "inherit",
    env: outside(),
  });
  if (status !== 0) throw new Error(`\`${command}\` failed in ${root}; what it said stands above.`);
}

/** The environment without node_modules/.bin: npm must not run on the Node that it replaces. */
function outside() {
  const path = (process.env.PATH ?? "").split(delimiter);
  const kept = path.filter((folder) => !folder.endsWith(join("node_modules", ".bin")));
  return { ...process.env, PATH: kept.join(delimiter) };
}
