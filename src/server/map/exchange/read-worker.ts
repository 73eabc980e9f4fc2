import { parentPort, workerData } from "node:worker_threads";
import { must } from "../../../core/assert.ts";
import type { MapFormat } from "../../../core/map/exchange/formats.ts";
import { toldBy, AppError } from "../../../core/problem.ts";
import { readMapFile } from "./read-map.ts";
import type { Answered } from "./read-apart.ts";

const { bytes, name, asked } = workerData as {
  bytes: Uint8Array;
  name: string;
  asked: MapFormat | undefined;
};

async function answered(): Promise<Answered> {
  try {
    return { read: await readMapFile(bytes, name, asked) };
  } catch (error) {
    // An expected failure crosses the threads as what it says; any other ends this one.
    if (error instanceof AppError) return { code: error.code, told: toldBy(error) };
    throw error;
  }
}

const answer = await answered();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
must(parentPort, "the port to who asked").postMessage(answer);
