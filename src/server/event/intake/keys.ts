import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Documents } from "../../documents/documents.ts";
import { holderOf, type Holder, type NewKey } from "../../documents/source.ts";

/** So long a key is taken to be what it was, in milliseconds; in this process a change counts at once. */
const FRESH = 10_000;
/** Most keys that are remembered, known or not. */
const MOST = 10_000;

/** Whose keys are; a store is not asked at every request. */
export class Keys {
  readonly #documents: Documents;
  readonly #now: () => number;
  readonly #known = new Map<string, { readonly holder: Holder | null; readonly at: number }>();

  constructor(documents: Documents, now: () => number) {
    this.#documents = documents;
    this.#now = now;
  }

  /** Null for a key that does not work. */
  async holder(key: string): Promise<Holder | null> {
    const hash = hashOf(key);
    const known = this.#known.get(hash);
    const at = this.#now();
    if (known && at - known.at < FRESH && at >= known.at) return known.holder;
    const holder = await holderOf(this.#documents, hash);
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(hash, { holder, at });
    return holder;
  }

  changed(): void {
    this.#known.clear();
  }
}

/** A new key: 160 bits by chance. */
export function newKey(kind: NewKey["kind"]): { readonly secret: string; readonly key: NewKey } {
  const secret = `${kind === "write" ? "spw" : "sps"}_${randomBytes(20).toString("hex")}`;
  const shown = kind === "write" ? secret : `${secret.slice(0, 8)}…`;
  return { secret, key: { id: randomUUID(), kind, shown, hash: hashOf(secret) } };
}

function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
