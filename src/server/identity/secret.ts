import { randomBytes } from "node:crypto";
import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { SecretKeeper } from "../../engine/identity/vault.ts";
import type { Config } from "../config.ts";

/**
 * The secret of the vault: what the settings say, else a file in the data folder that only its owner
 * may read, made at the first start.
 */
export function keepSecret({
  dataDir,
  vaultKey,
}: Pick<Config, "dataDir" | "vaultKey">): SecretKeeper {
  if (vaultKey !== null) {
    const secret = Buffer.from(vaultKey, "hex");
    return { read: async () => secret, make: async () => secret };
  }
  const path = join(dataDir, "vault.key");
  return {
    async read() {
      const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      });
      if (text === null) return null;
      const digits = /^\s*([0-9a-f]{64})\s*$/i.exec(text)?.[1];
      if (digits === undefined) throw new AppError("wrong-key", message("bad-key", { path }));
      return Buffer.from(digits, "hex");
    },
    async make() {
      const secret = randomBytes(32);
      await write(`${path}.new`, `${secret.toString("hex")}\n`);
      await rename(`${path}.new`, path);
      const folder = await open(dataDir, "r");
      await folder.sync();
      await folder.close();
      return secret;
    },
  };
}

async function write(path: string, text: string): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
