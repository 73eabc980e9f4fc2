import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSeal } from "./seal.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoor-seal-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("what was sealed opens for the same one only, also after a restart", async () => {
  const seal = await openSeal(folder);
  const later = await openSeal(folder);
  expect(later.key).toBe(seal.key);
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (secret, about, other) => {
      const sealed = seal.close(secret, about);
      expect(later.open(sealed, about)).toBe(secret);
      if (other !== about) expect(later.open(sealed, other)).toBeNull();
      expect(seal.close(secret, about)).not.toBe(sealed);
    }),
  );
});

test("what was changed, cut short, or sealed with another key does not open", async () => {
  const seal = await openSeal(folder);
  const sealed = seal.close("geheim", "a");
  const bytes = Buffer.from(sealed, "base64");
  bytes[bytes.length - 1]! ^= 1;
  const elsewhere = await mkdtemp(join(tmpdir(), "spoor-seal-"));
  const other = await openSeal(elsewhere);
  expect([
    seal.open(bytes.toString("base64"), "a"),
    seal.open(sealed.slice(0, 20), "a"),
    seal.open("", "a"),
    other.open(sealed, "a"),
  ]).toEqual([null, null, null, null]);
  expect(other.key).not.toBe(seal.key);
  await rm(elsewhere, { recursive: true });
});

test("the key is for the owner of the folder only, and a broken one is drawn anew", async () => {
  const path = join(folder, "secret.key");
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await writeFile(path, "cut");
  const seal = await openSeal(folder);
  expect(await readFile(path, "utf8")).toMatch(/^[0-9a-f]{64}\n$/);
  expect(seal.open(seal.close("x", "a"), "a")).toBe("x");
});
