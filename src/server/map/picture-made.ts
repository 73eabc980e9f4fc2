import { Worker } from "node:worker_threads";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { pictureHead } from "./picture-head.ts";

/** Largest picture that is taken, in pixels; decoded, each takes four bytes. */
const PIXELS = 40_000_000;
/** How long making one may take, in milliseconds. */
const TIME = 20_000;

export type Made = {
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
};

/**
 * Makes of a PNG, JPEG, WebP or GIF a picture of at most 1,600 pixels wide and high, decoded and
 * encoded anew, so that nothing but what is to be seen is left of it. In a thread of its own, which
 * takes its memory along when it ends. Rejects with `unreadable-file` or `too-much`.
 */
export async function madePicture(bytes: Uint8Array): Promise<Made> {
  const head = pictureHead(bytes);
  if (!head) throw new AppError("unreadable-file", message("picture-unreadable"));
  if (head.width * head.height > PIXELS)
    throw new AppError("too-much", message("picture-too-wide", { pixels: PIXELS / 1_000_000 }));
  const worker = new Worker(new URL("picture-worker.ts", import.meta.url), {
    workerData: { format: head.format, bytes },
    stderr: true,
  });
  const late = setTimeout(() => void worker.terminate(), TIME);
  try {
    const made = await new Promise<Omit<Made, "bytes"> & { bytes: ArrayBuffer }>(
      (resolve, reject) => {
        worker.once("message", resolve);
        worker.once("error", reject);
        worker.once("exit", () => reject(new Error("The picture took too long")));
      },
    );
    return { ...made, bytes: new Uint8Array(made.bytes) };
  } catch (cause) {
    throw new AppError("unreadable-file", message("picture-unreadable"), { cause });
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
