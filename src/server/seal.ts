import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Keeps secrets in the stores unreadable for who has the stores alone: the key stands in a file of its own. */
export type Seal = {
  /** Names the key, and says nothing about it. */
  readonly key: string;
  /** `about` says whose secret it is: sealed for one, it opens for no other. */
  close(secret: string, about: string): string;
  /** Null for what another key, or for another, was closed. */
  open(sealed: string, about: string): string | null;
};

const LENGTH = 32;
const NONCE = 12;
const TAG = 16;

/** The seal of a data folder: AES-256-GCM with a key in `secret.key` (mode 0600), drawn at the first start. */
export async function openSeal(dataDir: string): Promise<Seal> {
  const path = join(dataDir, "secret.key");
  const key = (await keyIn(path)) ?? (await drawKey(path));
  return {
    key: createHash("sha256").update("spoor seal ").update(key).digest("hex").slice(0, 12),
    close(secret, about) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64");
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed, "base64");
      try {
        const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE), {
          authTagLength: TAG,
        })
          .setAAD(Buffer.from(about))
          .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
        const body = cipher.update(bytes.subarray(NONCE + TAG));
        return Buffer.concat([body, cipher.final()]).toString("utf8");
      } catch {
        return null;
      }
    },
  };
}

async function keyIn(path: string): Promise<Buffer | null> {
  const found = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  const key = Buffer.from(found?.trim() ?? "", "hex");
  // What a crash left of one that was being written never sealed anything.
  return key.length === LENGTH ? key : null;
}

async function drawKey(path: string): Promise<Buffer> {
  const key = randomBytes(LENGTH);
  await using file = await open(path, "w", 0o600);
  await file.chmod(0o600);
  await file.writeFile(`${key.toString("hex")}\n`);
  await file.sync();
  return key;
}
