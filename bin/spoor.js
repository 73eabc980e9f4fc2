#!/usr/bin/env node
// Spoor runs on the Node that comes with its packages, whatever Node starts this file.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";

const main = new URL("../src/cli/main.ts", import.meta.url);

if (Number.parseInt(process.versions.node, 10) >= 24) {
  process.argv[1] = fileURLToPath(main);
  await import(main.href);
} else {
  const node = fileURLToPath(new URL("../node_modules/.bin/node", import.meta.url));
  if (!existsSync(node)) {
    console.error("Spoor's packages are not installed: run `npm ci` in its folder first.");
    process.exit(1);
  }
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: "inherit" });
  child.once("error", (error) => {
    console.error(`Spoor's own Node did not start: ${error.message}`);
    process.exit(1);
  });
  // The terminal gives Ctrl-C to both; this process must outlive the child to pass its end on.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.once("exit", (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
