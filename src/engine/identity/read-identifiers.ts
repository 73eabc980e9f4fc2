import { z } from "zod";
import { maskIdentifier } from "../../core/identity/mask.ts";
import type { Limits, Lane } from "../port.ts";
import { opened } from "./pseudonym.ts";

const Identifier = z.object({ hash: z.string(), kind: z.string(), value: z.string() });
export type Identifier = z.infer<typeof Identifier>;

export type IdentifiersAsked = {
  readonly ws: number;
  readonly hashes: readonly bigint[];
  /** In full, to whoever asked for just that; masked without it. */
  readonly reveal?: boolean;
};

/** The identifiers behind hashes, by kind and value: the one way by which they leave the vault. */
export async function readIdentifiers(
  lane: Lane,
  { ws, hashes, reveal = false }: IdentifiersAsked,
  limits?: Limits,
): Promise<Identifier[]> {
  const rows = await lane.rows(
    Identifier,
    `SELECT hash, kind, ${opened("bytes")} AS value FROM (
      SELECT hash, any(kind) AS kind, any(sealed) AS bytes FROM identifier
      WHERE ws = {ws:UInt32} AND hash IN {hashes:Array(UInt64)} GROUP BY hash
    ) ORDER BY kind, value`,
    { ws, hashes },
    limits,
  );
  return reveal ? rows : rows.map((row) => ({ ...row, value: maskIdentifier(row.value) }));
}
