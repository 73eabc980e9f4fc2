import { z } from "zod";

type Names = ReturnType<typeof z.registry<{ id: string }>>;

/** Every schema that these modules export, under the name it is exported by. */
export function named(...modules: readonly object[]): Names {
  const names: Names = z.registry();
  for (const module of modules)
    for (const [id, schema] of Object.entries(module))
      if (schema instanceof z.ZodType) names.add(schema, { id });
  return names;
}

/**
 * JSON Schema (2020-12) of a schema; named ones within it become references to its `$defs`.
 * `input` is what may be written, `output` what comes back: there, defaults are filled in.
 */
export function jsonSchema(
  schema: z.ZodType,
  names: Names,
  io: "input" | "output",
): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(schema, {
    metadata: names,
    io,
    override: ({ jsonSchema: made }) => {
      // zod writes the range of safe integers to every integer: true, and nothing but noise.
      if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum;
      if (made.maximum === Number.MAX_SAFE_INTEGER) delete made.maximum;
    },
  });
}
