import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { must } from "../../core/assert.ts";
import type { PictureHead } from "./picture-head.ts";

/** Longest side of a picture as it is kept, in pixels. */
const SIDE = 1600;

/** Pixels as the browser's ImageData has them: red, green, blue, alpha. */
class Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}
// The codecs come from a browser app and make the browser's object.
Object.assign(globalThis, { ImageData: Pixels });

/** As much of it as is used here; Node's own types leave it to the browser's. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<Binary> };
type Binary = object;

const require = createRequire(import.meta.url);
type Codec<F> = { default: F; init: (binary: Binary) => Promise<unknown> };
type Decode = (bytes: ArrayBuffer) => Promise<Pixels>;
type Encode = (pixels: Pixels, options?: object) => Promise<ArrayBuffer>;

async function compiled(path: string): Promise<Binary> {
  return WebAssembly.compile(await readFile(require.resolve(path)));
}

async function codec<F>(module: Promise<unknown>, binary: string): Promise<F> {
  const { default: work, init } = (await module) as Codec<F>;
  await init(await compiled(binary));
  return work;
}

const png = "@jsquash/png/codec/pkg/squoosh_png_bg.wasm";
const jpeg = "@jsquash/jpeg/codec";
const webp = "@jsquash/webp/codec/dec/webp_dec.wasm";

const decoders: Readonly<Record<Exclude<PictureHead["format"], "gif">, () => Promise<Decode>>> = {
  png: () => codec(import("@jsquash/png/decode.js"), png),
  jpeg: () => codec(import("@jsquash/jpeg/decode.js"), `${jpeg}/dec/mozjpeg_dec.wasm`),
  webp: () => codec(import("@jsquash/webp/decode.js"), webp),
};

async function decoded(format: PictureHead["format"], bytes: Uint8Array): Promise<Pixels> {
  if (format === "gif") return firstFrame(bytes);
  const decode = await decoders[format]();
  return decode(bytes.slice().buffer);
}

type Gif = {
  readonly width: number;
  readonly height: number;
  decodeAndBlitFrameRGBA(frame: number, pixels: Uint8ClampedArray): void;
};

/** A GIF that moves becomes its first picture. */
function firstFrame(bytes: Uint8Array): Pixels {
  const { GifReader } = require("omggif") as { GifReader: new (bytes: Uint8Array) => Gif };
  const gif = new GifReader(bytes);
  const data = new Uint8ClampedArray(gif.width * gif.height * 4);
  gif.decodeAndBlitFrameRGBA(0, data);
  return new Pixels(data, gif.width, gif.height);
}

async function scaled(pixels: Pixels): Promise<Pixels> {
  const by = SIDE / Math.max(pixels.width, pixels.height);
  if (by >= 1) return pixels;
  const { default: resize, initResize } = (await import("@jsquash/resize")) as unknown as {
    default: (pixels: Pixels, options: object) => Promise<Pixels>;
    initResize: (binary: Binary) => Promise<unknown>;
  };
  await initResize(await compiled("@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm"));
  const [width, height] = [pixels.width, pixels.height].map((side) =>
    Math.max(1, Math.round(side * by)),
  );
  return resize(pixels, { width, height, method: "catrom" });
}

/** JPEG, or PNG where one can see through: what every program can show. */
async function encoded(pixels: Pixels): Promise<{ type: string; bytes: ArrayBuffer }> {
  if (pixels.data.some((value, at) => at % 4 === 3 && value < 255)) {
    const encode = await codec<Encode>(import("@jsquash/png/encode.js"), png);
    return { type: "image/png", bytes: await encode(pixels) };
  }
  const binary = `${jpeg}/enc/mozjpeg_enc.wasm`;
  const encode = await codec<Encode>(import("@jsquash/jpeg/encode.js"), binary);
  return { type: "image/jpeg", bytes: await encode(pixels, { quality: 82 }) };
}

const { format, bytes } = workerData as { format: PictureHead["format"]; bytes: Uint8Array };
const pixels = await scaled(await decoded(format, bytes));
const { width, height } = pixels;
const made = { ...(await encoded(pixels)), width, height };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
must(parentPort, "the port to who asked").postMessage(made);
