import { readFile, writeFile } from "node:fs/promises";

/** Lets the most memory that this process held be counted from now on. Only Linux does. */
export async function forgetPeak(): Promise<void> {
  if (process.platform === "linux") await writeFile("/proc/self/clear_refs", "5");
}

/** The most memory that this process held since, with all that the engine keeps, MB; null elsewhere. */
export async function peak(): Promise<number | null> {
  if (process.platform !== "linux") return null;
  const told = /^VmHWM:\s+(\d+) kB/m.exec(await readFile("/proc/self/status", "utf8"));
  return told ? Math.round(Number(told[1]) / 1024) : null;
}
