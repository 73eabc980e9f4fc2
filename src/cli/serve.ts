import { once } from "node:events";
import { readConfig } from "../server/config.ts";
import { buildPage } from "../server/page.ts";
import { serve } from "../server/serve.ts";
import type { Io } from "./command.ts";

/** `spoor serve`: runs until it is told to stop. */
export async function serveCommand(args: string[], io: Io): Promise<number> {
  if (args.includes("--build")) await buildPage();
  await using served = await serve(readConfig());
  io.out(`Spoor is at ${served.address}`);
  served.ready.catch((error: unknown) => io.err(String(error)));
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  return 0;
}
