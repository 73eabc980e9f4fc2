import { z } from "zod";
import type { Mapping } from "../event/mapping.ts";

/** What is set on the page about a kind of identifier, above what mappings say; a missing part is theirs. */
export const WhoRule = z.strictObject({
  unique: z.boolean().optional(),
  /** Most others of one kind that it may meet; null for no limit. */
  limit: z.number().int().min(1).nullable().optional(),
  /** Values that identify nobody, beside those of the mapping. */
  blocked: z.array(z.string().trim().min(1).max(300)).max(1000).optional(),
});
export type WhoRule = z.infer<typeof WhoRule>;

/** The rules that hold: those of mappings with those of the page above them. */
export function rulesInForce(
  mapping: Readonly<Mapping["identity"]>,
  own: Readonly<Record<string, WhoRule>>,
): Mapping["identity"] {
  const kinds = new Set([...Object.keys(mapping), ...Object.keys(own)]);
  return Object.fromEntries(
    [...kinds].map((kind) => {
      const { unique, limit, blocked = [] } = own[kind] ?? {};
      const given = mapping[kind] ?? {};
      return [
        kind,
        {
          ...given,
          ...(unique !== undefined && { unique }),
          ...(limit !== undefined && { limit: limit ?? Number.MAX_SAFE_INTEGER }),
          blocked: [...(given.blocked ?? []), ...blocked],
        },
      ];
    }),
  );
}
