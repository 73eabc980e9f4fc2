import { crc32, deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { pictureHead } from "./picture-head.ts";
import { madePicture } from "./picture-made.ts";

type Drawn = { width: number; height: number; alpha?: number; says?: string };

/** A PNG of one colour with a word in its metadata. */
function png({ width, height, alpha = 255, says = "" }: Drawn): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), data]);
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([size, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const row = Buffer.alloc(1 + width * 4, Buffer.from([0]));
  for (let x = 0; x < width; x += 1) row.set([20, 100, 107, alpha], 1 + x * 4);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("tEXt", Buffer.from(`Comment\0${says}`)),
    chunk("IDAT", deflateSync(rows, { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const webp = Buffer.from("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA", "base64");
const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

test("a picture is made small, encoded anew and rid of its metadata", async () => {
  const made = await madePicture(png({ width: 3200, height: 1000, says: "at home, 52.1 N" }));
  const { type, width, height } = made;
  expect({ type, width, height }).toEqual({ type: "image/jpeg", width: 1600, height: 500 });
  expect(pictureHead(made.bytes)).toEqual({ format: "jpeg", width: 1600, height: 500 });
  expect(Buffer.from(made.bytes).includes("52.1")).toBe(false);
  const again = await madePicture(made.bytes);
  expect([again.type, again.width, again.height]).toEqual(["image/jpeg", 1600, 500]);
});

test("what one can see through stays so", async () => {
  const made = await madePicture(png({ width: 30, height: 20, alpha: 128 }));
  expect([made.type, pictureHead(made.bytes)]).toEqual([
    "image/png",
    { format: "png", width: 30, height: 20 },
  ]);
});

test.each([
  ["WebP", webp],
  ["GIF", gif],
])("%s is read", async (_, bytes) => {
  const { width, height } = await madePicture(bytes);
  expect([width, height]).toEqual([1, 1]);
});

test("a bomb is known by its head, and what is no picture is refused", async () => {
  const bomb = png({ width: 10, height: 10 });
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);
  await expect(madePicture(bomb)).rejects.toMatchObject({ code: "too-much" });
  const refused = { code: "unreadable-file" };
  const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
  await expect(madePicture(svg)).rejects.toMatchObject(refused);
  await expect(madePicture(new Uint8Array())).rejects.toMatchObject(refused);
  await expect(madePicture(png({ width: 9, height: 9 }).subarray(0, 70))).rejects.toMatchObject(
    refused,
  );
});
