// Where the Chromium for the browser tests is, and how to get one. Plain JavaScript: it runs before
// the packages are there.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) => {
    const folder = process.env[variable];
    return folder ? [join(folder, "Google/Chrome/Application/chrome.exe")] : [];
  }),
];

/**
 * The Chromium to test with: `CHROMIUM_PATH`, the system's, or Playwright's own.
 * @returns {Promise<string | undefined>} its path; undefined when there is none
 */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH says ${given}, but there is no file there.`);
  }
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...usualPlaces].find(works) ?? (await playwrightsOwn());
}

/**
 * Installs a Chromium: on Debian as root the system's package, elsewhere Playwright's own.
 * @throws {Error} that says what to do when neither works
 */
export async function installChromium() {
  console.log("Installing Chromium for the browser tests; this is done once.");
  const isDebian = existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
  if (isDebian && process.getuid?.() === 0) {
    run("apt-get update -qq");
    run("apt-get install -y -qq --no-install-recommends chromium");
  }
  if (!(await findChromium())) run("npx playwright install chromium");
  if (await findChromium()) return;
  throw new Error(
    "There is no Chromium for the browser tests, and installing one failed; what was said stands " +
      "above. Install Chromium or Chrome yourself, or set CHROMIUM_PATH to one, and run this again.",
  );
}

/** Debian-likes may have a stub in the place of a browser that only tells how to get one. */
function works(path) {
  if (!existsSync(path)) return false;
  if (process.platform === "win32") return true;
  try {
    execFileSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function run(command) {
  spawnSync(command, {
    shell: true,
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
