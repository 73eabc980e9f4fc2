import { z } from "zod";
import type { Mapping } from "../../core/event/mapping.ts";
import { createBindings } from "../event/bindings.ts";
import { identifierSql } from "../event/identifier.ts";
import type { Engine } from "../port.ts";
import { identifierHash } from "./pseudonym.ts";

/** Hashes of the values that identify nobody, of every kind, in the form in which identifiers are kept. */
export async function blockedHashes(
  engine: Engine,
  rules: Readonly<Mapping["identity"]>,
): Promise<bigint[]> {
  const bind = createBindings();
  const hashes = Object.entries(rules).flatMap(([kind, { blocked = [] }]) =>
    blocked.map((value) => {
      const kept = identifierSql(kind, bind.text(value), [], bind);
      return identifierHash(bind.text(kind), kept);
    }),
  );
  if (hashes.length === 0) return [];
  const rows = await engine.intake.rows(
    z.object({ hash: z.string() }),
    `SELECT arrayJoin([${hashes.join(", ")}]) AS hash`,
    bind.parameters,
  );
  return rows.map(({ hash }) => BigInt(hash));
}
